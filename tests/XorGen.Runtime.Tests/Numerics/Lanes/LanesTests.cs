using System.Numerics;
using System.Runtime.CompilerServices;

namespace XorGen.Numerics.Lanes;

/// <summary>Compares operations on lanes with the same operations of plain C#, lane by lane.</summary>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TLanes">The operations under test.</typeparam>
/// <typeparam name="T">The element of a lane.</typeparam>
/// <typeparam name="TBits">The signed integer of the same size.</typeparam>
public abstract class LanesTests<TVector, TLanes, T, TBits>
    where TVector : struct
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    where TBits : unmanaged, IBinaryInteger<TBits>
{
    // A multiple of every number of lanes; half of the samples are enough for all pairs of special values.
    private const int SampleCount = 1 << 13;

    private static readonly T[] First = Samples(1, (i, specials) => specials[i % specials.Length]);
    private static readonly T[] Second = Samples(2, (i, specials) => specials[i / specials.Length % specials.Length]);
    private static readonly T[] Third = Samples(3, (i, specials) => specials[i / 3 % specials.Length]);

    protected static int BitCount => Unsafe.SizeOf<T>() * 8;

    protected static TBits Bits(T value) => Unsafe.BitCast<T, TBits>(value);

    protected static T FromBits(TBits bits) => Unsafe.BitCast<TBits, T>(bits);

    /// <summary>All bits or none.</summary>
    protected static T Mask(bool condition) => FromBits(condition ? TBits.AllBitsSet : TBits.Zero);

    /// <summary>Equal to the bit, or both NaN: its payload is the hardware's.</summary>
    protected static bool SameNumber(T expected, T actual) => SameBits(expected, actual) || (T.IsNaN(expected) && T.IsNaN(actual));

    protected static bool SameBits(T expected, T actual) => Bits(expected) == Bits(actual);

    protected static void Agree(Func<TVector, TVector> lanes, Func<T, T> scalar, Func<T, T, bool> same) =>
        Agree((a, _, _) => lanes(a), (a, _, _) => scalar(a), same);

    protected static void Agree(Func<TVector, TVector, TVector> lanes, Func<T, T, T> scalar, Func<T, T, bool> same) =>
        Agree((a, b, _) => lanes(a, b), (a, b, _) => scalar(a, b), same);

    protected static void Agree(
        Func<TVector, TVector, TVector, TVector> lanes, Func<T, T, T, T> scalar, Func<T, T, bool> same) =>
        Agree(First, Second, Third, lanes, scalar, same);

    protected static void Agree(
        T[] first, T[] second, T[] third, Func<TVector, TVector, TVector, TVector> lanes, Func<T, T, T, T> scalar, Func<T, T, bool> same)
    {
        for (int start = 0; start < first.Length; start += TLanes.Count)
        {
            T[] actual = ToArray(lanes(
                TLanes.Load(ref first[0], (nuint)start), TLanes.Load(ref second[0], (nuint)start), TLanes.Load(ref third[0], (nuint)start)));
            for (int lane = 0; lane < TLanes.Count; lane++)
            {
                T a = first[start + lane], b = second[start + lane], c = third[start + lane];
                T expected = scalar(a, b, c);
                if (!same(expected, actual[lane]))
                {
                    Assert.Fail($"Lane {lane} of ({a:R}, {b:R}, {c:R}): expected {expected:R}, got {actual[lane]:R}.");
                }
            }
        }
    }

    protected static T[] ToArray(TVector vector)
    {
        var lanes = new T[TLanes.Count];
        TLanes.Store(vector, ref lanes[0], 0);
        return lanes;
    }

    /// <summary>Numbers 0, 1, 2, ... that tell positions apart.</summary>
    protected static T[] Positions(int count) => [.. Enumerable.Range(0, count).Select(i => T.CreateChecked(i))];

    protected static T[] SamplesOf(int seed) => Samples(seed, (i, specials) => specials[i % specials.Length]);

    private static T[] Samples(int seed, Func<int, T[], T> special)
    {
        T[] specials = Specials();
        var random = new RandomSource(seed);
        var samples = new T[SampleCount];
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = (i % 4) switch
            {
                0 or 1 => special(i / 4, specials),
                2 => FromBits(TBits.CreateTruncating(random.NextUInt64())),
                _ => T.CreateTruncating((4 * random.NextDouble()) - 2),
            };
        }

        return samples;
    }

    private static T[] Specials()
    {
        T smallestNormal = FromBits(TBits.One << (BitCount == 32 ? 23 : 52));
        T[] positive =
        [
            T.Zero, T.Epsilon, T.BitDecrement(smallestNormal), smallestNormal, T.BitIncrement(smallestNormal), T.BitDecrement(T.One),
            T.One, T.BitIncrement(T.One), T.CreateChecked(0.1), T.Pi, T.BitDecrement(T.MaxValue), T.MaxValue, T.PositiveInfinity, T.NaN,
        ];
        return [.. positive, .. positive.Select(value => -value)];
    }
}
