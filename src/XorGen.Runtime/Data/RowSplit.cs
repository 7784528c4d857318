using System.Globalization;

namespace XorGen;

/// <summary>Rows that are trained on and rows that are tested on, by their numbers; each in ascending order.</summary>
/// <param name="Train">The rows to train on.</param>
/// <param name="Test">The others.</param>
public sealed record RowSplit(IReadOnlyList<int> Train, IReadOnlyList<int> Test)
{
    /// <summary>Splits rows at random.</summary>
    /// <param name="rows">The number of rows, at least 2.</param>
    /// <param name="testShare">The share of the rows to test on, above 0 and below 1; at least one row is left for each side.</param>
    /// <param name="seed">Any number. The same seed gives the same split on every machine.</param>
    /// <exception cref="ArgumentException">There are fewer than 2 rows, or the share is out of range.</exception>
    public static RowSplit Random(int rows, double testShare, int seed = 0)
    {
        int tests = TestCount(rows, testShare, nameof(rows));
        var order = Shuffled(rows, seed);
        return Of(rows, order.AsSpan(0, tests));
    }

    /// <summary>Splits rows at random, each class in the same proportion, as near as whole rows allow.</summary>
    /// <param name="labels">The class of each row, not negative; at least 2 rows.</param>
    /// <param name="testShare">The share of the rows to test on, above 0 and below 1; at least one row is left for each side.</param>
    /// <param name="seed">Any number. The same seed gives the same split on every machine.</param>
    /// <exception cref="ArgumentException">There are fewer than 2 rows, a label is negative, or the share is out of range.</exception>
    public static RowSplit Stratified(ReadOnlySpan<int> labels, double testShare, int seed = 0)
    {
        int rows = labels.Length;
        int tests = TestCount(rows, testShare, nameof(labels));
        List<int>[] classes = RowClasses.Shuffled(labels, seed);

        // The largest remainder method: whole rows first, then one more for the classes that are owed most.
        double[] exact = [.. classes.Select(members => (double)members.Count * tests / rows)];
        int[] counts = [.. exact.Select(share => (int)share)];
        foreach (int label in Enumerable.Range(0, classes.Length).OrderByDescending(label => exact[label] - counts[label]).Take(tests - counts.Sum()))
        {
            counts[label]++;
        }

        int[] chosen = [.. classes.SelectMany((members, label) => members.Take(counts[label]))];
        return Of(rows, chosen);
    }

    /// <summary>Returns how many rows are on each side.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Train.Count} {(Train.Count == 1 ? "row" : "rows")} to train on, {Test.Count} to test on");

    /// <summary>Makes a split of the rows that are tested on and the rest.</summary>
    internal static RowSplit Of(int rows, ReadOnlySpan<int> tests)
    {
        var isTest = new bool[rows];
        foreach (int row in tests)
        {
            isTest[row] = true;
        }

        int[] all = [.. Enumerable.Range(0, rows)];
        return new(Array.AsReadOnly(Array.FindAll(all, row => !isTest[row])), Array.AsReadOnly(Array.FindAll(all, row => isTest[row])));
    }

    /// <summary>Returns the numbers from 0 in random order.</summary>
    internal static int[] Shuffled(int count, int seed)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new Numerics.RandomSource(seed).Shuffle(order);
        return order;
    }

    /// <summary>Returns a share of some rows, in whole rows.</summary>
    internal static int CountOf(double share, int rows) => (int)Math.Round(share * rows, MidpointRounding.AwayFromZero);

    private static int TestCount(int rows, double testShare, string rowsParameter)
    {
        if (rows < 2)
        {
            throw new ArgumentOutOfRangeException(rowsParameter, rows, $"Expected at least 2 rows, but there are {rows}.");
        }

        if (!(testShare > 0 && testShare < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(testShare), testShare, string.Create(CultureInfo.InvariantCulture, $"The share to test on must be above 0 and below 1, but it is {testShare}."));
        }

        return Math.Clamp(CountOf(testShare, rows), 1, rows - 1);
    }
}
