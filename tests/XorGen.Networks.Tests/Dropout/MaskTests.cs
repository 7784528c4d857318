using System.Numerics;
using System.Runtime.Intrinsics;
using XorGen.Numerics;
using XorGen.Properties;

namespace XorGen.Dropout;

/// <summary>The factors of dropout: their distribution, and that they are the same however they are computed.</summary>
public class MaskTests
{
    private const int Rows = 512;
    private const int Width = 256;

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Mean_and_variance_are_those_of_inverted_dropout(double rate)
    {
        // The expected value of a factor is 1 and its variance rate / (1 - rate): of so many, the mean is within five standard errors.
        double[] factors = [.. Enumerable.Range(0, 8).SelectMany(step => Factors<double>(step, layer: 1, rate))];
        double mean = factors.Average();
        double variance = factors.Average(factor => (factor - 1) * (factor - 1));
        double expected = rate / (1 - rate);
        Assert.InRange(mean, 1 - (5 * Math.Sqrt(expected / factors.Length)), 1 + (5 * Math.Sqrt(expected / factors.Length)));
        Assert.Equal(expected, variance, expected * 0.02);
        Assert.All(factors, factor => Assert.True(factor == 0 || factor == 1 / (1 - rate)));
    }

    [Fact]
    public void Neighbouring_neurons_rows_steps_and_layers_are_independent()
    {
        const double Rate = 0.5;
        float[] present = Factors<float>(step: 7, layer: 1, Rate);
        (string What, float[] Other)[] others =
        [
            ("the next neuron", [.. present[1..], present[0]]),
            ("the next row", [.. present[Width..], .. present[..Width]]),
            ("the next step", Factors<float>(step: 8, layer: 1, Rate)),
            ("the next layer", Factors<float>(step: 7, layer: 2, Rate)),
            ("another seed", Factors<float>(step: 7, layer: 1, Rate, seed: 4)),
        ];
        foreach ((string what, float[] other) in others)
        {
            // With both factors 0 or 2, the mean of the products of deviations is their correlation.
            double correlation = present.Zip(other, (a, b) => (a - 1.0) * (b - 1.0)).Average();
            Assert.True(Math.Abs(correlation) < 5 / Math.Sqrt(present.Length), $"The correlation with {what} is {correlation}.");
        }
    }

    [Fact]
    public void A_neuron_is_dropped_in_its_share_of_the_rows_and_steps()
    {
        // Each neuron by itself, over rows and over steps: no bit of the counter shows.
        const double Rate = 0.25;
        float[][] steps = [.. Enumerable.Range(0, 16).Select(step => Factors<float>(step, layer: 1, Rate))];
        double error = Math.Sqrt(Rate * (1 - Rate) / (Rows * steps.Length));
        for (int neuron = 0; neuron < Width; neuron++)
        {
            double dropped = steps.Average(factors => Enumerable.Range(0, Rows).Average(row => factors[(row * Width) + neuron] == 0 ? 1.0 : 0));
            Assert.InRange(dropped, Rate - (5 * error), Rate + (5 * error));
        }
    }

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(70)]
    public void They_are_the_plain_ones_at_every_width_and_in_both_precisions(int width)
    {
        int stride = (width + 15) / 16 * 16;
        double[] expected = [.. Enumerable.Range(0, 33 * width).Select(i => PlainDropout.Factor(3, 5, 2, 40 + (i / width), i % width, width, 0.3))];
        Assert.Equal(expected.Select(value => (float)value), Apply<Vector128<float>, Lanes128Single, float>(width, stride));
        Assert.Equal(expected.Select(value => (float)value), Apply<Vector256<float>, Lanes256Single, float>(width, stride));
        Assert.Equal(expected.Select(value => (float)value), Apply<Vector512<float>, Lanes512Single, float>(width, stride));
        Assert.Equal(expected, Apply<Vector128<double>, Lanes128Double, double>(width, stride));
        Assert.Equal(expected, Apply<Vector256<double>, Lanes256Double, double>(width, stride));
        Assert.Equal(expected, Apply<Vector512<double>, Lanes512Double, double>(width, stride));
        AssertOfRows<Vector128<float>, Lanes128Single, float>(width);
        AssertOfRows<Vector512<float>, Lanes512Single, float>(width);
        AssertOfRows<Vector256<double>, Lanes256Double, double>(width);
        AssertOfRows<Vector512<double>, Lanes512Double, double>(width);
    }

    [Fact]
    public void A_position_is_a_whole_number_to_which_steps_can_be_added()
    {
        foreach (int seed in new[] { 0, 1, -1, int.MaxValue, int.MinValue })
        {
            double start = DropoutSequence.Start(seed);
            Assert.Equal(start, Math.Floor(start));
            Assert.InRange(start, 0, Math.ScaleB(1, 52));
        }

        Assert.Equal(5, new[] { 0, 1, -1, int.MaxValue, int.MinValue }.Select(DropoutSequence.Start).Distinct().Count());
    }

    private static T[] Factors<T>(int step, int layer, double rate, int seed = 3)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var mask = new DropoutMask<T>(DropoutSequence.Start(seed) + step, layer, rate, Width);
        T[] values = [.. Enumerable.Repeat(T.One, Rows * Width)];
        if (typeof(T) == typeof(float))
        {
            ((DropoutMask<float>)(object)mask).Apply<Vector256<float>, Lanes256Single>(0, Rows, Width, ref ((float[])(object)values)[0], ref ((float[])(object)values)[0]);
        }
        else
        {
            ((DropoutMask<double>)(object)mask).Apply<Vector256<double>, Lanes256Double>(0, Rows, Width, ref ((double[])(object)values)[0], ref ((double[])(object)values)[0]);
        }

        return values;
    }

    private static T[] Apply<TVector, TLanes, T>(int width, int stride)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        const int First = 40;
        const int Count = 33;
        var mask = new DropoutMask<T>(DropoutSequence.Start(3) + 5, 2, 0.3, width);
        T[] values = [.. Enumerable.Repeat(T.One, Count * stride)];
        mask.Apply<TVector, TLanes>(First, Count, stride, ref values[0], ref values[0]);

        // The same as inputs, which are one after the other.
        T[] inputs = [.. Enumerable.Repeat(T.One, Count * width)];
        T[] results = new T[inputs.Length + 16];
        mask.ApplyToInputs<TVector, TLanes>(First, Count, ref inputs[0], ref results[0]);
        T[] factors = [.. values.Chunk(stride).SelectMany(row => row[..width])];
        Assert.Equal(factors, results[..inputs.Length]);
        Assert.All(inputs, input => Assert.Equal(T.One, input));
        return factors;
    }

    private static void AssertOfRows<TVector, TLanes, T>(int width)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var mask = new DropoutMask<T>(DropoutSequence.Start(3) + 5, 2, 0.3, width);
        var lanes = new T[TLanes.Count];
        for (int neuron = 0; neuron < width; neuron++)
        {
            TLanes.Store(mask.OfRows<TVector, TLanes>(40, neuron), ref lanes[0], 0);
            Assert.Equal(Enumerable.Range(40, lanes.Length).Select(row => T.CreateTruncating(PlainDropout.Factor(3, 5, 2, row, neuron, width, 0.3))), lanes);
        }
    }
}
