using XorGen.Sample.Output;

namespace XorGen.Sample.Story;

/// <summary>The story, from beginning to end.</summary>
internal static class Tutorial
{
    public static IReadOnlyList<Outcome> Tell(IPresenter presenter)
    {
        presenter.Title("XorGen: neural networks written by the compiler");
        presenter.Paragraph(
            "XOR is 1 if exactly one of two inputs is 1. No straight line separates its ones from its zeros, so a network " +
            "needs a hidden layer to learn it. Each network here has 2 inputs, 2 hidden neurons and 1 output, 9 parameters " +
            "in all, and is a class whose code XorGen wrote at compile time from the attribute that you see.");
        presenter.Paragraph(
            "The loss is the mean binary cross-entropy. ln 2 = 0.693 is what always answering 0.5 costs; 0 is perfect.");
        presenter.Paragraph(
            "(a) to (c) are the tutorial's: it learns at a rate of 0.1, from gradients summed over the four rows for weights and " +
            "averaged for biases. XorGen's gradients are means, so a rate of 0.4 with BiasLearningRateScale = 0.25 takes the very same steps.");

        Chapter[] chapters = [new ZeroStartChapter(), new SigmoidChapter(), new TanhChapter(), new TodayChapter()];
        Outcome[] outcomes = [.. chapters.Select(chapter => chapter.Tell(presenter))];

        presenter.Heading("All four");
        presenter.Show(Tables.Of(outcomes));
        return outcomes;
    }
}
