namespace XorGen.Training;

/// <summary>What a training has to show for its steps.</summary>
/// <param name="description">The network.</param>
/// <param name="losses">The recorded losses of the attempt whose parameters the network has.</param>
/// <param name="finalLoss">Its loss at the end.</param>
/// <param name="epochs">The number of its epochs.</param>
/// <param name="steps">The number of its steps.</param>
/// <param name="rate">The learning rate that it began with.</param>
/// <param name="baseline">The loss of the best constant prediction.</param>
internal readonly ref struct LossEvidence(
    NetworkDescription description, ReadOnlySpan<double> losses, double finalLoss, int epochs, long steps, double rate, double baseline)
{
    /// <summary>A loss is below the baseline when it is by so much of it.</summary>
    private const double Margin = 0.01;

    /// <summary>Fewer steps say nothing.</summary>
    public const int FewestSteps = 50;

    public NetworkDescription Description { get; } = description;

    public double First { get; } = losses.IsEmpty ? finalLoss : losses[0];

    public double Lowest { get; } = Minimum(losses, finalLoss);

    public double Final { get; } = finalLoss;

    public int Epochs { get; } = epochs;

    public long Steps { get; } = steps;

    public double Rate { get; } = rate;

    public double Baseline { get; } = baseline;

    /// <summary>Gets a value indicating whether the loss has been below that of the best constant prediction.</summary>
    public bool BeatsConstant => Lowest < Baseline - (Margin * Math.Abs(Baseline));

    /// <summary>Gets a value indicating whether the loss is clearly above that of the best constant prediction.</summary>
    public bool IsAboveConstant => Lowest > Baseline + (2 * Margin * Math.Abs(Baseline));

    /// <summary>Gets a value indicating whether the loss has hardly changed.</summary>
    public bool IsFrozen => Math.Abs(First - Lowest) <= Margin * Math.Abs(First) && Math.Abs(First - Final) <= Margin * Math.Abs(First);

    /// <summary>Gets a value indicating whether there is much left to learn, which is not so where a trained network is trained on.</summary>
    public bool IsFarFromZero => Lowest > 0.1 * Math.Abs(Baseline);

    /// <summary>Gets a value indicating whether the loss has risen, above what knows nothing.</summary>
    public bool HasRisen => Final > Baseline && Final > 1.5 * Lowest && Final - Lowest > Margin * Math.Abs(Baseline);

    private static double Minimum(ReadOnlySpan<double> losses, double finalLoss)
    {
        double minimum = finalLoss;
        foreach (double loss in losses)
        {
            minimum = loss < minimum ? loss : minimum;
        }

        return minimum;
    }
}
