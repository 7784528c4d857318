namespace XorGen;

/// <summary>Splits for cross-validation: each row is tested on in exactly one of them and trained on in all others.</summary>
public static class CrossValidation
{
    /// <summary>Deals rows out at random to folds whose sizes differ by at most one.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="folds">The number of folds, from 2 to the number of rows.</param>
    /// <param name="seed">Any number. The same seed gives the same folds on every machine.</param>
    /// <returns>A split for each fold, which is its test. The text of the list says their sizes.</returns>
    /// <exception cref="ArgumentException">The number of folds is out of range.</exception>
    public static IReadOnlyList<RowSplit> KFold(int rows, int folds, int seed = 0)
    {
        CheckFolds(rows, folds);
        return Deal(RowSplit.Shuffled(rows, seed), folds);
    }

    /// <summary>
    /// Deals rows out at random to folds, so that their sizes differ by at most one, and so do their numbers of rows of each
    /// class. Of a class with fewer rows than folds, some have none.
    /// </summary>
    /// <param name="labels">The class of each row, not negative.</param>
    /// <param name="folds">The number of folds, from 2 to the number of rows.</param>
    /// <param name="seed">Any number. The same seed gives the same folds on every machine.</param>
    /// <returns>A split for each fold, which is its test. The text of the list says their sizes.</returns>
    /// <exception cref="ArgumentException">The number of folds is out of range, or a label is negative.</exception>
    public static IReadOnlyList<RowSplit> StratifiedKFold(ReadOnlySpan<int> labels, int folds, int seed = 0)
    {
        CheckFolds(labels.Length, folds);

        // Class after class, round and round: a class goes on at the fold where the one before has ended.
        return Deal([.. RowClasses.Shuffled(labels, seed).SelectMany(members => members)], folds);
    }

    private static Folds Deal(int[] order, int folds) =>
        new([.. Enumerable.Range(0, folds).Select(fold => RowSplit.Of(order.Length, order.Where((_, place) => place % folds == fold).ToArray()))]);

    private static void CheckFolds(int rows, int folds)
    {
        if (folds < 2 || folds > rows)
        {
            throw new ArgumentOutOfRangeException(nameof(folds), folds, $"The number of folds is {folds}; with {rows} rows it must be from 2 to {rows}.");
        }
    }
}
