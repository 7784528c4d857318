using System.Numerics;
using System.Runtime.Intrinsics;
using CsCheck;

namespace XorGen.Numerics;

public class VirtualLanesTests
{
    public static TheoryData<int> Counts => [1, 2, 4, 8, 16, 32, 64];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Floats_are_summed_by_the_halving_tree(int count) =>
        Gen.Float[-1000, 1000].Array[count].Sample(lanes =>
        {
            float expected = HalvingTree(lanes, (a, b) => a + b);
            return BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(VirtualLanes.Sum(ref Copy(lanes)[0], count));
        });

    [Theory]
    [MemberData(nameof(Counts))]
    public void Doubles_are_summed_by_the_halving_tree(int count) =>
        Gen.Double[-1000, 1000].Array[count].Sample(lanes =>
        {
            double expected = HalvingTree(lanes, (a, b) => a + b);
            return BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(VirtualLanes.Sum(ref Copy(lanes)[0], count));
        });

    [Fact]
    public void Four_lanes_sum_to_a_plus_c_plus_b_plus_d()
    {
        // 1e8 + 1 is 1e8 in single precision: only (a + c) + (b + d) is 2.
        float[] lanes = [1e8f, 1, -1e8f, 1];

        Assert.Equal(2, VirtualLanes.Sum(ref lanes[0], 4));
    }

    [Fact]
    public void Vectors_are_summed_by_the_halving_tree_alone_and_in_fours() =>
        Gen.Select(Gen.Float[-1000, 1000].Array[64], Gen.Double[-1000, 1000].Array[32]).Sample((singles, doubles) =>
        {
            float[] sums4 = SumsOf(singles[..16], 4);
            Assert.Equal(sums4[0], VirtualLanes.SumSingles(Vector128.Create(singles)));
            Assert.Equal(
                Vector128.Create(sums4),
                VirtualLanes.SumFourSingles(
                    Vector128.Create(singles), Vector128.Create(singles, 4), Vector128.Create(singles, 8), Vector128.Create(singles, 12)));
            float[] sums8 = SumsOf(singles[..32], 8);
            Assert.Equal(sums8[0], VirtualLanes.SumSingles(Vector256.Create(singles)));
            Assert.Equal(
                Vector128.Create(sums8),
                VirtualLanes.SumFourSingles(
                    Vector256.Create(singles), Vector256.Create(singles, 8), Vector256.Create(singles, 16), Vector256.Create(singles, 24)));
            float[] sums16 = SumsOf(singles, 16);
            Assert.Equal(sums16[0], VirtualLanes.SumSingles(Vector512.Create(singles)));
            Assert.Equal(
                Vector128.Create(sums16),
                VirtualLanes.SumFourSingles(
                    Vector512.Create(singles), Vector512.Create(singles, 16), Vector512.Create(singles, 32), Vector512.Create(singles, 48)));
            double[] doubleSums4 = SumsOf(doubles[..16], 4);
            Assert.Equal(doubleSums4[0], VirtualLanes.SumDoubles(Vector256.Create(doubles)));
            Assert.Equal(
                Vector256.Create(doubleSums4),
                VirtualLanes.SumFourDoubles(
                    Vector256.Create(doubles), Vector256.Create(doubles, 4), Vector256.Create(doubles, 8), Vector256.Create(doubles, 12)));
            double[] doubleSums8 = SumsOf(doubles, 8);
            Assert.Equal(doubleSums8[0], VirtualLanes.SumDoubles(Vector512.Create(doubles)));
            Assert.Equal(
                Vector256.Create(doubleSums8),
                VirtualLanes.SumFourDoubles(
                    Vector512.Create(doubles), Vector512.Create(doubles, 8), Vector512.Create(doubles, 16), Vector512.Create(doubles, 24)));
        });

    [Theory]
    [MemberData(nameof(Counts))]
    public void Nothing_beyond_the_lanes_is_read_or_written(int count)
    {
        float[] singles = [.. Enumerable.Repeat(1f, count), float.NaN, float.NaN, float.NaN, float.NaN];
        double[] doubles = [.. Enumerable.Repeat(1.0, count), double.NaN, double.NaN];

        Assert.Equal(count, VirtualLanes.Sum(ref singles[0], count));
        Assert.Equal(count, VirtualLanes.Sum(ref doubles[0], count));
        Assert.All(singles[count..], value => Assert.True(float.IsNaN(value)));
        Assert.All(doubles[count..], value => Assert.True(double.IsNaN(value)));
    }

    private static T[] SumsOf<T>(T[] lanes, int count)
        where T : INumber<T>
        => [.. lanes.Chunk(count).Select(chunk => HalvingTree(chunk, (a, b) => a + b))];

    private static T[] Copy<T>(T[] lanes) => [.. lanes];

    private static T HalvingTree<T>(T[] lanes, Func<T, T, T> add)
    {
        T[] rest = [.. lanes];
        while (rest.Length > 1)
        {
            int half = rest.Length / 2;
            rest = [.. Enumerable.Range(0, half).Select(i => add(rest[i], rest[i + half]))];
        }

        return rest[0];
    }
}
