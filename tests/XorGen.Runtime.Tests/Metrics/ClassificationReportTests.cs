namespace XorGen.Scores;

/// <summary>The expected numbers are scikit-learn 1.2.1's (confusion_matrix, precision_recall_fscore_support, roc_auc_score, log_loss).</summary>
public class ClassificationReportTests
{
    private static readonly int[] Labels = [0, 0, 0, 0, 0, 0, 1, 1, 1, 2];
    private static readonly int[] Predictions = [0, 0, 0, 0, 1, 2, 1, 1, 0, 2];

    private static readonly int[] TwelveLabels = [0, 1, 2, 2, 1, 0, 2, 1, 0, 0, 1, 2];

    private static readonly double[] Probabilities =
    [
        0.7, 0.2, 0.1,
        0.2, 0.3, 0.5,
        0.1, 0.2, 0.7,
        0.2, 0.2, 0.6,
        0.1, 0.8, 0.1,
        0.6, 0.3, 0.1,
        0.2, 0.5, 0.3,
        0.25, 0.5, 0.25,
        0.5, 0.25, 0.25,
        0.3, 0.4, 0.3,
        0.1, 0.7, 0.2,
        0.05, 0.15, 0.8,
    ];

    [Fact]
    public void Scores_of_classes_and_averages_are_scikit_learns()
    {
        var report = ClassificationReport.Of(Labels, Predictions);

        Assert.Equal(0.7, report.Accuracy);
        AssertScores(0.8, 0.6666666666666666, 0.7272727272727272, 6, report.Classes[0]);
        AssertScores(0.6666666666666666, 0.6666666666666666, 0.6666666666666666, 3, report.Classes[1]);
        AssertScores(0.5, 1, 0.6666666666666666, 1, report.Classes[2]);
        AssertScores(0.6555555555555556, 0.7777777777777777, 0.6868686868686869, 10, report.Macro);
        AssertScores(0.7300000000000001, 0.7, 0.703030303030303, 10, report.Weighted);
        Assert.Null(report.RocAuc);
        Assert.Null(report.LogLoss);
    }

    [Fact]
    public void Probabilities_also_give_the_area_and_the_log_loss()
    {
        var report = ClassificationReport.Of<double>(Probabilities, 3, TwelveLabels);

        Assert.Equal(0.75, report.Accuracy);
        AssertScores(0.6, 0.75, 0.6666666666666665, 4, report.Classes[1]);
        Assert.Equal(0.953125, report.RocAuc!.Value, 1e-15);
        Assert.Equal(0.6280146630061914, report.LogLoss!.Value, 1e-15);
    }

    [Fact]
    public void Single_precision_gives_the_same_up_to_its_rounding()
    {
        float[] single = [.. Probabilities.Select(p => (float)p)];
        var report = ClassificationReport.Of<float>(single, 3, TwelveLabels);

        Assert.Equal(0.75, report.Accuracy);
        Assert.Equal(0.953125, report.RocAuc!.Value, 1e-15);
        Assert.Equal(0.6280146630061914, report.LogLoss!.Value, 1e-7);
    }

    [Fact]
    public void One_output_is_the_probability_of_class_1()
    {
        int[] labels = [0, 0, 1, 1, 0, 1, 1, 0];
        double[] outputs = [0.1, 0.4, 0.35, 0.8, 0.4, 0.4, 0.9, 0.8];
        var report = ClassificationReport.Of<double>(outputs, 1, labels);

        Assert.Equal(2, report.Classes.Count);
        Assert.Equal(5.0 / 8, report.Accuracy);
        Assert.Equal(0.65625, report.RocAuc!.Value, 1e-15);
        Assert.Equal(0.6288833248710971, report.LogLoss!.Value, 1e-15);
    }

    [Fact]
    public void A_class_that_was_never_predicted_scores_zero()
    {
        var report = ClassificationReport.Of([0, 1, 1, 0], [0, 0, 0, 0]);

        AssertScores(0.5, 1, 0.6666666666666666, 2, report.Classes[0]);
        AssertScores(0, 0, 0, 2, report.Classes[1]);
    }

    [Fact]
    public void A_class_without_rows_has_no_area()
    {
        var report = ClassificationReport.Of<double>([0.2, 0.7], 1, [1, 1]);

        Assert.Null(report.RocAuc);
        Assert.NotNull(report.LogLoss);
    }

    [Fact]
    public void The_confusion_matrix_counts()
    {
        ConfusionMatrix confusion = ClassificationReport.Of(Labels, Predictions).Confusion;

        Assert.Equal([4, 1, 1, 1, 2, 0, 0, 0, 1], Enumerable.Range(0, 9).Select(i => confusion[i / 3, i % 3]));
        Assert.Equal((10, 7), (confusion.Total, confusion.Correct));
        Assert.Equal(6, confusion.Support(0));
        Assert.Equal(5, confusion.Predicted(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => confusion[0, 3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => confusion[-1, 0]);
    }

    [Fact]
    public void Tables_are_aligned()
    {
        var report = ClassificationReport.Of(Labels, Predictions);

        Assert.Equal(
            """
            true \ predicted  cat  dog  axolotl
            cat                 4    1        1
            dog                 1    2        0
            axolotl             0    0        1

            """,
            report.Confusion.ToString(["cat", "dog", "axolotl"]));
        Assert.Equal(
            """
                              precision  recall      F1  support
            cat                  0.8000  0.6667  0.7273        6
            dog                  0.6667  0.6667  0.6667        3
            axolotl              0.5000  1.0000  0.6667        1
            macro average        0.6556  0.7778  0.6869       10
            weighted average     0.7300  0.7000  0.7030       10
            accuracy             0.7000

            """,
            report.ToString(["cat", "dog", "axolotl"]));
        Assert.Contains("\n2 ", report.ToString(), StringComparison.Ordinal);
        Assert.Contains("\n2 ", report.Confusion.ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => report.ToString(["cat"]));
        Assert.Throws<ArgumentException>(() => report.Confusion.ToString(["cat"]));
    }

    [Fact]
    public void Bad_input_is_refused_with_both_numbers()
    {
        BadInput.Assert("predictions", "10", "9", () => ClassificationReport.Of(Labels, Predictions.AsSpan(1)));
        BadInput.Assert("labels", "2", "3", () => ClassificationReport.Of<double>(new double[6], 3, new int[3]));
        BadInput.Assert("labels", "row 1", "3", () => ClassificationReport.Of<double>(new double[6], 3, [0, 3]));
        BadInput.Assert("labels", "row 0", "-1", () => ClassificationReport.Of([-1], [0]));
        BadInput.Assert("predictions", "row 1", "2", () => ClassificationReport.Of([0, 1], [0, 2], classes: 2));
        BadInput.Assert("probabilities", "3", "5", () => ClassificationReport.Of<double>(new double[5], 3, [0]));
        BadInput.Assert("labels", "at least one row", "empty", () => ClassificationReport.Of([], []));
    }

    private static void AssertScores(double precision, double recall, double f1, int support, ClassScores actual)
    {
        Assert.Equal(precision, actual.Precision, 1e-15);
        Assert.Equal(recall, actual.Recall, 1e-15);
        Assert.Equal(f1, actual.F1, 1e-15);
        Assert.Equal(support, actual.Support);
    }
}
