using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <summary>How the factors of a matrix product lie in memory, as constants of a type.</summary>
internal interface IProductShape
{
    /// <summary>Gets the distance between two rows of the left factor.</summary>
    static abstract int LeftRowStride { get; }

    /// <summary>Gets the distance between two columns of the left factor.</summary>
    static abstract int LeftColumnStride { get; }

    /// <summary>Gets the number of columns of the right factor and of the result, and the distance between two of their rows.</summary>
    static abstract int Columns { get; }

    /// <summary>Gets the number of chains in which a sum is made: see <see cref="IDenseShape.Chains"/>.</summary>
    static abstract int Chains { get; }
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

    public static int Chains
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.Chains;
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

    public static int Chains
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
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

    public static int Chains
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
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

    public static int Chains
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }
}
