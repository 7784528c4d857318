namespace XorGen.Generator.Planning;

/// <summary>What a sample costs, in cycles.</summary>
/// <param name="Forward">The sample alone, to infer.</param>
/// <param name="Training">The sample in a batch, to train.</param>
internal readonly record struct LayoutCost(double Forward, double Training)
{
    /// <summary>Gets what is compared: a network is used for both.</summary>
    public double Total => Forward + Training;
}

/// <summary>A layout, and why.</summary>
/// <param name="Layout">The layout.</param>
/// <param name="Reason">Why, as the end of a sentence.</param>
/// <param name="Cost">What it costs by estimate.</param>
/// <param name="Other">What the other layout would cost, where the two were compared.</param>
internal sealed record LayoutChoice(Layout Layout, string Reason, LayoutCost Cost, LayoutCost? Other)
{
    /// <summary>Gets what the layout is and why, for somebody who reads the generated text.</summary>
    public string Description => Layout == Layout.Unrolled
        ? $"unrolled (each parameter is a named field, the code is straight lines), {Reason}"
        : $"blocked (parameters in matrices, neurons side by side in SIMD vectors), {Reason}";

    /// <summary>Gets the estimate, for the same reader.</summary>
    public string Estimate
    {
        get
        {
            string other = Layout == Layout.Unrolled ? "blocked" : "unrolled";
            string compared = Other is { } cost ? FormattableString.Invariant($" ({other}: {cost.Forward:F0} and {cost.Training:F0})") : string.Empty;
            return FormattableString.Invariant($"{Cost.Forward:F0} cycles for one Forward, {Cost.Training:F0} a row in training{compared}");
        }
    }
}
