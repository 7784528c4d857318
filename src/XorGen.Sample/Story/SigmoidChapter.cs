using XorGen.Sample.Networks;

namespace XorGen.Sample.Story;

/// <summary>(b) A sigmoid hidden layer and a random start.</summary>
internal sealed class SigmoidChapter : TutorialChapter<SigmoidHidden>
{
    /// <inheritdoc/>
    protected override string Title => "(b) A random start, sigmoid in the hidden layer";

    /// <inheritdoc/>
    protected override string Introduction =>
        "Parameters from [0, 0.1) tell the two hidden neurons apart, and the network can learn. " +
        "From some starts these settings never do, whatever the patience; Seed = 3 is one from which they do.";

    /// <inheritdoc/>
    protected override string Name => "(b) sigmoid";

    /// <inheritdoc/>
    protected override int Iterations => 100_000;

    /// <inheritdoc/>
    protected override string Conclusion(Outcome outcome) => outcome.Curve.LeavesPlateauAt is { } iteration
        ? $"It learned nothing that shows for about {iteration:N0} iterations, because the slope of a sigmoid is at most 1/4: little of an error reaches the first layer."
        : "It has not left the plateau at ln 2.";
}
