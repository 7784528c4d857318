using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <summary>The elementary functions that kernels over either precision call.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
[CLSCompliant(false)]
public interface IElementaryFunctions<T>
    where T : unmanaged
{
    /// <summary>Returns the exponential.</summary>
    static abstract TVector Exp<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>;

    /// <summary>Returns the natural logarithm.</summary>
    static abstract TVector Log<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>;
}

/// <summary>Those in single precision.</summary>
[CLSCompliant(false)]
public readonly struct SingleFunctions : IElementaryFunctions<float>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Exp<TVector, TLanes>(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Log<TVector, TLanes>(x);
}

/// <summary>Those in double precision.</summary>
[CLSCompliant(false)]
public readonly struct DoubleFunctions : IElementaryFunctions<double>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Exp<TVector, TLanes>(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Log<TVector, TLanes>(x);
}
