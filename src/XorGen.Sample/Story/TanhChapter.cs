using XorGen.Sample.Networks;

namespace XorGen.Sample.Story;

/// <summary>(c) A tanh hidden layer.</summary>
internal sealed class TanhChapter : TutorialChapter<TanhHidden>
{
    /// <inheritdoc/>
    protected override string Title => "(c) The same start, tanh in the hidden layer";

    /// <inheritdoc/>
    protected override string Introduction => "One word changes. 5,000 iterations, not 100,000, are enough.";

    /// <inheritdoc/>
    protected override string Name => "(c) tanh";

    /// <inheritdoc/>
    protected override int Iterations => 5_000;

    /// <inheritdoc/>
    protected override string Conclusion(Outcome outcome) => outcome.Curve.LeavesPlateauAt is { } iteration
        ? $"It leaves the plateau after about {iteration:N0} iterations: tanh is centred on zero and four times as steep there as the sigmoid."
        : "It has not left the plateau at ln 2.";
}
