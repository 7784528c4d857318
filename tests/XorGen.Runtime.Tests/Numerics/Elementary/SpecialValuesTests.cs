using System.Runtime.Intrinsics;

namespace XorGen.Numerics.Elementary;

public class SpecialValuesTests
{
    private const float SmallestNormalSingle = 1.17549435E-38f;
    private const double SmallestNormalDouble = 2.2250738585072014E-308;

    private static readonly (string Function, double X, double Expected)[] Exact =
    [
        ("Exp", double.PositiveInfinity, double.PositiveInfinity),
        ("Exp", double.NegativeInfinity, 0.0),
        ("Exp", 0.0, 1.0),
        ("Exp", -0.0, 1.0),
        ("Exp", 1000.0, double.PositiveInfinity),
        ("Exp", -1000.0, 0.0),
        ("Log", double.PositiveInfinity, double.PositiveInfinity),
        ("Log", double.NegativeInfinity, double.NaN),
        ("Log", 0.0, double.NegativeInfinity),
        ("Log", -0.0, double.NegativeInfinity),
        ("Log", 1.0, 0.0),
        ("Log", -1.0, double.NaN),
        ("Log1p", double.PositiveInfinity, double.PositiveInfinity),
        ("Log1p", double.NegativeInfinity, double.NaN),
        ("Log1p", 0.0, 0.0),
        ("Log1p", -0.0, -0.0),
        ("Log1p", -1.0, double.NegativeInfinity),
        ("Log1p", -1.5, double.NaN),
        ("Tanh", double.PositiveInfinity, 1.0),
        ("Tanh", double.NegativeInfinity, -1.0),
        ("Tanh", 0.0, 0.0),
        ("Tanh", -0.0, -0.0),
        ("Tanh", 1e30, 1.0),
        ("Tanh", -1e30, -1.0),
        ("Sigmoid", double.PositiveInfinity, 1.0),
        ("Sigmoid", double.NegativeInfinity, 0.0),
        ("Sigmoid", 0.0, 0.5),
        ("Sigmoid", -0.0, 0.5),
        ("Sigmoid", 1e30, 1.0),
        ("Sigmoid", -1e30, 0.0),
        ("Softplus", double.PositiveInfinity, double.PositiveInfinity),
        ("Softplus", double.NegativeInfinity, 0.0),
        ("Softplus", 1024.0, 1024.0),
        ("Softplus", -1024.0, 0.0),
        ("SigmoidSoftplus", double.PositiveInfinity, 0.0),
        ("SigmoidSoftplus", double.NegativeInfinity, 0.0),
        ("SigmoidSoftplus", 1024.0, 0.0),
        ("SigmoidSoftplus", -1024.0, 0.0),
        ("Expm1", double.PositiveInfinity, double.PositiveInfinity),
        ("Expm1", double.NegativeInfinity, -1.0),
        ("Expm1", 0.0, 0.0),
        ("Expm1", -0.0, -0.0),
        ("Expm1", 1000.0, double.PositiveInfinity),
        ("Expm1", -1000.0, -1.0),
        ("Erf", double.PositiveInfinity, 1.0),
        ("Erf", double.NegativeInfinity, -1.0),
        ("Erf", 0.0, 0.0),
        ("Erf", -0.0, -0.0),
        ("Erf", 1e30, 1.0),
        ("Erf", -6.0, -1.0),
        ("Sin", double.PositiveInfinity, double.NaN),
        ("Sin", double.NegativeInfinity, double.NaN),
        ("Sin", 0.0, 0.0),
        ("Sin", -0.0, -0.0),
        ("Sin", 1e30, 0.0),
        ("Cos", double.PositiveInfinity, double.NaN),
        ("Cos", double.NegativeInfinity, double.NaN),
        ("Cos", 0.0, 1.0),
        ("Cos", -0.0, 1.0),
        ("Cos", 1e30, 0.0),
        ("Atan", double.PositiveInfinity, Math.PI / 2),
        ("Atan", double.NegativeInfinity, -Math.PI / 2),
        ("Atan", 0.0, 0.0),
        ("Atan", -0.0, -0.0),
        ("Atan", 1.0, Math.PI / 4),
    ];

    public static TheoryData<string> Functions => ElementaryFunction.Names;

    [Theory]
    [MemberData(nameof(Functions))]
    public void NaN_gives_NaN(string name)
    {
        Assert.Equal(float.NaN, ElementaryFunction.Named(name).Single(float.NaN));
        Assert.Equal(double.NaN, ElementaryFunction.Named(name).Double(double.NaN));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Special_arguments_have_their_exact_result(string name)
    {
        ElementaryFunction function = ElementaryFunction.Named(name);
        foreach ((_, double x, double expected) in Exact.Where(row => row.Function == name))
        {
            Assert.Equal(BitConverter.SingleToInt32Bits((float)expected), BitConverter.SingleToInt32Bits(Plain(function.Single((float)x))));
            Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(Plain(function.Double(x))));
        }
    }

    [Fact]
    public void Exp_overflows_just_where_the_exact_result_rounds_to_infinity()
    {
        // ln(2^128 - 2^103) and ln(2^1024 - 2^970), from which on the nearest number is infinity, rounded down.
        const float LastSingle = 88.72283f;
        const double LastDouble = 709.782712893384;

        Assert.True(float.IsFinite(ElementarySingle.Exp(LastSingle)));
        Assert.Equal(float.PositiveInfinity, ElementarySingle.Exp(float.BitIncrement(LastSingle)));
        Assert.True(Math.Exp(float.BitIncrement(LastSingle)) > float.MaxValue * (1 + Math.Pow(2, -25)));
        Assert.True(double.IsFinite(ElementaryDouble.Exp(LastDouble)));
        Assert.Equal(double.PositiveInfinity, ElementaryDouble.Exp(double.BitIncrement(LastDouble)));
        Assert.Equal(double.PositiveInfinity, Math.Exp(double.BitIncrement(LastDouble)));
    }

    [Theory]
    [InlineData("Exp")]
    [InlineData("Sigmoid")]
    [InlineData("Softplus")]
    public void Results_below_the_smallest_normal_number_are_zero(string name)
    {
        // ln(2^-126) and ln(2^-1022), rounded up.
        const float FirstSingle = -87.33654f;
        const double FirstDouble = -708.3964185322641;
        ElementaryFunction function = ElementaryFunction.Named(name);

        Assert.InRange(function.Single(FirstSingle), SmallestNormalSingle, SmallestNormalSingle * 1.0001f);
        Assert.InRange(function.Double(FirstDouble), SmallestNormalDouble, SmallestNormalDouble * 1.0001);
        Assert.Equal(0, function.Single(float.BitDecrement(FirstSingle)));
        Assert.Equal(0, function.Double(double.BitDecrement(FirstDouble)));
        Assert.True(Math.Exp(float.BitDecrement(FirstSingle)) < SmallestNormalSingle);
        Assert.True(Math.Exp(double.BitDecrement(FirstDouble)) < SmallestNormalDouble);
    }

    [Theory]
    [InlineData("Log1p")]
    [InlineData("Tanh")]
    [InlineData("Expm1")]
    [InlineData("Sin")]
    [InlineData("Atan")]
    public void Subnormal_numbers_are_their_own_result(string name)
    {
        ElementaryFunction function = ElementaryFunction.Named(name);
        foreach (float x in (float[])[float.Epsilon, -float.Epsilon, float.BitDecrement(SmallestNormalSingle), SmallestNormalSingle])
        {
            Assert.Equal(x, function.Single(x));
        }

        foreach (double x in (double[])[double.Epsilon, -double.Epsilon, double.BitDecrement(SmallestNormalDouble), SmallestNormalDouble])
        {
            Assert.Equal(x, function.Double(x));
        }
    }

    [Fact]
    public void Log_takes_subnormal_numbers()
    {
        Assert.Equal(-103.27893f, ElementarySingle.Log(float.Epsilon));
        Assert.Equal(-744.4400719213812, ElementaryDouble.Log(double.Epsilon));
        Assert.Equal(float.NaN, ElementarySingle.Log(-float.Epsilon));
        Assert.Equal(double.NaN, ElementaryDouble.Log(-double.Epsilon));
    }

    [Fact]
    public void Logarithms_take_the_largest_number()
    {
        Assert.Equal(88.72284f, ElementarySingle.Log(float.MaxValue));
        Assert.Equal(88.72284f, ElementarySingle.Log1p(float.MaxValue));
        Assert.Equal(709.782712893384, ElementaryDouble.Log(double.MaxValue));
        Assert.Equal(709.782712893384, ElementaryDouble.Log1p(double.MaxValue));
    }

    [Fact]
    public void Softplus_of_0_is_ln_2()
    {
        Assert.Equal(0.6931472f, ElementarySingle.Softplus(0));
        Assert.Equal(0.6931471805599453, ElementaryDouble.Softplus(0));
        Assert.Equal(0.6931472f, ElementarySingle.Softplus(-0.0f));
        Assert.Equal(0.6931471805599453, ElementaryDouble.Softplus(-0.0));
    }

    [Fact]
    public void Tanh_is_odd_to_the_bit_and_never_beyond_1()
    {
        var random = new RandomSource(9);
        for (int i = 0; i < 200_000; i++)
        {
            double x = 12 * random.NextNormal();

            Assert.Equal(-ElementaryDouble.Tanh(x), ElementaryDouble.Tanh(-x));
            Assert.Equal(-ElementarySingle.Tanh((float)x), ElementarySingle.Tanh((float)-x));
            Assert.InRange(ElementaryDouble.Tanh(x), -1, 1);
            Assert.InRange(ElementarySingle.Tanh((float)x), -1, 1);
        }
    }

    [Fact]
    public void Sigmoid_is_never_beyond_0_and_1()
    {
        var random = new RandomSource(10);
        for (int i = 0; i < 200_000; i++)
        {
            double x = 30 * random.NextNormal();

            Assert.InRange(ElementaryDouble.Sigmoid(x), 0, 1);
            Assert.InRange(ElementarySingle.Sigmoid((float)x), 0, 1);
        }
    }

    [Fact]
    public void The_softplus_of_the_sigmoid_is_even_to_the_bit_and_leaves_the_sigmoid_alone()
    {
        var random = new RandomSource(11);
        for (int i = 0; i < 200_000; i++)
        {
            Vector256<double> x = Vector256.Create(30 * random.NextNormal());
            Vector256<double> sigmoid = ElementaryDouble.Sigmoid<Vector256<double>, Lanes256Double>(x, out Vector256<double> softplus);
            Vector256<float> single = Vector256.Create((float)x[0]);
            Vector256<float> singleSigmoid = ElementarySingle.Sigmoid<Vector256<float>, Lanes256Single>(single, out Vector256<float> singleSoftplus);
            ElementaryDouble.Sigmoid<Vector256<double>, Lanes256Double>(-x, out Vector256<double> mirrored);
            ElementarySingle.Sigmoid<Vector256<float>, Lanes256Single>(-single, out Vector256<float> singleMirrored);

            Assert.Equal(ElementaryDouble.Sigmoid(x[0]), sigmoid[0]);
            Assert.Equal(ElementarySingle.Sigmoid(single[0]), singleSigmoid[0]);
            Assert.Equal(softplus, mirrored);
            Assert.Equal(singleSoftplus, singleMirrored);
        }
    }

    // The sign of a NaN is the hardware's.
    private static float Plain(float x) => float.IsNaN(x) ? float.NaN : x;

    private static double Plain(double x) => double.IsNaN(x) ? double.NaN : x;
}
