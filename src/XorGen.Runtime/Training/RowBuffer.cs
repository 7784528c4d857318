namespace XorGen.Training;

/// <summary>Memory for rows that are picked from others.</summary>
internal sealed class RowBuffer<T, TTarget>(int rows, int inputWidth, int targetWidth, bool hasWeights)
    where T : unmanaged
    where TTarget : unmanaged
{
    private readonly T[] inputs = new T[rows * inputWidth];
    private readonly TTarget[] targets = new TTarget[rows * targetWidth];
    private readonly T[] weights = new T[hasWeights ? rows : 0];

    /// <summary>Copies rows, in the order of their indices, and returns the copy.</summary>
    public TrainingRows<T, TTarget> Gather(scoped in TrainingRows<T, TTarget> rows, scoped ReadOnlySpan<int> chosen)
    {
        Gather(rows.Inputs, inputWidth, chosen, inputs);
        Gather(rows.Targets, targetWidth, chosen, targets);
        if (hasWeights)
        {
            Gather(rows.Weights, 1, chosen, weights);
        }

        return All.Slice(0, chosen.Length);
    }

    /// <summary>Gets the memory as rows.</summary>
    public TrainingRows<T, TTarget> All => new(inputs, targets, inputWidth, targetWidth) { Weights = weights };

    private static void Gather<TValue>(ReadOnlySpan<TValue> source, int width, ReadOnlySpan<int> chosen, TValue[] buffer)
    {
        for (int i = 0; i < chosen.Length; i++)
        {
            source.Slice(chosen[i] * width, width).CopyTo(buffer.AsSpan(i * width, width));
        }
    }
}
