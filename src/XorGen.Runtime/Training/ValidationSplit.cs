using System.Globalization;

namespace XorGen.Training;

/// <summary>Splits the validation rows off the rows to train on.</summary>
internal sealed class ValidationSplit(double share, int seed, bool stratified) : Validation
{
    /// <summary>Returns the rows to train on and those to validate with.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="labels">Their classes, or nothing.</param>
    /// <exception cref="ArgumentException">One of the two parts would be empty.</exception>
    public RowSplit Split(int rows, ReadOnlySpan<int> labels)
    {
        int count = RowSplit.CountOf(share, rows);
        if (count == 0 || count == rows)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"options.Validation takes a share of {share} of {rows} rows, which is {count}; both parts need at least one row."));
        }

        return stratified && !labels.IsEmpty ? RowSplit.Stratified(labels, share, seed) : RowSplit.Random(rows, share, seed);
    }
}
