namespace XorGen.Sample.Problems;

/// <summary>How well a network has learned the exponentials.</summary>
/// <param name="Report">What its training did.</param>
/// <param name="Exponentials">The exponentials of the matrices it was tested on.</param>
/// <param name="Outputs">What it says they are.</param>
internal sealed record MatrixExponentialResult(TrainingReport Report, float[] Exponentials, float[] Outputs)
{
    /// <summary>Gets the mean squared error.</summary>
    public double MeanSquaredError { get; } =
        Exponentials.Zip(Outputs).Average(entry => (entry.First - (double)entry.Second) * (entry.First - (double)entry.Second));

    /// <summary>Gets the variance of all entries.</summary>
    public double Variance { get; } = VarianceOf(Exponentials);

    /// <summary>Gets the share of the variance that is explained.</summary>
    public double R2 => 1 - (MeanSquaredError / Variance);

    private static double VarianceOf(float[] values)
    {
        double mean = values.Average(value => (double)value);
        return values.Average(value => (value - mean) * (value - mean));
    }
}
