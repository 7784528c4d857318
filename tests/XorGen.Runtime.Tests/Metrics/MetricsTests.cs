using CsCheck;
using XorGen.Numerics;

namespace XorGen.Scores;

public class MetricsTests
{
    [Fact]
    public void Predictions_take_the_first_of_the_largest_outputs()
    {
        Assert.Equal([1, 0, 2], Metrics.Predictions<double>([0, 1, 0, 2, 2, 1, double.NaN, 1, 3], 3));
        Assert.Equal([0, 0, 1], Metrics.Predictions<float>([0.2f, 0.5f, 0.6f], 1));
        BadInput.Assert("outputs", "3", "4", () => Metrics.Predictions<double>(new double[4], 3));
    }

    [Fact]
    public void A_row_without_a_number_predicts_nothing_and_is_not_correct()
    {
        double[] rows = [0, 1, double.NaN, double.NaN];
        BadInput.Assert("outputs", "Row 1", "NaN", () => Metrics.Predictions<double>(rows, 2));
        BadInput.Assert("outputs", "Row 2", "NaN", () => Metrics.Predictions<double>(rows, 1));
        Assert.Equal(1, RowBlocks.CountCorrect<double>(rows, 2, 2, [1, 1]));
        BadInput.Assert("probabilities", "Row 1, column 0", "NaN", () => ClassificationReport.Of<double>(rows, 2, [1, 1]));
        BadInput.Assert("probabilities", "Row 2, column 0", "NaN", () => ClassificationReport.Of<double>(rows, 1, [1, 1, 1, 1]));
    }

    [Fact]
    public void Accuracy_is_the_share_of_equal_labels()
    {
        Assert.Equal(0.75, Metrics.Accuracy([0, 1, 2, 1], [0, 1, 2, 2]));
        BadInput.Assert("predictions", "2", "1", () => Metrics.Accuracy([0, 1], [0]));
    }

    // scikit-learn 1.2.1: log_loss([0, 1, 1], [0.0, 1.0, 0.0]), where 0 and 1 are moved by the unit roundoff.
    [Fact]
    public void The_log_loss_of_certainty_is_finite() =>
        Assert.Equal(12.014551129705717, Metrics.LogLoss<double>([0.0, 1.0, 0.0], 1, [0, 1, 1]), 1e-14);

    [Fact]
    public void The_area_is_the_share_of_pairs_in_order() =>
        Gen.Select(Gen.Int[0, 6].Array[2, 60], Gen.Int[0, int.MaxValue]).Sample(
            (scores, seed) =>
            {
                var random = new Random(seed);
                int[] labels = [.. scores.Select((_, i) => i < 2 ? i : random.Next(2))];
                double pairs = 0;
                double right = 0;
                for (int i = 0; i < labels.Length; i++)
                {
                    for (int j = 0; j < labels.Length; j++)
                    {
                        if (labels[i] == 1 && labels[j] == 0)
                        {
                            pairs++;
                            right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                        }
                    }
                }

                Assert.Equal(right / pairs, Metrics.RocAuc<double>([.. scores.Select(score => (double)score)], labels), 1e-14);
            },
            iter: 300);

    [Fact]
    public void The_area_needs_both_classes_and_numbers()
    {
        BadInput.Assert("labels", "class 1", "2 of 2", () => Metrics.RocAuc<double>([0.1, 0.2], [1, 1]));
        BadInput.Assert("labels", "class 2", "0 of 3", () => Metrics.RocAuc<double>(new double[9], 3, [0, 1, 0]));
        BadInput.Assert("scores", "Row 1", "NaN", () => Metrics.RocAuc<float>([0.1f, float.NaN], [1, 0]));
        BadInput.Assert("labels", "row 0", "2", () => Metrics.RocAuc<double>([0.1, 0.2], [2, 1]));
        BadInput.Assert("labels", "2", "1", () => Metrics.RocAuc<double>([0.1, 0.2], [1]));
    }
}
