using System.Globalization;
using CsCheck;

namespace XorGen.Data;

/// <summary>Splits have each row exactly once, in the proportions that were asked for.</summary>
public class SplitTests
{
    private static readonly Gen<int[]> Labels = Gen.Int[0, 3].Array[2, 60];

    [Fact]
    public void A_random_split_has_each_row_once() => Gen.Select(Gen.Int[2, 100], Gen.Double[0.01, 0.99], Gen.Int).Sample(
        (rows, share, seed) =>
        {
            RowSplit split = RowSplit.Random(rows, share, seed);
            AssertIsSplit(split, rows);
            Assert.Equal(Math.Clamp((int)Math.Round(share * rows, MidpointRounding.AwayFromZero), 1, rows - 1), split.Test.Count);
        });

    [Fact]
    public void A_stratified_split_has_each_class_in_proportion() => Gen.Select(Labels, Gen.Double[0.01, 0.99], Gen.Int).Sample(
        (labels, share, seed) =>
        {
            RowSplit split = RowSplit.Stratified(labels, share, seed);
            AssertIsSplit(split, labels.Length);
            Assert.Equal(RowSplit.Random(labels.Length, share, seed).Test.Count, split.Test.Count);
            for (int label = 0; label < 4; label++)
            {
                double owed = (double)split.Test.Count * labels.Count(l => l == label) / labels.Length;
                Assert.True(Math.Abs(split.Test.Count(row => labels[row] == label) - owed) < 1);
            }
        });

    [Fact]
    public void Folds_test_each_row_once() => Gen.Select(Gen.Int[2, 60], Gen.Int[2, 10], Gen.Int).Where((rows, folds, _) => folds <= rows).Sample(
        (rows, folds, seed) => AssertAreFolds(CrossValidation.KFold(rows, folds, seed), rows, folds));

    [Fact]
    public void Stratified_folds_share_out_each_class() => Gen.Select(Labels, Gen.Int[2, 10], Gen.Int).Where((labels, folds, _) => folds <= labels.Length).Sample(
        (labels, folds, seed) =>
        {
            IReadOnlyList<RowSplit> splits = CrossValidation.StratifiedKFold(labels, folds, seed);
            AssertAreFolds(splits, labels.Length, folds);
            for (int label = 0; label < 4; label++)
            {
                int[] counts = [.. splits.Select(split => split.Test.Count(row => labels[row] == label))];
                Assert.InRange(counts.Max() - counts.Min(), 0, 1);
            }
        });

    // The same numbers on every machine; they change only with the random numbers or the order of their use.
    [Fact]
    public void The_seed_decides()
    {
        Assert.Equal(RowSplit.Random(50, 0.3, 7).Test, RowSplit.Random(50, 0.3, 7).Test);
        Assert.NotEqual(RowSplit.Random(50, 0.3, 7).Test, RowSplit.Random(50, 0.3, 8).Test);
        Assert.NotEqual(CrossValidation.KFold(50, 5, 7)[0].Test, CrossValidation.KFold(50, 5, 8)[0].Test);
        Assert.NotEqual(Enumerable.Range(0, 10), CrossValidation.KFold(50, 5, 7)[0].Test);
    }

    [Fact]
    public void Rows_are_gathered_and_labels_encoded()
    {
        Assert.Equal([5, 6, 1, 2, 5, 6], Rows.Gather<int>([1, 2, 3, 4, 5, 6], 2, [2, 0, 2]));
        Assert.Equal([0f, 0, 1, 1, 0, 0], Rows.OneHot<float>([2, 0], 3));
        Assert.Equal([1, 0, 1, 2], Rows.Labels(["cat", "ant", "cat", "dog"], out IReadOnlyList<string> names));
        Assert.Equal(["ant", "cat", "dog"], names);
    }

    [Fact]
    public void Bad_input_is_refused_with_both_numbers()
    {
        BadInput.Assert("folds", "is 6", "5 rows", () => CrossValidation.KFold(5, 6));
        BadInput.Assert("folds", "is 1", "5 rows", () => CrossValidation.StratifiedKFold(new int[5], 1));
        BadInput.Assert("labels", "row 1", "-1", () => CrossValidation.StratifiedKFold([0, -1], 2));
        BadInput.Assert("rows", "at least 2", "1", () => RowSplit.Random(1, 0.5));
        BadInput.Assert("testShare", "below 1", "is 1", () => RowSplit.Random(10, 1));
        BadInput.Assert("labels", "at least 2", "1", () => RowSplit.Stratified([0], 0.5));
        BadInput.Assert("chosen", "no row 3", "there are 3", () => Rows.Gather<int>([1, 2, 3], 1, [3]));
        BadInput.Assert("source", "2", "3", () => Rows.Gather<int>([1, 2, 3], 2, [0]));
        BadInput.Assert("labels", "row 0", "3", () => Rows.OneHot<double>([3], 3));
    }

    [Fact]
    public void More_values_than_an_array_holds_are_refused()
    {
        BadInput.Assert("labels", "65536", "4294967296", () => Rows.OneHot<double>(new int[65_536], 65_536));
        BadInput.Assert("chosen", "65536", "4294967296", () => Rows.Gather<byte>(new byte[65_536], 65_536, new int[65_536]));
        BadInput.Assert("classes", "50000", "2500000000", () => _ = new ConfusionMatrix([0], [0], 50_000));
        Assert.ThrowsAny<ArgumentException>(() => ClassificationReport.Of([int.MaxValue], [0]));
    }

    [Fact]
    public void Labels_need_not_be_the_first_numbers()
    {
        int[] labels = [int.MaxValue, 0, int.MaxValue, 0, int.MaxValue, 0, int.MaxValue, 0];
        int[] small = [.. labels.Select(label => label > 0 ? 1 : 0)];
        Assert.Equal(RowSplit.Stratified(small, 0.5, 1).Test, RowSplit.Stratified(labels, 0.5, 1).Test);
        Assert.Equal(2, RowSplit.Stratified(labels, 0.5, 1).Test.Count(row => labels[row] == 0));
        Assert.Equal(CrossValidation.StratifiedKFold(small, 2)[0].Test, CrossValidation.StratifiedKFold(labels, 2)[0].Test);
    }

    [Fact]
    public void Messages_have_decimal_points_everywhere()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var withCommas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        withCommas.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = withCommas;
        try
        {
            BadInput.Assert("testShare", "it is 1.5", string.Empty, () => RowSplit.Random(10, 1.5));
            BadInput.Assert("deviations", "Number 0 is -1.5", string.Empty, () => _ = new Standardizer([0], [-1.5]));
            BadInput.Assert("high", "from 1.5 to 0.5", string.Empty, () => MinMaxScaler.Between([0], [1], 1.5, 0.5));
            BadInput.Assert("largest", "from 1.5 to 0.5", string.Empty, () => MinMaxScaler.Between([1.5], [0.5]));
            BadInput.Assert("weights", "row 0 is -1.5", string.Empty, () => Numerics.Check.Weights<double>([-1.5], 1, "weights"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void AssertIsSplit(RowSplit split, int rows)
    {
        Assert.Equal(Enumerable.Range(0, rows), split.Train.Concat(split.Test).Order());
        Assert.Equal(split.Train.Order(), split.Train);
        Assert.Equal(split.Test.Order(), split.Test);
    }

    private static void AssertAreFolds(IReadOnlyList<RowSplit> splits, int rows, int folds)
    {
        Assert.Equal(folds, splits.Count);
        Assert.All(splits, split => AssertIsSplit(split, rows));
        Assert.Equal(Enumerable.Range(0, rows), splits.SelectMany(split => split.Test).Order());
        Assert.InRange(splits.Max(split => split.Test.Count) - splits.Min(split => split.Test.Count), 0, 1);
    }
}
