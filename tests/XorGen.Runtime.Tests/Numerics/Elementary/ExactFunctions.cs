namespace XorGen.Numerics.Elementary;

/// <summary>The elementary functions to some 100 bits, slowly, for finite arguments whose result is a normal number.</summary>
internal static class ExactFunctions
{
    private static readonly DoubleDouble HalfPi = new(1.5707963267948966, 6.123233995736766E-17);
    private static readonly DoubleDouble Ln10 = new(2.302585092994046, -2.1707562233822494e-16);
    private const double HalfPiRest = -1.4973849048591698E-33;
    private static readonly DoubleDouble TwoOverSqrtPi = new(1.1283791670955126, 1.533545961316588E-17);

    public static Func<double, ExactResult> Named(string name) => name switch
    {
        "Exp" => x => Exp(x),
        "Log" => x => Log(x),
        "Log1p" => x => Log1p(x),
        "Tanh" => x => Tanh(x),
        "Sigmoid" => Sigmoid,
        "Softplus" => Softplus,
        "SigmoidSoftplus" => x => Softplus(-Math.Abs(x)),
        "Expm1" => Expm1,
        "Erf" => x => Erf(x),
        "Sin" => x => Sine(x, quarters: 0),
        "Cos" => x => Sine(x, quarters: 1),
        "Atan" => x => Atan(x),
        "Sinh" => x => ExactHyperbolics.Sinh(x),
        "Cosh" => x => ExactHyperbolics.Cosh(x),
        "Asinh" => x => ExactHyperbolics.Asinh(x),
        "Acosh" => x => ExactHyperbolics.Acosh(x),
        "Atanh" => x => ExactHyperbolics.Atanh(x),
        "Tan" => x => Sine(x, quarters: 0) / Sine(x, quarters: 1),
        "Asin" => Asin,
        "Acos" => Acos,
        "Cbrt" => Cbrt,
        "Exp2" => Exp2,
        "Exp10" => Exp10,
        "Log2" => x => Log(x) / DoubleDouble.Ln2,
        "Log10" => x => Log(x) / Ln10,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>x^y for a positive x, and |x^y| for a negative one.</summary>
    public static ExactResult Pow(double x, double y) => Exp(Log(Math.Abs(x)) * y);

    /// <summary>The angle of a point, neither of whose coordinates is 0 nor so far from the other that their quotient is no normal number.</summary>
    public static ExactResult Atan2(double y, double x)
    {
        // As in Atan, from an angle near it on.
        double angle = Math.Atan2(y, x);
        (DoubleDouble sine, DoubleDouble cosine) = (Sine(angle, quarters: 0), Sine(angle, quarters: 1));
        int scale = -Math.ILogB(Math.Max(Math.Abs(x), Math.Abs(y)));
        (DoubleDouble scaledX, DoubleDouble scaledY) = (Math.ScaleB(x, scale), Math.ScaleB(y, scale));
        return angle + (((cosine * scaledY) - (sine * scaledX)) / ((cosine * scaledX) + (sine * scaledY)));
    }

    /// <summary>sqrt(x^2 + y^2), where the smaller one is 0 or its square is a normal number beside that of the larger one.</summary>
    public static ExactResult Hypot(double x, double y)
    {
        int scale = Math.ILogB(Math.Max(Math.Abs(x), Math.Abs(y)));
        (DoubleDouble scaledX, DoubleDouble scaledY) = (Math.ScaleB(x, -scale), Math.ScaleB(y, -scale));
        return new(((scaledX * scaledX) + (scaledY * scaledY)).Sqrt(), scale);
    }

    public static ExactResult Exp(DoubleDouble x)
    {
        // e^x = 2^n e^r, r = x - n ln 2.
        double n = Math.Round(x.High / DoubleDouble.Ln2.High);
        return new(ExpMinusOneOfSmall(x - (DoubleDouble.Ln2 * n)) + 1, (int)n);
    }

    private static ExactResult Exp2(double x)
    {
        double n = Math.Round(x);
        return new(ExpMinusOneOfSmall(DoubleDouble.Ln2 * (x - n)) + 1, (int)n);
    }

    private static ExactResult Exp10(double x) => Exp(Ln10 * x);

    /// <summary>With y near x^(1/3): y + (x - y^3) / (3 y^2), of x by a power of 8.</summary>
    private static ExactResult Cbrt(double x)
    {
        if (x == 0)
        {
            return (DoubleDouble)x;
        }

        int exponent = Math.ILogB(x) / 3;
        double scaled = Math.ScaleB(x, -3 * exponent);
        DoubleDouble y = Math.Cbrt(scaled);
        DoubleDouble square = y * y;
        return new(y + ((scaled - (square * y)) / (square * 3)), exponent);
    }

    /// <summary>With y near asin x: the sine of asin x - y is x cos y - sqrt(1 - x^2) sin y, and so small that it is asin x - y.</summary>
    private static ExactResult Asin(double x)
    {
        // From x + x^3 / 6 + ... on.
        if (Math.Abs(x) < 1e-30)
        {
            return (DoubleDouble)x;
        }

        double y = Math.Asin(x);
        return y + (Sine(y, quarters: 1) * x) - (CosineOfAsin(x) * Sine(y, quarters: 0));
    }

    private static ExactResult Acos(double x)
    {
        double y = Math.Acos(x);
        return y + (Sine(y, quarters: 1) * CosineOfAsin(x)) - (Sine(y, quarters: 0) * x);
    }

    private static DoubleDouble CosineOfAsin(double x) => ((1 - (DoubleDouble)x) * (1 + (DoubleDouble)x)).Sqrt();

    public static DoubleDouble Log(DoubleDouble x)
    {
        // x = 2^k m, m in [1 / sqrt 2, sqrt 2].
        int k = Math.ILogB(x.High);
        if (Math.ScaleB(x.High, -k) > 1.4142135623730951)
        {
            k++;
        }

        return (DoubleDouble.Ln2 * k) + LogOnePlusSmall(x.ScaleB(-k) - 1);
    }

    public static DoubleDouble Log1p(DoubleDouble x) => x.High is > -0.29 and < 0.41 ? LogOnePlusSmall(x) : Log(x + 1);

    private static DoubleDouble Tanh(double x)
    {
        // From x - x^3 / 3 + ... on; for a large x from 1 - 2 e^-2x + ... on.
        if (Math.Abs(x) < 1e-30)
        {
            return x;
        }

        if (Math.Abs(x) > 50)
        {
            return Math.CopySign(1, x);
        }

        DoubleDouble e = ExpMinusOne(2 * Math.Abs(x));
        DoubleDouble tanh = e / (e + 2);
        return x < 0 ? -tanh : tanh;
    }

    private static ExactResult Sigmoid(double x)
    {
        // e^x - e^2x + ...
        if (x < -100)
        {
            return Exp(x);
        }

        // 1 - e^-x + ...
        if (x > 100)
        {
            return (DoubleDouble)1;
        }

        ExactResult e = Exp(-x);
        return (DoubleDouble)1 / (e.Value.ScaleB(e.Exponent) + 1);
    }

    private static ExactResult Softplus(double x)
    {
        // e^x - e^2x / 2 + ...
        if (x < -100)
        {
            return Exp(x);
        }

        // x + e^-x - ...
        if (x > 100)
        {
            return (DoubleDouble)x;
        }

        ExactResult e = Exp(-Math.Abs(x));
        return Log1p(e.Value.ScaleB(e.Exponent)) + Math.Max(x, 0);
    }

    private static ExactResult Expm1(double x)
    {
        // From x + x^2 / 2 + ... on.
        if (Math.Abs(x) < 1e-33)
        {
            return (DoubleDouble)x;
        }

        // e^x itself.
        if (x > 100)
        {
            return Exp(x);
        }

        // -1 + e^x.
        return x < -100 ? (DoubleDouble)(-1) : ExpMinusOne(x);
    }

    private static DoubleDouble Erf(double x)
    {
        double a = Math.Abs(x);
        DoubleDouble erf = a < 3 ? ErfBySeries(a) : a > 10 ? 1 : 1 - ErfcByFraction(a);
        return x < 0 ? -erf : erf;
    }

    /// <summary>erf a = 2 a / sqrt(pi) e^-a^2 (1 + 2 a^2 / 3 + (2 a^2)^2 / (3 5) + ...): no term cancels another.</summary>
    private static DoubleDouble ErfBySeries(double a)
    {
        DoubleDouble twoSquares = ((DoubleDouble)a * a).ScaleB(1);
        DoubleDouble sum = 1;
        for (int k = 90; k >= 1; k--)
        {
            sum = (twoSquares * sum / ((2 * k) + 1)) + 1;
        }

        return TwoOverSqrtPi * a * sum * ExpOfNegativeSquare(a);
    }

    /// <summary>erfc a = e^-a^2 / sqrt(pi) / (a + (1/2) / (a + 1 / (a + (3/2) / (a + ...)))).</summary>
    private static DoubleDouble ErfcByFraction(double a)
    {
        DoubleDouble fraction = a;
        for (int k = 120; k >= 1; k--)
        {
            fraction = (k / 2.0 / fraction) + a;
        }

        return TwoOverSqrtPi.ScaleB(-1) * ExpOfNegativeSquare(a) / fraction;
    }

    /// <summary>e^-a^2 = e^-high (1 + (e^-low - 1)), the square being the sum of both.</summary>
    private static DoubleDouble ExpOfNegativeSquare(double a)
    {
        DoubleDouble square = (DoubleDouble)a * a;
        ExactResult high = Exp(-square.High);
        return high.Value.ScaleB(high.Exponent) * (1 - (DoubleDouble)square.Low);
    }

    /// <summary>sin(x + quarters pi / 2), by Taylor's series of what is left of x in less than half a quarter.</summary>
    private static DoubleDouble Sine(double x, int quarters)
    {
        double n = Math.Round(x / HalfPi.High);

        // Each product is exact, and a difference keeps its relative accuracy where most of it cancels.
        DoubleDouble r = x - ((DoubleDouble)HalfPi.High * n) - ((DoubleDouble)HalfPi.Low * n) - (HalfPiRest * n);
        DoubleDouble y = r * r;
        bool isCosine = ((long)n + quarters) % 2 != 0;
        DoubleDouble sum = 1;
        for (int k = 14; k >= 1; k--)
        {
            int last = isCosine ? 2 * k : (2 * k) + 1;
            sum = 1 - (y * sum / (last * (last - 1)));
        }

        DoubleDouble result = isCosine ? sum : r * sum;
        return ((long)n + quarters & 2) == 0 ? result : -result;
    }

    /// <summary>With y near atan x: atan x = y + atan((x - tan y) / (1 + x tan y)), of which the first term of its series is enough.</summary>
    private static DoubleDouble Atan(double x)
    {
        // From x - x^3 / 3 + ... on; for a large x from pi / 2 - 1 / x + ... on.
        if (Math.Abs(x) < 1e-30)
        {
            return x;
        }

        if (Math.Abs(x) > 1e40)
        {
            return x < 0 ? -HalfPi : HalfPi;
        }

        double y = Math.Atan(x);
        DoubleDouble sine = Sine(y, quarters: 0);
        DoubleDouble cosine = Sine(y, quarters: 1);
        return y + (((cosine * x) - sine) / (cosine + (sine * x)));
    }

    public static DoubleDouble ExpMinusOne(double x)
    {
        if (Math.Abs(x) < 0.35)
        {
            return ExpMinusOneOfSmall(x);
        }

        ExactResult e = Exp(x);
        return e.Value.ScaleB(e.Exponent) - 1;
    }

    /// <summary>Taylor's series of the 256th part, then e^2r - 1 = 2 q + q^2, q = e^r - 1, eight times.</summary>
    private static DoubleDouble ExpMinusOneOfSmall(DoubleDouble r)
    {
        r = r.ScaleB(-8);
        DoubleDouble sum = 1;
        for (int i = 11; i >= 2; i--)
        {
            sum = (r * sum / i) + 1;
        }

        DoubleDouble q = r * sum;
        for (int i = 0; i < 8; i++)
        {
            q = q.ScaleB(1) + (q * q);
        }

        return q;
    }

    /// <summary>
    /// With y near ln(1 + f): ln(1 + f) = y + ln(1 + t), t = (1 + f) e^-y - 1 = f + (1 + f)(e^-y - 1). The last form keeps
    /// the relative accuracy near 0.
    /// </summary>
    private static DoubleDouble LogOnePlusSmall(DoubleDouble f)
    {
        // From f - f^2 / 2 + ... on.
        if (Math.Abs(f.High) < 1e-33)
        {
            return f;
        }

        double y = Math.Abs(f.High) < 1e-5 ? f.High - (f.High * f.High / 2) : Math.Log(1 + f.High);
        DoubleDouble t = f + ((f + 1) * ExpMinusOneOfSmall(-y));
        return y + t - (t * t).ScaleB(-1);
    }
}
