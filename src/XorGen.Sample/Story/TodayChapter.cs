using XorGen.Sample.Networks;
using XorGen.Sample.Output;

namespace XorGen.Sample.Story;

/// <summary>(d) What you would write today.</summary>
internal sealed class TodayChapter : Chapter
{
    private const string Start = "// What the reader sees.";
    private const string End = "// Until here.";

    /// <inheritdoc/>
    protected override string Title => "(d) What you would write today";

    /// <inheritdoc/>
    protected override string Introduction =>
        "The defaults are tanh, Glorot's start, Adam and single precision. With a target for the loss, Fit starts again " +
        "from new random numbers when it is stuck, so that it does not depend on a lucky seed.\n\n" +
        "With x = [0, 0, 0, 1, 1, 0, 1, 1] and y = [0, 1, 1, 0], the four rows:";

    /// <inheritdoc/>
    protected override string Source =>
        SourceExcerpt.Declaration(typeof(XorNet)) + "\n\n" +
        SourceExcerpt.Between("TodayChapter.cs", Start, End);

    /// <inheritdoc/>
    protected override Outcome Train(IPresenter presenter)
    {
        float[] x = [0, 0, 0, 1, 1, 0, 1, 1];
        float[] y = [0, 1, 1, 0];

        // What the reader sees.
        var net = new XorNet();
        var report = net.Fit(x, y, new() { TargetLoss = 0.01 });
        float answer = net.Forward(1, 0);
        // Until here.

        presenter.Paragraph($"answer is {answer:F4}.");
        return new Outcome("(d) today", true, report, LossCurve.Of(report, 1), (x0, x1) => net.Forward((float)x0, (float)x1));
    }

    /// <inheritdoc/>
    protected override string Conclusion(Outcome outcome) =>
        $"Restarts: {outcome.Report.Restarts} (the curve is that of the last attempt). All {outcome.Report.Epochs:N0} iterations took " +
        $"{outcome.Report.Elapsed.TotalMilliseconds:F1} ms, most of it the just-in-time compiler's.";
}
