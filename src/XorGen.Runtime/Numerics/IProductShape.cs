using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace XorGen.Numerics;

/// <summary>
/// How the factors of a matrix product lie in memory, as constants of a type; and the size of the type is the number of chains in which a
/// sum is made (see <see cref="IDenseShape.Chains"/> and, for why it is the size, <see cref="ITileRows"/>).
/// </summary>
internal interface IProductShape
{
    /// <summary>Gets the distance between two rows of the left factor.</summary>
    static abstract int LeftRowStride { get; }

    /// <summary>Gets the distance between two columns of the left factor.</summary>
    static abstract int LeftColumnStride { get; }

    /// <summary>Gets the number of columns of the right factor and of the result, and the distance between two of their rows.</summary>
    static abstract int Columns { get; }
}

/// <summary>x W.</summary>
internal readonly struct ForwardProduct<TShape> : IProductShape
    where TShape : struct, IDenseShape
{
    public static int LeftRowStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.InputStride;
    }

    public static int LeftColumnStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    public static int Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.OutputStride;
    }
}

/// <summary>x W, its sums in two chains.</summary>
[StructLayout(LayoutKind.Sequential, Size = 2)]
internal readonly struct ForwardProductInTwo<TShape> : IProductShape
    where TShape : struct, IDenseShape
{
    public static int LeftRowStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.InputStride;
    }

    public static int LeftColumnStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    public static int Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.OutputStride;
    }
}

/// <summary>x W, its sums in four chains.</summary>
[StructLayout(LayoutKind.Sequential, Size = 4)]
internal readonly struct ForwardProductInFour<TShape> : IProductShape
    where TShape : struct, IDenseShape
{
    public static int LeftRowStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.InputStride;
    }

    public static int LeftColumnStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    public static int Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.OutputStride;
    }
}

/// <summary>dz Wᵀ.</summary>
internal readonly struct BackwardProduct<TShape> : IProductShape
    where TShape : struct, IDenseShape
{
    public static int LeftRowStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.OutputStride;
    }

    public static int LeftColumnStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    public static int Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.InputStride;
    }
}

/// <summary>xᵀ dz.</summary>
internal readonly struct WeightGradientProduct<TShape> : IProductShape
    where TShape : struct, IDenseShape
{
    public static int LeftRowStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    public static int LeftColumnStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.InputStride;
    }

    public static int Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.OutputStride;
    }
}

/// <summary>dzᵀ x.</summary>
internal readonly struct TransposedWeightGradientProduct<TShape> : IProductShape
    where TShape : struct, IDenseShape
{
    public static int LeftRowStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    public static int LeftColumnStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.OutputStride;
    }

    public static int Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.InputStride;
    }
}
