using XorGen.Sample.Output;

namespace XorGen.Sample.Story;

/// <summary>A network trained as the tutorial trains it.</summary>
/// <remarks>
/// The tutorial steps against the gradient summed over the four rows for weights and averaged over them for biases, at
/// a rate of 0.1. The gradients here are means, so that a rate of 4 * 0.1, of which biases take a quarter
/// (BiasLearningRateScale), gives the same steps.
/// </remarks>
/// <typeparam name="TNetwork">The network.</typeparam>
internal abstract class TutorialChapter<TNetwork> : Chapter
    where TNetwork : INetwork<double>, new()
{
    private const double LearningRate = 0.4;

    /// <inheritdoc/>
    protected sealed override string Source => SourceExcerpt.Declaration(typeof(TNetwork));

    /// <summary>Gets what to call the network.</summary>
    protected abstract string Name { get; }

    /// <summary>Gets the number of passes over the four rows.</summary>
    protected abstract int Iterations { get; }

    /// <summary>Gets a value indicating whether the network is expected to learn.</summary>
    protected virtual bool ShouldLearn => true;

    /// <inheritdoc/>
    protected sealed override Outcome Train(IPresenter presenter)
    {
        var network = new TNetwork();
        int interval = Iterations / 1_000;
        TrainingReport report = presenter.Train(Name, Iterations, progress => network.Fit(
            XorTable.Inputs,
            XorTable.Targets,
            new() { Epochs = Iterations, LearningRate = LearningRate, LossHistoryInterval = interval, Progress = progress }));
        return new Outcome(Name, ShouldLearn, report, LossCurve.Of(report, interval), (x0, x1) => Answer(network, x0, x1));
    }

    private static double Answer(TNetwork network, double x0, double x1)
    {
        double answer = 0;
        network.Forward([x0, x1], new Span<double>(ref answer));
        return answer;
    }
}
