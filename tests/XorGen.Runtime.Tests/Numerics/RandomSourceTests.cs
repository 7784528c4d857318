using CsCheck;

namespace XorGen.Numerics;

public class RandomSourceTests
{
    // Written down from the output of the C code of Blackman and Vigna (splitmix64.c fills the state of
    // xoshiro256starstar.c): the first four numbers and the thousandth.
    [Theory]
    [InlineData(0, 0x99EC5F36CB75F2B4, 0xBF6E1F784956452A, 0x1A5F849D4933E6E0, 0x6AA594F1262D2D2C, 0x7AAC8C483A2EDD2F)]
    [InlineData(1, 0xB3F2AF6D0FC710C5, 0x853B559647364CEA, 0x92F89756082A4514, 0x642E1C7BC266A3A7, 0xB8517C33C344D153)]
    [InlineData(-1, 0x8F5520D52A7EAD08, 0xC476A018CAA1802D, 0x81DE31C0D260469E, 0xBF658D7E065F3C2F, 0xC3C93EA5CDE434CC)]
    [InlineData(42, 0x15780B2E0C2EC716, 0x6104D9866D113A7E, 0xAE17533239E499A1, 0xECB8AD4703B360A1, 0x8DE5848C61AB8968)]
    [InlineData(int.MinValue, 0x4B7343315892350A, 0x5CE3308C831E8C64, 0x58A6F7CF05B3E407, 0xAAFA6C2E30DAD0DA, 0x483250FF442CC492)]
    public void The_bits_are_those_of_the_published_code(int seed, ulong first, ulong second, ulong third, ulong fourth, ulong thousandth)
    {
        var random = new RandomSource(seed);
        ulong[] bits = new ulong[1000];
        for (int i = 0; i < bits.Length; i++)
        {
            bits[i] = random.NextUInt64();
        }

        Assert.Equal([first, second, third, fourth], bits[..4]);
        Assert.Equal(thousandth, bits[^1]);
    }

    [Fact]
    public void A_wide_seed_and_the_same_narrow_one_start_the_same_sequence()
    {
        var narrow = new RandomSource(-1);
        var wide = new RandomSource(ulong.MaxValue);

        Assert.Equal(narrow.NextUInt64(), wide.NextUInt64());
    }

    [Fact]
    public void Numbers_of_the_unit_interval_are_the_upper_bits()
    {
        // 0x99EC5F36CB75F2B4, the first number of seed 0, cut to 53 and to 24 bits.
        Assert.Equal(0x133D8BE6D96EBE / 9007199254740992.0, new RandomSource(0).NextDouble());
        Assert.Equal(0x99EC5F / 16777216f, new RandomSource(0).NextSingle());
    }

    [Fact]
    public void Numbers_of_the_unit_interval_fill_it_evenly()
    {
        const int Count = 1_000_000;
        const int Bins = 100;
        var random = new RandomSource(7);
        int[] doubles = new int[Bins];
        int[] singles = new int[Bins];
        for (int i = 0; i < Count; i++)
        {
            double x = random.NextDouble();
            float y = random.NextSingle();
            Assert.True(x is >= 0 and < 1 && y is >= 0 and < 1);
            doubles[(int)(x * Bins)]++;
            singles[(int)(y * Bins)]++;
        }

        Assert.InRange(ChiSquare(doubles, Count), 99 - (4 * 14.07), 99 + (4 * 14.07));
        Assert.InRange(ChiSquare(singles, Count), 99 - (4 * 14.07), 99 + (4 * 14.07));
    }

    [Fact]
    public void Integers_are_in_range_whatever_the_range() =>
        Gen.Select(Gen.Int, Gen.Int[1, int.MaxValue]).Sample((seed, range) =>
        {
            var random = new RandomSource(seed);
            for (int i = 0; i < 20; i++)
            {
                if ((uint)random.NextInt(range) >= (uint)range)
                {
                    return false;
                }
            }

            return true;
        });

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(1000)]
    public void Integers_of_a_small_range_are_equally_likely(int range)
    {
        const int Count = 1_000_000;
        var random = new RandomSource(range);
        int[] bins = new int[range];
        for (int i = 0; i < Count; i++)
        {
            bins[random.NextInt(range)]++;
        }

        double freedom = range - 1;
        Assert.InRange(ChiSquare(bins, Count), freedom - (5 * Math.Sqrt(2 * freedom)), freedom + (5 * Math.Sqrt(2 * freedom)));
    }

    [Fact]
    public void Integers_of_a_range_that_does_not_divide_the_bits_are_equally_likely()
    {
        // 3 * 2^29: without drawing again, 2^32 = 8/3 ranges would give every third result half as often again.
        const int Range = 3 << 29;
        const int Count = 300_000;
        var random = new RandomSource(5);
        int[] remainders = new int[3];
        for (int i = 0; i < Count; i++)
        {
            remainders[random.NextInt(Range) % 3]++;
        }

        Assert.InRange(ChiSquare(remainders, Count), 0, 20);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void A_range_without_a_number_is_refused(int range) =>
        Assert.Throws<ArgumentOutOfRangeException>("exclusiveMax", () => new RandomSource(0).NextInt(range));

    [Fact]
    public void A_range_of_one_gives_zero() => Assert.Equal(0, new RandomSource(3).NextInt(1));

    [Fact]
    public void Normal_numbers_have_the_moments_of_the_normal_distribution()
    {
        const int Count = 1_000_000;
        var random = new RandomSource(11);
        double sum = 0, squares = 0, cubes = 0, fourths = 0, products = 0, previous = 0;
        int within = 0;
        for (int i = 0; i < Count; i++)
        {
            double x = random.NextNormal();
            sum += x;
            squares += x * x;
            cubes += x * x * x;
            fourths += x * x * x * x;
            products += x * previous;
            previous = x;
            within += Math.Abs(x) < 1 ? 1 : 0;
        }

        // Five standard deviations of each estimate.
        Assert.InRange(sum / Count, -0.005, 0.005);
        Assert.InRange(squares / Count, 1 - 0.0071, 1 + 0.0071);
        Assert.InRange(cubes / Count, -0.0194, 0.0194);
        Assert.InRange(fourths / Count, 3 - 0.049, 3 + 0.049);
        Assert.InRange(products / Count, -0.005, 0.005);
        Assert.InRange((double)within / Count, 0.68269 - 0.0024, 0.68269 + 0.0024);
    }

    [Fact]
    public void Normal_numbers_are_those_of_the_polar_method_on_the_same_uniform_numbers()
    {
        var uniform = new RandomSource(23);
        var normal = new RandomSource(23);
        for (int i = 0; i < 1000; i++)
        {
            double u, v, square;
            do
            {
                u = (2 * uniform.NextDouble()) - 1;
                v = (2 * uniform.NextDouble()) - 1;
                square = (u * u) + (v * v);
            }
            while (square >= 1 || square == 0);

            double factor = Math.Sqrt(-2 * Math.Log(square) / square);
            Assert.Equal(u * factor, normal.NextNormal(), 1e-14 * Math.Abs(u * factor));
            Assert.Equal(v * factor, normal.NextNormal(), 1e-14 * Math.Abs(v * factor));
        }
    }

    [Fact]
    public void Shuffled_values_are_a_permutation() =>
        Gen.Select(Gen.Int, Gen.Int[0, 200]).Sample((seed, length) =>
        {
            int[] values = [.. Enumerable.Range(0, length)];
            new RandomSource(seed).Shuffle(values);
            return values.Order().SequenceEqual(Enumerable.Range(0, length));
        });

    [Fact]
    public void Each_order_is_equally_likely()
    {
        const int Count = 240_000;
        var random = new RandomSource(13);
        var orders = new Dictionary<string, int>();
        int[] values = new int[4];
        for (int i = 0; i < Count; i++)
        {
            values = [0, 1, 2, 3];
            random.Shuffle(values);
            string order = string.Concat(values);
            orders[order] = orders.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(24, orders.Count);
        Assert.InRange(ChiSquare([.. orders.Values], Count), 23 - (3.3 * 6.78), 23 + (5 * 6.78));
    }

    [Fact]
    public void The_same_seed_gives_the_same_order()
    {
        int[] one = [.. Enumerable.Range(0, 100)];
        int[] other = [.. one];
        new RandomSource(17).Shuffle(one);
        new RandomSource(17).Shuffle(other);

        Assert.Equal(one, other);
        Assert.NotEqual(Enumerable.Range(0, 100), one);
    }

    // Its mean is the number of bins less one, its variance twice that.
    private static double ChiSquare(int[] bins, int count)
    {
        double expected = (double)count / bins.Length;
        return bins.Sum(observed => (observed - expected) * (observed - expected) / expected);
    }
}
