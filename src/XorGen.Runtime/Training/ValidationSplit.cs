using XorGen.Numerics;

namespace XorGen.Training;

/// <summary>Splits the validation rows off the rows to train on.</summary>
internal sealed class ValidationSplit(double share, int seed, bool stratified) : Validation
{
    /// <summary>Returns the indices of the rows to train on and of those to validate with, each in ascending order.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="labels">Their classes, or nothing.</param>
    /// <exception cref="ArgumentException">One of the two parts would be empty.</exception>
    public (int[] Training, int[] Validation) Split(int rows, ReadOnlySpan<int> labels)
    {
        int count = (int)Math.Round(share * rows, MidpointRounding.AwayFromZero);
        if (count == 0 || count == rows)
        {
            throw new ArgumentException($"A validation share of {share} of {rows} rows is {count}; both parts need at least one row.");
        }

        var order = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            order[i] = i;
        }

        new RandomSource(seed).Shuffle(order);
        var isValidation = new bool[rows];
        if (stratified && !labels.IsEmpty)
        {
            int[] quotas = Quotas(labels, count);
            foreach (int row in order)
            {
                isValidation[row] = quotas[labels[row]]-- > 0;
            }
        }
        else
        {
            foreach (int row in order.AsSpan(0, count))
            {
                isValidation[row] = true;
            }
        }

        Array.Sort(order);
        return (Array.FindAll(order, row => !isValidation[row]), Array.FindAll(order, row => isValidation[row]));
    }

    /// <summary>
    /// How many rows of each class are split off: its share rounded down, and one more of those with the largest
    /// remainders (the first of equal ones) until the sum is right.
    /// </summary>
    private static int[] Quotas(ReadOnlySpan<int> labels, int count)
    {
        int rows = labels.Length;
        int classes = 0;
        foreach (int label in labels)
        {
            classes = Math.Max(classes, label + 1);
        }

        var quotas = new int[classes];
        var remainders = new long[classes];
        int left = count;
        for (int j = 0; j < classes; j++)
        {
            long product = (long)labels.Count(j) * count;
            quotas[j] = (int)(product / rows);
            remainders[j] = product % rows;
            left -= quotas[j];
        }

        for (; left > 0; left--)
        {
            int largest = Array.IndexOf(remainders, remainders.Max());
            quotas[largest]++;
            remainders[largest] = -1;
        }

        return quotas;
    }
}
