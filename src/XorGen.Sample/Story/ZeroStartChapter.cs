using XorGen.Sample.Networks;
using XorGen.Sample.Output;

namespace XorGen.Sample.Story;

/// <summary>(a) All parameters start at zero.</summary>
internal sealed class ZeroStartChapter : TutorialChapter<ZeroStart>
{
    /// <inheritdoc/>
    protected override string Title => "(a) Every parameter starts at zero";

    /// <inheritdoc/>
    protected override string Introduction =>
        "Zero looks like a neutral place to start from. It is a trap: this network never moves.";

    /// <inheritdoc/>
    protected override string Name => "(a) zeros";

    /// <inheritdoc/>
    protected override int Iterations => 1_000;

    /// <inheritdoc/>
    protected override bool ShouldLearn => false;

    /// <inheritdoc/>
    protected override void Show(Outcome outcome, IPresenter presenter)
    {
        presenter.Paragraph(
            $"Loss at the start  {outcome.Curve.Losses[0]:R}\n" +
            $"     at the end    {outcome.Report.FinalLoss:R}\n" +
            $"     lowest        {outcome.Curve.Losses.Min():R}\n" +
            $"     highest       {outcome.Curve.Losses.Max():R}");
        presenter.Show(Tables.Of(outcome.Predictions));
    }

    /// <inheritdoc/>
    protected override string Conclusion(Outcome outcome) =>
        "Why: all four outputs are 0.5, so the errors (+0.5, -0.5, -0.5, +0.5) cancel in the output layer, whose zero " +
        "weights pass nothing back to the hidden layer: every gradient is exactly zero.";
}
