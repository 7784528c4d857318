using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Expressions;

/// <summary>Powers with a constant exponent.</summary>
internal static class Powers
{
    /// <summary>The largest exponent whose power is made by multiplications: beyond it their errors, half a last place each, are more than those of the function.</summary>
    private const int LargestByMultiplication = 8;

    /// <summary>
    /// Small whole powers by multiplication, by squaring, of 1 / x where they are negative, so that no intermediate result leaves the
    /// range before the result does; a half by the square root; others by the runtime's function.
    /// </summary>
    public static Expression Of(Expression x, double power)
    {
        if (power == Math.Floor(power) && Math.Abs(power) <= LargestByMultiplication)
        {
            return power < 0 ? Whole(1 / x, (int)-power) : Whole(x, (int)power);
        }

        // The power of -infinity is infinity, and that of -0 is 0.
        return power == 0.5
            ? new Select(Comparison.Equal, x, double.NegativeInfinity, double.PositiveInfinity, Sqrt(x) + 0)
            : new BinaryFunction(FunctionName.Pow, x, power);
    }

    private static Expression Whole(Expression x, int power)
    {
        if (power <= 1)
        {
            return power == 0 ? 1 : x;
        }

        Expression half = Whole(x, power / 2);
        return power % 2 == 0 ? half * half : half * half * x;
    }
}
