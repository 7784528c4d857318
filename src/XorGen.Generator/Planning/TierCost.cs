namespace XorGen.Generator.Planning;

/// <summary>What a row costs, in cycles.</summary>
/// <param name="Forward">The row alone, to infer.</param>
/// <param name="Training">The row in a batch, to train.</param>
internal readonly record struct TierCost(double Forward, double Training)
{
    /// <summary>Gets what is compared: a network is used for both.</summary>
    public double Total => Forward + Training;

    public override string ToString() =>
        FormattableString.Invariant($"{Forward:F0} cycles to infer and {Training:F0} to train");
}

/// <summary>A tier, and why.</summary>
internal sealed record TierChoice(Tier Tier, string Reason);
