using XorGen.Sample.Datasets;
using XorGen.Sample.Networks;
using XorGen.Sample.Output;
using XorGen.Sample.Plots;

namespace XorGen.Sample.Problems;

/// <summary>Pictures of clothes.</summary>
/// <param name="directory">Where the four idx files are.</param>
internal sealed class FashionMnistProblem(DirectoryInfo directory) : Problem
{
    /// <summary>The test accuracy that is to be reached.</summary>
    public const double Goal = 0.88;

    private const int Epochs = 10;
    private const int ImagesOfEachKind = 20;

    /// <inheritdoc/>
    public override string Name => "fashion-mnist";

    /// <inheritdoc/>
    public override string Summary => "Fashion-MNIST: ten kinds of clothes in pictures of 28 by 28 pixels";

    /// <inheritdoc/>
    protected override Type Network => typeof(FashionClassifier);

    /// <inheritdoc/>
    protected override string Introduction =>
        "60,000 pictures to train on, 10,000 to test on. The pixels become numbers from 0 to 1 as they are read. 784-128-10, ten epochs.";

    /// <inheritdoc/>
    protected override Solution Solve(IPresenter presenter)
    {
        FashionMnist data = FashionMnist.Read(directory);
        var network = new FashionClassifier();
        TrainingReport report = presenter.Work("Training", work => Train(network, data, work));
        float[] outputs = new float[data.Test.Labels.Length * FashionClassifier.OutputCount];
        network.Predict(data.Test.Inputs, outputs);
        ClassificationReport scores = ClassificationReport.Of<float>(outputs, FashionClassifier.OutputCount, data.Test.Labels);
        presenter.Show(Tables.Of(scores, data.Test.ClassNames));
        double training = network.Accuracy(data.Training.Inputs, data.Training.Labels);
        presenter.Show(Tables.Of(
            ["accuracy", "trained on", "test", "epochs", "time with JIT"],
            [["784-128-10", $"{training:F4}", $"{scores.Accuracy:F4}", $"{report.Epochs}", $"{report.Elapsed.TotalSeconds:F1} s"]]));
        bool met = scores.Accuracy >= Goal;
        return new Solution(
            met,
            $"Test accuracy {scores.Accuracy:F4}; the goal, at least {Goal}, is {(met ? "met" : "missed")}.",
            () => Draw(data.Test, Metrics.Predictions<float>(outputs, FashionClassifier.OutputCount), scores.Confusion, report));
    }

    private static TrainingReport Train(FashionClassifier network, FashionMnist data, IProgress<WorkProgress> work) =>
        network.Fit(data.Training.Inputs, data.Training.Labels, new()
        {
            Epochs = Epochs,
            BatchSize = 64,
            LearningRate = 0.001,
            LearningRateSchedule = LearningRateSchedule.Cosine(unit: ScheduleUnit.Step),
            Validation = Validation.Of(data.Test.Inputs, data.Test.Labels),
            Progress = new SynchronousProgress<TrainingProgress>(progress =>
                work.Report(new WorkProgress((double)progress.Epoch / Epochs, $"epoch {progress.Epoch}, loss {progress.Loss:F4}"))),
        });

    private IReadOnlyList<Picture> Draw(LabelledRows test, int[] predictions, ConfusionMatrix confusion, TrainingReport report) =>
    [
        Panel.SideBySide(
            Name,
            1200,
            560,
            new Panel(1, plot => ConfusionPanel.Draw(plot, confusion, test.ClassNames, "The 10,000 test pictures")),
            new Panel(1, plot => LossPanel.Draw(
                plot,
                "The training",
                "epoch",
                "mean cross-entropy",
                ("pictures trained on", Palette.Training, report.LossHistory, 0),
                ("test pictures", Palette.Test, report.ValidationLossHistory, 1)))),
        ImageGrid.Of(
            "fashion-mnist-pictures",
            "Test pictures: what they are, and what the network says (every second one is mistaken)",
            Chosen(test, predictions),
            columns: 10,
            rows: 4),
    ];

    /// <summary>Returns the first pictures that were recognised and the first that were not, in turn.</summary>
    private static IReadOnlyList<LabelledImage> Chosen(LabelledRows test, int[] predictions)
    {
        IEnumerable<int> rows = Enumerable.Range(0, predictions.Length);
        IEnumerable<int> right = rows.Where(row => predictions[row] == test.Labels[row]).Take(ImagesOfEachKind);
        IEnumerable<int> wrong = rows.Where(row => predictions[row] != test.Labels[row]).Take(ImagesOfEachKind);
        return
        [
            .. right.Zip(wrong).SelectMany(pair => new[] { pair.First, pair.Second }).Select(row => new LabelledImage(
                test.Inputs.AsMemory(row * test.Columns, test.Columns),
                FashionMnist.Side,
                test.ClassNames[test.Labels[row]],
                test.ClassNames[predictions[row]])),
        ];
    }
}
