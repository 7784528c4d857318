using System.Globalization;

namespace XorGen;

/// <summary>How well one class was recognised, or the average over the classes.</summary>
/// <param name="Precision">The share of the rows predicted to be of the class that are: 0 where none was.</param>
/// <param name="Recall">The share of the rows of the class that were predicted to be: 0 where there is none.</param>
/// <param name="F1">The harmonic mean of the two: 0 where both are 0.</param>
/// <param name="Support">The number of rows of the class, or of all.</param>
public readonly record struct ClassScores(double Precision, double Recall, double F1, int Support)
{
    /// <summary>Returns the measures in a line.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"precision {Precision:F4}, recall {Recall:F4}, F1 {F1:F4} of {Support} {(Support == 1 ? "row" : "rows")}");
}
