namespace XorGen.Generator.Planning;

/// <summary>What a row costs, in cycles.</summary>
/// <param name="Forward">The row alone, to infer.</param>
/// <param name="Training">The row in a batch, to train.</param>
internal readonly record struct TierCost(double Forward, double Training)
{
    /// <summary>Gets what is compared: a network is used for both.</summary>
    public double Total => Forward + Training;
}

/// <summary>A tier, and why.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Reason">Why, as the end of a sentence.</param>
/// <param name="Cost">What it costs by estimate.</param>
/// <param name="Other">What the other layout would cost, where the two were compared.</param>
internal sealed record TierChoice(Tier Tier, string Reason, TierCost Cost, TierCost? Other)
{
    /// <summary>Gets what the layout is and why, for somebody who reads the generated text.</summary>
    public string Layout => Tier switch
    {
        Tier.Scalar => $"unrolled (each parameter is a named field, the code is straight lines), {Reason}",
        Tier.Vector => $"blocked (parameters in matrices, neurons side by side in SIMD vectors), {Reason}",
        _ => $"blocked (parameters in matrices, neurons side by side in SIMD vectors, all in loops), {Reason}",
    };

    /// <summary>Gets the estimate, for the same reader.</summary>
    public string Estimate
    {
        get
        {
            string other = Tier == Tier.Scalar ? "blocked" : "unrolled";
            string compared = Other is { } cost ? FormattableString.Invariant($" ({other}: {cost.Forward:F0} and {cost.Training:F0})") : string.Empty;
            return FormattableString.Invariant($"{Cost.Forward:F0} cycles for one Forward, {Cost.Training:F0} a row in training{compared}");
        }
    }
}
