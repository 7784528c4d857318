namespace XorGen.Numerics.Elementary;

/// <summary>The elementary functions to some 100 bits, slowly, for finite arguments whose result is a normal number.</summary>
internal static class ExactFunctions
{
    public static Func<double, ExactResult> Named(string name) => name switch
    {
        "Exp" => Exp,
        "Log" => x => Log(x),
        "Log1p" => x => Log1p(x),
        "Tanh" => x => Tanh(x),
        "Sigmoid" => Sigmoid,
        "Softplus" => Softplus,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static ExactResult Exp(double x)
    {
        // e^x = 2^n e^r, r = x - n ln 2.
        double n = Math.Round(x / DoubleDouble.Ln2.High);
        return new(ExpMinusOneOfSmall(x - (DoubleDouble.Ln2 * n)) + 1, (int)n);
    }

    private static DoubleDouble Log(DoubleDouble x)
    {
        // x = 2^k m, m in [1 / sqrt 2, sqrt 2].
        int k = Math.ILogB(x.High);
        if (Math.ScaleB(x.High, -k) > 1.4142135623730951)
        {
            k++;
        }

        return (DoubleDouble.Ln2 * k) + LogOnePlusSmall(x.ScaleB(-k) - 1);
    }

    private static DoubleDouble Log1p(DoubleDouble x) => x.High is > -0.29 and < 0.41 ? LogOnePlusSmall(x) : Log(x + 1);

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

    private static DoubleDouble ExpMinusOne(double x)
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
