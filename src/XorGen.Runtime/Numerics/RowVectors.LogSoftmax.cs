using System.Numerics;
using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <content>The logarithm of the softmax.</content>
public static partial class RowVectors
{
    /// <summary>Turns the sums of a row to the logarithms of its softmax: <c>a_j = (z_j - largest z) - log(sum of exp(z_k - largest z))</c>.</summary>
    /// <param name="outputs">The number of outputs, at least one.</param>
    /// <param name="z">The sums; whole vectors of 512 bits may be read.</param>
    /// <param name="a">Receives whole vectors; may be <paramref name="z"/>.</param>
    [SkipLocalsInit]
    public static void LogSoftmax<TVector, TLanes, T, TFunctions>(int outputs, ref T z, ref T a)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFunctions : struct, IElementaryFunctions<T>
    {
        TVector largest = TLanes.Create(Largest<TVector, TLanes, T>(outputs, ref z, T.NegativeInfinity));
        int count = VirtualLanes.Count<T>();
        Span<T> sums = stackalloc T[count];
        sums.Clear();
        for (nuint j = 0; j < (nuint)outputs; j += (nuint)TLanes.Count)
        {
            TVector e = TFunctions.Exp<TVector, TLanes>(TLanes.Subtract(TLanes.Load(ref z, j), largest));
            e = TLanes.Select(TLanes.FirstLanes(outputs - (int)j), e, TLanes.Zero);
            nuint lane = j % (nuint)count;
            TLanes.Store(TLanes.Add(TLanes.Load(ref sums[0], lane), e), ref sums[0], lane);
        }

        TVector logTotal = TFunctions.Log<TVector, TLanes>(TLanes.Create(VirtualLanes.Sum<T>(sums[..Fewest(outputs, count)])));
        for (nuint j = 0; j < (nuint)outputs; j += (nuint)TLanes.Count)
        {
            TLanes.Store(TLanes.Subtract(TLanes.Subtract(TLanes.Load(ref z, j), largest), logTotal), ref a, j);
        }
    }
}
