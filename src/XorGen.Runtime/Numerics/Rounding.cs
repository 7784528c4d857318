using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <summary>Rounds numbers of double precision to the precision of a network.</summary>
internal static class Rounding
{
    /// <summary>Rounds to nearest, ties to even.</summary>
    /// <remarks>As T.CreateTruncating, which is some ten methods to compile before the first step.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T To<T>(double value)
        where T : unmanaged
        => typeof(T) == typeof(float) ? Unsafe.BitCast<float, T>((float)value) : Unsafe.BitCast<double, T>(value);
}
