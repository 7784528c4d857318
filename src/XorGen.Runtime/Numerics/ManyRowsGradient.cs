using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace XorGen.Numerics;

/// <summary>
/// The gradient of a batch of so many rows that a sum of single precision would lose digits: those of groups of rows are added up in
/// double precision. The last group, whose last block the optimizer's step belongs to, goes on from the rounded total of the others.
/// </summary>
/// <remarks>Batches of one group are summed as ever, and so are those in double precision.</remarks>
/// <typeparam name="T">The type of a value.</typeparam>
internal readonly ref struct ManyRowsGradient<T>
    where T : unmanaged
{
    private readonly Span<double> totals;
    private readonly int groupRows;
    private readonly int lastGroup;

    /// <summary>Prepares the sums.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="blockRows">The number of rows of a block, of which groups are made.</param>
    /// <param name="length">The length of the gradient.</param>
    /// <param name="isTraining">Whether there is a gradient.</param>
    public ManyRowsGradient(int rows, int blockRows, int length, bool isTraining)
    {
        groupRows = Math.Max(1, ManySums.BlockedRows / blockRows) * blockRows;
        if (isTraining && typeof(T) == typeof(float) && rows > groupRows)
        {
            lastGroup = (rows - 1) / groupRows * groupRows;
            totals = Scratch<double>.Get(length);
            totals.Clear();
        }
    }

    /// <summary>Returns whether the gradient of a block does not go on from the one that is there; adds that up where a group has ended.</summary>
    /// <param name="first">The first row of the block.</param>
    /// <param name="training">The gradient so far.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Begins(int first, ref T training) => first == 0 || (!totals.IsEmpty && first % groupRows == 0 && EndGroup(first, ref training));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool EndGroup(int first, ref T training)
    {
        Span<float> gradient = MemoryMarshal.CreateSpan(ref Unsafe.As<T, float>(ref training), totals.Length);
        ManySums.AddTo(totals, gradient);
        if (first != lastGroup)
        {
            return true;
        }

        ManySums.End(totals, gradient);
        return false;
    }
}
