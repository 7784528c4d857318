using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <summary>The number of rows of a tile, as a constant of a type.</summary>
internal interface ITileRows
{
    static abstract int Value { get; }
}

/// <inheritdoc cref="ITileRows"/>
internal readonly struct OneRow : ITileRows
{
    public static int Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }
}

/// <inheritdoc cref="ITileRows"/>
internal readonly struct TwoRows : ITileRows
{
    public static int Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2;
    }
}

/// <inheritdoc cref="ITileRows"/>
internal readonly struct ThreeRows : ITileRows
{
    public static int Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 3;
    }
}

/// <inheritdoc cref="ITileRows"/>
internal readonly struct FourRows : ITileRows
{
    public static int Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 4;
    }
}

/// <inheritdoc cref="ITileRows"/>
internal readonly struct FiveRows : ITileRows
{
    public static int Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 5;
    }
}

/// <inheritdoc cref="ITileRows"/>
internal readonly struct SixRows : ITileRows
{
    public static int Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 6;
    }
}

/// <inheritdoc cref="ITileRows"/>
internal readonly struct SevenRows : ITileRows
{
    public static int Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 7;
    }
}

/// <inheritdoc cref="ITileRows"/>
internal readonly struct EightRows : ITileRows
{
    public static int Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 8;
    }
}
