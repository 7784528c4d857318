using System.Numerics;

namespace XorGen.Numerics;

/// <summary>
/// Pseudo-random numbers that are the same on every machine: xoshiro256**, seeded through SplitMix64.
/// </summary>
/// <remarks>
/// <para>The generators are those of D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators",
/// ACM Transactions on Mathematical Software 47(4), 2021 (https://prng.di.unimi.it). The floating-point numbers made
/// of them use exact or correctly rounded operations and <see cref="ElementaryDouble"/> only.</para>
/// <para>It is a mutable struct, so that a training loop can hold it without an allocation: pass it by reference, for
/// a copy repeats the sequence. The default value has not been seeded and must not be used.</para>
/// </remarks>
[CLSCompliant(false)]
public struct RandomSource
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    // Marsaglia's method makes normal numbers in pairs; the second one waits here. NaN when there is none.
    private double spareNormal;

    /// <summary>Starts the sequence of a seed. A negative seed is sign-extended.</summary>
    /// <param name="seed">Any number; each gives another sequence.</param>
    public RandomSource(int seed)
        : this(unchecked((ulong)seed))
    {
    }

    /// <summary>Starts the sequence of a seed.</summary>
    /// <param name="seed">Any number; each gives another sequence.</param>
    public RandomSource(ulong seed)
    {
        s0 = SplitMix64(ref seed);
        s1 = SplitMix64(ref seed);
        s2 = SplitMix64(ref seed);
        s3 = SplitMix64(ref seed);
        spareNormal = double.NaN;
    }

    /// <summary>Returns 64 random bits.</summary>
    public ulong NextUInt64()
    {
        ulong result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        ulong shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>Returns one of the 2^53 multiples of 2^-53 in [0, 1), all equally likely.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Returns one of the 2^24 multiples of 2^-24 in [0, 1), all equally likely.</summary>
    public float NextSingle() => (NextUInt64() >> 40) * (1.0f / (1 << 24));

    /// <summary>Returns an integer from 0 to <paramref name="exclusiveMax"/> - 1, all equally likely.</summary>
    /// <remarks>D. Lemire, "Fast random integer generation in an interval", ACM TOMACS 29(1), 2019, on the upper 32 bits.</remarks>
    /// <param name="exclusiveMax">The number of possible results, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusiveMax"/> is not positive.</exception>
    public int NextInt(int exclusiveMax)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveMax);
        uint range = (uint)exclusiveMax;
        ulong product = (NextUInt64() >> 32) * range;
        if ((uint)product < range)
        {
            // 2^32 mod range low parts would make some results more likely than others: draw again for those.
            uint threshold = (0u - range) % range;
            while ((uint)product < threshold)
            {
                product = (NextUInt64() >> 32) * range;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>Returns a normally distributed number of mean 0 and variance 1.</summary>
    /// <remarks>
    /// The polar method: G. Marsaglia and T. A. Bray, "A convenient method for generating normal variables",
    /// SIAM Review 6(3), 1964. Every second call returns the number left over from the call before.
    /// </remarks>
    public double NextNormal()
    {
        if (!double.IsNaN(spareNormal))
        {
            double spare = spareNormal;
            spareNormal = double.NaN;
            return spare;
        }

        double u, v, square;
        do
        {
            u = (2 * NextDouble()) - 1;
            v = (2 * NextDouble()) - 1;
            square = (u * u) + (v * v);
        }
        while (square >= 1 || square == 0);

        double factor = Math.Sqrt(-2 * ElementaryDouble.Log(square) / square);
        spareNormal = v * factor;
        return u * factor;
    }

    /// <summary>Puts the values in random order, each order equally likely (Fisher and Yates, from the last to the first).</summary>
    /// <param name="values">The values, permuted in place.</param>
    public void Shuffle(Span<int> values)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = NextInt(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    private static ulong SplitMix64(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
