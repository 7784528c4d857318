namespace XorGen.Sample.Story;

/// <summary>What a network says to one row of the table.</summary>
/// <param name="X0">The first input.</param>
/// <param name="X1">The second input.</param>
/// <param name="Target">What it should say.</param>
/// <param name="Output">What it says.</param>
internal readonly record struct Prediction(double X0, double X1, double Target, double Output)
{
    /// <summary>How far an answer may be from its target.</summary>
    public const double Tolerance = 0.1;

    /// <summary>Gets a value indicating whether the answer is near enough.</summary>
    public bool IsRight => Math.Abs(Output - Target) < Tolerance;
}
