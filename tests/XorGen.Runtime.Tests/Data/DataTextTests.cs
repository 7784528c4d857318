using System.Globalization;

namespace XorGen.Data;

/// <summary>What splits and scalers say of themselves, whatever the culture.</summary>
public class DataTextTests
{
    public DataTextTests() => CultureInfo.CurrentCulture = CommaCulture.Create();

    [Fact]
    public void A_standardizer_lists_its_columns() => Assert.Equal(
        """
        Standardizer of 2 columns
        column            mean       deviation
             0             1.5        1.802776
             1        -1234568           1E-05

        """,
        new Standardizer([1.5, -1234567.9], [1.8027756377319946, 1e-5]).ToString());

    [Fact]
    public void A_scaler_to_a_range_lists_its_columns() => Assert.Equal(
        """
        MinMaxScaler of 1 column to the range from -0.5 to 1
        column        smallest         largest
             0             2.5          4.1234

        """,
        MinMaxScaler.Between([2.5], [4.1234], -0.5, 1).ToString());

    [Fact]
    public void Splits_say_their_sizes()
    {
        Assert.Equal("112 rows to train on, 38 to test on", RowSplit.Random(150, 0.25).ToString());
        Assert.Equal("1 row to train on, 1 to test on", RowSplit.Random(2, 0.5).ToString());
        Assert.Equal(
            """
            3 folds of 5 rows
            fold 0: 3 rows to train on, 2 to test on
            fold 1: 3 rows to train on, 2 to test on
            fold 2: 4 rows to train on, 1 to test on

            """,
            CrossValidation.KFold(5, 3).ToString());
        Assert.StartsWith("2 folds of 4 rows\n", CrossValidation.StratifiedKFold([0, 1, 0, 1], 2).ToString(), StringComparison.Ordinal);
    }
}
