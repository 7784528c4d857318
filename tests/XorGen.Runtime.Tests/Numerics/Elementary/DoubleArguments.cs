namespace XorGen.Numerics.Elementary;

/// <summary>Random and telling arguments of an elementary function, of its stated domain.</summary>
internal static class DoubleArguments
{
    private const double Ln2 = 0.6931471805599453;

    /// <summary>Fills the span, each part of the domain and each edge of an algorithm's pieces in turn.</summary>
    public static void Fill(string function, ulong seed, Span<double> arguments)
    {
        (double low, double high) = Domain(function);
        var random = new RandomSource(seed);
        for (int i = 0; i < arguments.Length; i++)
        {
            double x;
            do
            {
                x = Next(ref random, i % 9);
            }
            while (!(x >= low && x <= high));

            arguments[i] = x;
        }
    }

    /// <summary>Fills the span with arguments of the domain around one of them.</summary>
    public static void FillAround(string function, double x, ref RandomSource random, Span<double> arguments)
    {
        (double low, double high) = Domain(function);
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Math.Clamp(Near(ref random, x), low, high);
        }
    }

    /// <summary>The arguments whose result is neither flushed to zero nor infinite nor NaN.</summary>
    private static (double Low, double High) Domain(string function) => function switch
    {
        "Exp10" => (-307.6, 308.2547155599167),
        "Exp2" => (-1022, 1023.9999999999999),
        "Sinh" or "Cosh" => (-710.4758600739439, 710.4758600739439),
        "Asin" or "Acos" or "Atanh" => (-1 + 1.1102230246251565E-16, 1 - 1.1102230246251565E-16),
        "Acosh" => (1 + 2.220446049250313E-16, double.MaxValue),
        "Exp" => (-708.3964185322641, 709.782712893384),
        "Log" or "Log2" or "Log10" => (double.Epsilon, double.MaxValue),
        "Log1p" => (-1 + 1.1102230246251565E-16, double.MaxValue),
        "Tanh" or "Erf" or "Atan" or "Asinh" or "Cbrt" => (-double.MaxValue, double.MaxValue),
        "SigmoidSoftplus" => (-708.3964185322641, 708.3964185322641),
        "Expm1" => (-double.MaxValue, 709.782712893384),
        "Sin" or "Cos" or "Tan" => (-1e9, 1e9),
        _ => (-708.3964185322641, double.MaxValue),
    };

    private static double Next(ref RandomSource random, int kind) => kind switch
    {
        // Where most of a function happens.
        0 => Between(ref random, -2, 2),
        1 => Between(ref random, -40, 40),

        // Exponentials to the ends of the range.
        2 => Between(ref random, -710, 710),

        // Any magnitude near 1, and any at all.
        3 => Signed(ref random, Math.ScaleB(1 + random.NextDouble(), random.NextInt(80) - 60)),
        4 => BitConverter.UInt64BitsToDouble(random.NextUInt64()),

        // The ends of the argument reduction of e^x: x is near (n + 1/2) ln 2, or half of that for tanh.
        5 => Near(ref random, Signed(ref random, (random.NextInt(2 * 1024) + 0.5) * Ln2 / (1 + random.NextInt(2)))),

        // The ends of the argument reduction of ln x, and of ln(1 + x): x or 1 + x is near 0.75 2^n or 2^n.
        6 => Near(ref random, Math.ScaleB(random.NextInt(2) == 0 ? 0.75 : 1, random.NextInt(40) - 20)),
        7 => Near(ref random, Math.ScaleB(random.NextInt(2) == 0 ? 0.75 : 1, random.NextInt(40) - 20) - 1),

        // The zeros of sine and cosine, and the ends of their argument reduction: x is near a multiple of pi / 4.
        _ => Near(ref random, Signed(ref random, (1 + random.NextInt(1 << (2 + random.NextInt(27)))) * (Math.PI / 4))),
    };

    private static double Between(ref RandomSource random, double low, double high) => low + ((high - low) * random.NextDouble());

    private static double Signed(ref RandomSource random, double magnitude) => random.NextInt(2) == 0 ? magnitude : -magnitude;

    /// <summary>Away from a number by between 2^-52 and one part in eight of it.</summary>
    private static double Near(ref RandomSource random, double x) =>
        x + (x * Signed(ref random, Math.ScaleB(random.NextDouble(), -3 - random.NextInt(50))));
}
