using XorGen.Sample.Networks;
using XorGen.Sample.Output;
using XorGen.Sample.Plots;

namespace XorGen.Sample.Problems;

/// <summary>The problem of SimpleChains.jl's first example.</summary>
internal sealed class MatrixExponentialProblem : Problem
{
    /// <summary>The number of passes over the matrices.</summary>
    public const int Epochs = 300;

    /// <summary>The coefficient of determination that is to be reached on matrices not seen.</summary>
    public const double Goal = 0.95;

    /// <summary>The number of matrices to train on, and to test on.</summary>
    private const int Samples = 10_000;

    private const int PointsDrawn = 2_500;

    /// <inheritdoc/>
    public override string Name => "matrix-exponential";

    /// <inheritdoc/>
    public override string Summary => "The exponential of a matrix of two by two";

    /// <inheritdoc/>
    protected override Type Network => typeof(MatrixExponentialNet);

    /// <inheritdoc/>
    protected override string Introduction =>
        "The example that SimpleChains.jl introduces itself with: 10,000 matrices whose entries are normally distributed, a network " +
        "of 4-32-16-4, tanh, mean squared error. Most exponentials are small, a few have entries of a hundred and more. Another 10,000 matrices are the test.";

    /// <summary>Trains a network on matrices and tests it on others.</summary>
    public static MatrixExponentialResult Train(int epochs, IProgress<TrainingProgress> progress)
    {
        (float[] matrices, float[] exponentials) = MatrixExponential.Sample(Samples, seed: 0);
        (float[] testMatrices, float[] testExponentials) = MatrixExponential.Sample(Samples, seed: 1);
        var network = new MatrixExponentialNet();
        TrainingReport report = network.Fit(matrices, exponentials, new()
        {
            Epochs = epochs,
            BatchSize = 100,
            LearningRate = 0.01,
            LearningRateSchedule = LearningRateSchedule.OneCycle(),
            Validation = Validation.Of(testMatrices, testExponentials),
            Progress = progress,
        });
        var outputs = new float[testExponentials.Length];
        network.Predict(testMatrices, outputs);
        return new MatrixExponentialResult(report, testExponentials, outputs);
    }

    /// <inheritdoc/>
    protected override Solution Solve(IPresenter presenter)
    {
        MatrixExponentialResult result = presenter.Work("Training", work => Train(Epochs, new SynchronousProgress<TrainingProgress>(progress =>
            work.Report(new WorkProgress((double)progress.Epoch / Epochs, $"epoch {progress.Epoch:N0}, loss {progress.Loss:G4}")))));
        TrainingReport report = result.Report;
        presenter.Show(Tables.Of(
            ["mean squared error", "trained on", "not seen", "variance", "R2, not seen", "time with JIT"],
            [["2 x 2 exponentials", $"{report.FinalLoss:G4}", $"{report.FinalValidationLoss:G4}", $"{result.Variance:F2}", $"{result.R2:F5}", $"{report.Elapsed.TotalSeconds:F1} s"]]));
        bool met = result.R2 >= Goal;
        return new Solution(
            met,
            $"Mean squared error {report.FinalValidationLoss:G4} on matrices not seen, R2 {result.R2:F5}; the goal, R2 of at least {Goal}, is {(met ? "met" : "missed")}.",
            () => [Draw(result)]);
    }

    private Picture Draw(MatrixExponentialResult result)
    {
        double[] actual = [.. result.Exponentials.Take(4 * PointsDrawn).Select(value => (double)value)];
        double[] predicted = [.. result.Outputs.Take(4 * PointsDrawn).Select(value => (double)value)];
        return Panel.SideBySide(
            Name,
            1000,
            460,
            new Panel(1, plot => PredictedPanel.Draw(plot, actual, predicted, $"All entries of {PointsDrawn:N0} exponentials not seen", size: 5)),
            new Panel(1, plot => LossPanel.Draw(
                plot,
                "The training",
                "epoch",
                "mean squared error",
                ("matrices trained on", Palette.Training, result.Report.LossHistory, 0),
                ("matrices not seen", Palette.Test, result.Report.ValidationLossHistory, 1))));
    }
}
