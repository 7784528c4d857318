using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <summary>One of the parts into which threads cut their work. No sum is ever cut, so the parts do not change the bits.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="Count">The number of parts.</param>
public readonly record struct WorkPart(int Index, int Count)
{
    /// <summary>Gets the only part of work that is not cut.</summary>
    public static WorkPart Whole => new(0, 1);

    /// <summary>Gets a value indicating whether it is the last part.</summary>
    public bool IsLast => Index == Count - 1;

    /// <summary>Returns its share of some items: the first and the one after the last.</summary>
    /// <param name="items">The number of items.</param>
    /// <param name="step">All parts but the last have a multiple of that many.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int Begin, int End) Cut(int items, int step) =>
        Count == 1 ? (0, items) : (At(Index, items, step), Index == Count - 1 ? items : At(Index + 1, items, step));

    private int At(int index, int items, int step) =>
        (int)Math.Min(items, (((long)items * index / Count) + step - 1) / step * step);
}
