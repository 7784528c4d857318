namespace XorGen.Numerics.Elementary;

/// <summary>The hyperbolic functions and their inverses to some 100 bits, from the exponential and the logarithm.</summary>
internal static class ExactHyperbolics
{
    public static ExactResult Sinh(double x)
    {
        double a = Math.Abs(x);
        if (a > 50)
        {
            return HalfExp(a, x);
        }

        // From x + x^3 / 6 + ... on.
        if (a < 1e-30)
        {
            return (DoubleDouble)x;
        }

        DoubleDouble u = ExactFunctions.ExpMinusOne(a);
        DoubleDouble sinh = (u + (u / (u + 1))).ScaleB(-1);
        return x < 0 ? -sinh : sinh;
    }

    public static ExactResult Cosh(double x)
    {
        double a = Math.Abs(x);
        if (a > 50)
        {
            return HalfExp(a, a);
        }

        DoubleDouble e = ExactFunctions.ExpMinusOne(a) + 1;
        return (e + (1 / e)).ScaleB(-1);
    }

    public static ExactResult Asinh(double x)
    {
        DoubleDouble a = Math.Abs(x);
        if (a.High < 1e-30)
        {
            return (DoubleDouble)x;
        }

        // From ln(2 a) + 1 / (4 a^2) + ... on.
        DoubleDouble asinh = a.High > 1e30
            ? ExactFunctions.Log(a) + DoubleDouble.Ln2
            : ExactFunctions.Log1p(a + (a * a / (1 + ((a * a) + 1).Sqrt())));
        return x < 0 ? -asinh : asinh;
    }

    public static ExactResult Acosh(double x)
    {
        DoubleDouble t = (DoubleDouble)x - 1;
        return x > 1e30 ? ExactFunctions.Log(x) + DoubleDouble.Ln2 : ExactFunctions.Log1p(t + (t * (t + 2)).Sqrt());
    }

    public static ExactResult Atanh(double x)
    {
        DoubleDouble a = Math.Abs(x);
        if (a.High < 1e-30)
        {
            return (DoubleDouble)x;
        }

        DoubleDouble atanh = ExactFunctions.Log1p(a.ScaleB(1) / (1 - a)).ScaleB(-1);
        return x < 0 ? -atanh : atanh;
    }

    private static ExactResult HalfExp(double a, double sign)
    {
        ExactResult e = ExactFunctions.Exp(a);
        return new(sign < 0 ? -e.Value : e.Value, e.Exponent - 1);
    }
}
