namespace XorGen.Sample.Datasets;

/// <summary>Rows of numbers, each with a number to be predicted.</summary>
/// <param name="Inputs">The rows, one after the other.</param>
/// <param name="Columns">The number of inputs of a row.</param>
/// <param name="Targets">The number that belongs to each row.</param>
internal sealed record MeasuredRows(float[] Inputs, int Columns, float[] Targets);
