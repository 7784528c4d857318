namespace XorGen.Training;

/// <summary>Memory for rows that are picked from others.</summary>
internal sealed class RowBuffer<T, TTarget>(int rows, int inputWidth, int targetWidth, bool hasWeights)
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    where TTarget : unmanaged
{
    private readonly RowCopies copies = new();
    private readonly T[] inputs = new T[rows * inputWidth];
    private readonly TTarget[] targets = new TTarget[rows * targetWidth];
    private readonly T[] weights = new T[hasWeights ? rows : 0];

    /// <summary>Copies rows, in the order of their indices, and returns the copy.</summary>
    public TrainingRows<T, TTarget> Gather(scoped in TrainingRows<T, TTarget> rows, scoped ReadOnlySpan<int> chosen, int mostThreads)
    {
        copies.Copy(rows.Inputs, inputWidth, chosen, inputs, mostThreads);
        copies.Copy(rows.Targets, targetWidth, chosen, targets, mostThreads);
        if (hasWeights)
        {
            copies.Copy(rows.Weights, 1, chosen, weights, mostThreads);
        }

        return All.Slice(0, chosen.Length) with { ClassWeighted = rows.ClassWeighted };
    }

    /// <summary>Gets the memory as rows.</summary>
    public TrainingRows<T, TTarget> All => new(inputs, targets, inputWidth, targetWidth) { Weights = weights };
}
