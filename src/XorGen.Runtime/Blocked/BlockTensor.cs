using System.ComponentModel;
using XorGen.Numerics;

namespace XorGen.Blocked;

/// <summary>Where a tensor of parameters is in the block of all parameters.</summary>
/// <param name="Offset">Where its first row begins.</param>
/// <param name="Rows">The number of its rows.</param>
/// <param name="Columns">The number of values of a row.</param>
/// <param name="Stride">The distance between two rows: whole vectors.</param>
/// <param name="IsTransposed">Whether its rows are the columns of the flat order.</param>
/// <param name="IsBias">Whether an optimizer takes it for biases, and not for weights.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public readonly record struct BlockTensor(int Offset, int Rows, int Columns, int Stride, bool IsTransposed = false, bool IsBias = false)
{
    /// <summary>Gets the number of its parameters.</summary>
    public int Count => Rows * Columns;

    /// <summary>Gets its end in the block.</summary>
    public int End => Offset + (Rows * Stride);

    /// <summary>Copies the tensor from the block to its place in the flat order.</summary>
    public void CopyToFlat<T>(ReadOnlySpan<T> block, Span<T> flat)
        where T : unmanaged
    {
        if (IsTransposed)
        {
            RowBlocks.Transpose(block[Offset..End], Stride, Rows, Columns, flat, Rows);
        }
        else
        {
            RowBlocks.Gather(block[Offset..End], Stride, flat, Columns);
        }
    }

    /// <summary>Copies the tensor from its place in the flat order to the block.</summary>
    public void CopyFromFlat<T>(ReadOnlySpan<T> flat, Span<T> block)
        where T : unmanaged
    {
        if (IsTransposed)
        {
            RowBlocks.Transpose(flat, Rows, Columns, Rows, block[Offset..End], Stride);
        }
        else
        {
            RowBlocks.Spread(flat, Columns, block[Offset..End], Stride);
        }
    }
}
