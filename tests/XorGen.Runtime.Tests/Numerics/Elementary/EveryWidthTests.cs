using System.Numerics;

namespace XorGen.Numerics.Elementary;

public class EveryWidthTests
{
    // Random bit patterns, then numbers near 0, where most of a function happens.
    private const int SampleCount = 1 << 18;

    public static TheoryData<string> Functions => ElementaryFunction.Names;

    [Theory]
    [MemberData(nameof(Functions))]
    public void Lanes_of_every_width_give_the_bits_of_the_scalar_form_in_single_precision(string name)
    {
        ElementaryFunction function = ElementaryFunction.Named(name);
        float[] x = Samples(bits => BitConverter.UInt32BitsToSingle((uint)bits), SpecialValues.Singles);
        float[] scalar = Array.ConvertAll(x, value => function.Single(value));

        Agree("128", x, scalar, function.Single128);
        Agree("256", x, scalar, function.Single256);
        Agree("512", x, scalar, function.Single512);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Lanes_of_every_width_give_the_bits_of_the_scalar_form_in_double_precision(string name)
    {
        ElementaryFunction function = ElementaryFunction.Named(name);
        double[] x = Samples(BitConverter.UInt64BitsToDouble, SpecialValues.Doubles);
        double[] scalar = Array.ConvertAll(x, value => function.Double(value));

        Agree("128", x, scalar, function.Double128);
        Agree("256", x, scalar, function.Double256);
        Agree("512", x, scalar, function.Double512);
    }

    private static T[] Samples<T>(Func<ulong, T> fromBits, T[] specials)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new RandomSource(1);
        var samples = new T[SampleCount];
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = i < SampleCount / 2 ? fromBits(random.NextUInt64()) : T.CreateTruncating(10 * random.NextNormal());
        }

        specials.CopyTo(samples, 0);
        return samples;
    }

    private static void Agree<T>(string width, T[] x, T[] expected, SpanFunction<T> function)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var actual = new T[x.Length];
        function(x, actual);
        for (int i = 0; i < x.Length; i++)
        {
            // Equals takes -0 for 0 but not a NaN for a number.
            if (!actual[i].Equals(expected[i]) || T.IsNegative(actual[i]) != T.IsNegative(expected[i]))
            {
                Assert.Fail($"Of {x[i]:R}, {width} bits wide: {actual[i]:R}; scalar: {expected[i]:R}.");
            }
        }
    }
}
