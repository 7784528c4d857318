using CsCheck;

namespace XorGen.SecondOrder;

public class PaddedVectorsTests
{
    [Theory]
    [InlineData(1, 32)]
    [InlineData(32, 32)]
    [InlineData(33, 64)]
    public void Lengths_are_whole_groups_of_lanes(int count, int expected) => Assert.Equal(expected, PaddedVectors.LengthOf(count));

    [Fact]
    public void A_sum_is_made_in_32_lanes_and_a_halving_tree() => Gen.Select(Gen.Int[1, 8], Gen.Int[0, int.MaxValue]).Sample(
        (groups, seed) =>
        {
            double[] a = Numbers(seed, groups * 32);
            double[] b = Numbers(seed + 1, groups * 32);
            var lanes = new double[32];
            for (int i = 0; i < a.Length; i++)
            {
                lanes[i % 32] = Math.FusedMultiplyAdd(a[i], b[i], lanes[i % 32]);
            }

            for (int half = 16; half > 0; half /= 2)
            {
                for (int i = 0; i < half; i++)
                {
                    lanes[i] += lanes[half + i];
                }
            }

            Assert.Equal(lanes[0], PaddedVectors.Dot(a, b));
        });

    [Fact]
    public void Multiples_are_added_with_one_rounding()
    {
        double[] x = Numbers(1, 96);
        double[] y = Numbers(2, 96);
        double[] expected = [.. x.Zip(y, (a, b) => Math.FusedMultiplyAdd(0.3, a, b))];
        PaddedVectors.AddScaled(0.3, x, y);
        Assert.Equal(expected, y);
    }

    [Fact]
    public void The_largest_magnitude_counts_signs_and_NaN()
    {
        Assert.Equal(3, PaddedVectors.LargestMagnitude([1, -3, 2]));
        Assert.Equal(double.NaN, PaddedVectors.LargestMagnitude([1, double.NaN, 2]));
    }

    private static double[] Numbers(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
    }
}
