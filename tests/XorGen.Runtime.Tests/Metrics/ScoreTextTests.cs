using System.Globalization;

namespace XorGen.Scores;

/// <summary>What reports say, whatever the culture.</summary>
public class ScoreTextTests
{
    public ScoreTextTests() => CultureInfo.CurrentCulture = CommaCulture.Create();

    [Fact]
    public void Scores_are_a_line()
    {
        Assert.Equal("precision 0.5000, recall 1.0000, F1 0.6667 of 1 row", ClassificationReport.Of([0, 1], [1, 1]).Classes[1].ToString());
        Assert.Equal("R2 0.75, MAE 0.5, RMSE 0.5", RegressionReport.Of<double>([1, 3], [1.5, 2.5]).Outputs[0].ToString());
    }

    [Fact]
    public void A_classification_is_a_table() => Assert.Equal(
        """
                          precision  recall      F1  support
        0                    0.0000  0.0000  0.0000        1
        1                    0.5000  1.0000  0.6667        1
        macro average        0.2500  0.5000  0.3333        2
        weighted average     0.2500  0.5000  0.3333        2
        accuracy             0.5000

        """,
        ClassificationReport.Of([0, 1], [1, 1]).ToString());

    [Fact]
    public void A_confusion_matrix_is_a_table() => Assert.Equal(
        """
        true \ predicted  0  1
        0                 0  1
        1                 0  1

        """,
        new ConfusionMatrix([0, 1], [1, 1], 2).ToString());

    [Fact]
    public void Log_loss_of_NaN_is_refused() =>
        BadInput.Assert("probabilities", "Row 1, column 0", "NaN", () => Metrics.LogLoss<float>([0.5f, float.NaN], 1, [0, 1]));
}
