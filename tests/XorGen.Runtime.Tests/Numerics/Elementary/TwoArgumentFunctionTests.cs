using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics.Elementary;

/// <summary>The functions of two arguments: against the exact results, at every width, and at special arguments as System.Math has them.</summary>
public class TwoArgumentFunctionTests
{
    private const int SampleCount = 1 << 16;

    // The errors that the functions' documentation states.
    public static TheoryData<string, double, double> Stated => new()
    {
        { "Pow", 1.20, 1.20 },
        { "Atan2", 1.90, 1.90 },
        { "Hypot", 2.00, 2.00 },
    };

    public static TheoryData<string> Names => ["Pow", "Atan2", "Hypot", "Maximum", "Minimum"];

    [Theory]
    [MemberData(nameof(Stated))]
    public void The_error_is_as_stated(string name, double single, double _) =>
        Assert.InRange(LargestSingle(name, 64), 0, single);

    [Theory]
    [MemberData(nameof(Stated))]
    public void The_error_is_as_stated_in_double_precision(string name, double _, double stated) =>
        Assert.InRange(LargestDouble(name, 32), 0, stated);

    [Theory]
    [MemberData(nameof(Stated))]
    [Trait("Category", "Exhaustive")]
    public void The_largest_error_is_the_stated_one(string name, double single, double stated)
    {
        Assert.InRange(LargestSingle(name, 4096), single - 0.4, single);
        Assert.InRange(LargestDouble(name, 512), stated - 0.4, stated);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_width_gives_the_bits_of_the_scalar_form(string name)
    {
        (float[] x, float[] y) = Samples<float>(name, 7, SampleCount);
        (double[] wideX, double[] wideY) = Samples<double>(name, 7, SampleCount);
        var result = new float[SampleCount];
        var wide = new double[SampleCount];
        foreach (Action run in new[]
        {
            () => Singles<Vector128<float>, Lanes128Single>(name, x, y, result),
            () => Singles<Vector256<float>, Lanes256Single>(name, x, y, result),
            () => Singles<Vector512<float>, Lanes512Single>(name, x, y, result),
        })
        {
            run();
            for (int i = 0; i < x.Length; i++)
            {
                SameBits(Single(name, x[i], y[i]), result[i], $"{name}({x[i]:R}, {y[i]:R})");
            }
        }

        foreach (Action run in new[]
        {
            () => Doubles<Vector128<double>, Lanes128Double>(name, wideX, wideY, wide),
            () => Doubles<Vector256<double>, Lanes256Double>(name, wideX, wideY, wide),
            () => Doubles<Vector512<double>, Lanes512Double>(name, wideX, wideY, wide),
        })
        {
            run();
            for (int i = 0; i < x.Length; i++)
            {
                SameBits(Double(name, wideX[i], wideY[i]), wide[i], $"{name}({wideX[i]:R}, {wideY[i]:R})");
            }
        }
    }

    /// <summary>Each pair of special numbers: NaN, infinities, zeros and signs are System.Math's, and so are values up to rounding.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Special_arguments_have_the_results_of_Math(string name)
    {
        double[] specials =
        [
            0, double.Epsilon, 1e-310, 1e-300, 1e-40, 1e-3, 0.5, 1, 1.5, 2, 3, 4, 7, 31, 32, 33, 34, 63, 1e3, 4194303.5, 8388607, 8388608, 16777215, 16777216, 4503599627370495.5,
            9007199254740991, 9007199254740992, 1e30, 1e200, double.MaxValue, double.PositiveInfinity, double.NaN,
        ];
        foreach (double a in specials.SelectMany(value => new[] { value, -value }))
        {
            foreach (double b in specials.SelectMany(value => new[] { value, -value }))
            {
                string call = $"{name}({a:R}, {b:R})";
                AsInMath(Reference(name, a, b), Double(name, a, b), 1e-14, 2e-323, call);
                AsInMath((float)Reference(name, (float)a, (float)b), Single(name, (float)a, (float)b), 1e-6, 3e-45, call + " in single precision");
            }
        }
    }

    [Theory]
    [InlineData(-1, 33, -1)]
    [InlineData(-2, 33, -8589934592)]
    [InlineData(-2, 9, -512)]
    [InlineData(3, -2, 1.0 / 9)]
    [InlineData(2, -149, 1.4012984643248171e-45)]
    [InlineData(10, -44, 9.8090892502737194e-45)]
    public void Whole_powers_have_their_sign(double x, double y, double expected) => Assert.Equal((float)expected, ElementarySingle.Pow((float)x, (float)y));

    private static void AsInMath(double expected, double actual, double tolerance, double smallest, string call)
    {
        bool same = double.IsNaN(expected) ? double.IsNaN(actual)
            : double.IsInfinity(expected) || expected == 0 || double.IsInfinity(actual)
                ? (expected.Equals(actual) && double.IsNegative(expected) == double.IsNegative(actual)) || (expected == 0 && actual != 0 && Math.Abs(actual) <= smallest)
            : Math.Abs(actual - expected) <= Math.Max(tolerance * Math.Abs(expected), smallest);
        Assert.True(same, $"{call}: {actual:R}; System.Math: {expected:R}.");
    }

    private static void SameBits<T>(T expected, T actual, string call)
        where T : IFloatingPointIeee754<T>
        => Assert.True(expected.Equals(actual) && (T.IsNaN(actual) || T.IsNegative(expected) == T.IsNegative(actual)), $"{call}: {actual}; scalar: {expected}.");

    private static double LargestSingle(string name, int blocks)
    {
        double largest = 0;
        var result = new float[SampleCount];
        for (int block = 0; block < blocks; block++)
        {
            (float[] x, float[] y) = Samples<float>(name, (ulong)block, SampleCount);
            Singles<Vector256<float>, Lanes256Single>(name, x, y, result);
            for (int i = 0; i < x.Length; i++)
            {
                // The function of double precision stands for the exact result.
                double exact = Double(name, x[i], y[i]);
                if (double.IsNaN(exact) || Math.Abs(exact) >= 3.4028235677973366E+38)
                {
                    Assert.True(double.IsNaN(exact) ? float.IsNaN(result[i]) : float.IsInfinity(result[i]), $"{name}({x[i]:R}, {y[i]:R}): {result[i]:R}");
                    continue;
                }

                double error = Math.Abs(result[i] - exact) / Math.ScaleB(1, Math.Max(exact == 0 ? -126 : Math.ILogB(exact), -126) - 23);
                Assert.True(error <= 100, $"{name}({x[i]:R}, {y[i]:R}): {result[i]:R}, exactly {exact:R}");
                largest = Math.Max(largest, error);
            }
        }

        return largest;
    }

    private static double LargestDouble(string name, int blocks)
    {
        double largest = 0;
        var result = new double[4096];
        for (int block = 0; block < blocks; block++)
        {
            (double[] x, double[] y) = Samples<double>(name, (ulong)block, result.Length);
            Doubles<Vector256<double>, Lanes256Double>(name, x, y, result);
            for (int i = 0; i < x.Length; i++)
            {
                // Of finite results only: the others are the special ones.
                if (x[i] == 0 || y[i] == 0 || !double.IsFinite(x[i] + y[i]) || !double.IsFinite(Reference(name, x[i], y[i])) || Reference(name, x[i], y[i]) == 0)
                {
                    continue;
                }

                int apart = Math.Abs(Math.ILogB(x[i]) - Math.ILogB(y[i]));
                if (name != "Pow" && apart > 400)
                {
                    continue;
                }

                ExactResult exact = name switch
                {
                    "Pow" => ExactFunctions.Pow(x[i], y[i]),
                    "Atan2" => ExactFunctions.Atan2(x[i], y[i]),
                    _ => ExactFunctions.Hypot(x[i], y[i]),
                };
                double error = exact.ErrorOf(name == "Pow" ? Math.Abs(result[i]) : result[i]);
                Assert.True(error <= 100, $"{name}({x[i]:R}, {y[i]:R}): {result[i]:R}, {error} ulp");
                largest = Math.Max(largest, error);
            }
        }

        return largest;
    }

    private static (T[] X, T[] Y) Samples<T>(string name, ulong seed, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new RandomSource(seed);
        var x = new T[count];
        var y = new T[count];
        double range = typeof(T) == typeof(float) ? 88 : 708;
        for (int i = 0; i < count; i++)
        {
            (double a, double b) = Pair(name == "Pow" ? i % 8 : 8 + (i % 3), range, ref random);
            (x[i], y[i]) = (T.CreateTruncating(a), T.CreateTruncating(b));
        }

        return (x, y);
    }

    private static (double X, double Y) Pair(int kind, double range, ref RandomSource random)
    {
        double unit = (2 * random.NextDouble()) - 1;
        double any = Math.Exp(range * ((2 * random.NextDouble()) - 1));
        return kind switch
        {
            // Results of any size: y = t / ln x, of any base, of one near 1, and of whole exponents.
            0 or 1 => (any, range * unit / Math.Log(any)),
            2 => (1 + (unit * 0.01), range * ((2 * random.NextDouble()) - 1) / Math.Log(1 + (unit * 0.01))),
            3 => (-4 * random.NextDouble(), Math.Round(60 * unit)),
            4 => (Math.Exp(4 * unit), 20 * random.NextNormal()),
            5 => (Math.Exp(4 * unit), random.NextInt(9) - 4.5),
            6 => (0.70710678 * (1 + (0.001 * unit)), range * random.NextNormal()),
            7 => (unit < 0 ? -any : any, random.NextInt(5) / 2.0),

            // Points all around, near and far, and on the diagonals.
            8 => (random.NextNormal(), random.NextNormal()),
            9 => (unit < 0 ? -any : any, random.NextNormal() * any),
            _ => (any, any * (unit < 0 ? -1 : 1) * (1 + (0.01 * random.NextNormal()))),
        };
    }

    private static double Reference(string name, double x, double y) => name switch
    {
        "Pow" => Math.Pow(x, y),
        "Atan2" => Math.Atan2(x, y),
        "Hypot" => double.Hypot(x, y),
        "Maximum" => Math.Max(x, y),
        _ => Math.Min(x, y),
    };

    private static float Single(string name, float x, float y) => name switch
    {
        "Pow" => ElementarySingle.Pow(x, y),
        "Atan2" => ElementarySingle.Atan2(x, y),
        "Hypot" => ElementarySingle.Hypot(x, y),
        "Maximum" => ElementarySingle.Maximum(x, y),
        _ => ElementarySingle.Minimum(x, y),
    };

    private static double Double(string name, double x, double y) => name switch
    {
        "Pow" => ElementaryDouble.Pow(x, y),
        "Atan2" => ElementaryDouble.Atan2(x, y),
        "Hypot" => ElementaryDouble.Hypot(x, y),
        "Maximum" => ElementaryDouble.Maximum(x, y),
        _ => ElementaryDouble.Minimum(x, y),
    };

    private static void Singles<TVector, TLanes>(string name, ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> result)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        for (int i = 0; i < x.Length; i += TLanes.Count)
        {
            TVector a = TLanes.Load(ref MemoryMarshal.GetReference(x), (nuint)i);
            TVector b = TLanes.Load(ref MemoryMarshal.GetReference(y), (nuint)i);
            TVector value = name switch
            {
                "Pow" => ElementarySingle.Pow<TVector, TLanes>(a, b),
                "Atan2" => ElementarySingle.Atan2<TVector, TLanes>(a, b),
                "Hypot" => ElementarySingle.Hypot<TVector, TLanes>(a, b),
                "Maximum" => ElementarySingle.Maximum<TVector, TLanes>(a, b),
                _ => ElementarySingle.Minimum<TVector, TLanes>(a, b),
            };
            TLanes.Store(value, ref MemoryMarshal.GetReference(result), (nuint)i);
        }
    }

    private static void Doubles<TVector, TLanes>(string name, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> result)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        for (int i = 0; i < x.Length; i += TLanes.Count)
        {
            TVector a = TLanes.Load(ref MemoryMarshal.GetReference(x), (nuint)i);
            TVector b = TLanes.Load(ref MemoryMarshal.GetReference(y), (nuint)i);
            TVector value = name switch
            {
                "Pow" => ElementaryDouble.Pow<TVector, TLanes>(a, b),
                "Atan2" => ElementaryDouble.Atan2<TVector, TLanes>(a, b),
                "Hypot" => ElementaryDouble.Hypot<TVector, TLanes>(a, b),
                "Maximum" => ElementaryDouble.Maximum<TVector, TLanes>(a, b),
                _ => ElementaryDouble.Minimum<TVector, TLanes>(a, b),
            };
            TLanes.Store(value, ref MemoryMarshal.GetReference(result), (nuint)i);
        }
    }
}
