namespace XorGen.Sample.Datasets;

/// <summary>Rows of numbers, each with a class.</summary>
/// <param name="Inputs">The rows, one after the other.</param>
/// <param name="Columns">The number of inputs of a row.</param>
/// <param name="Labels">The class of each row.</param>
/// <param name="ClassNames">The names of the classes.</param>
internal sealed record LabelledRows(float[] Inputs, int Columns, int[] Labels, IReadOnlyList<string> ClassNames);
