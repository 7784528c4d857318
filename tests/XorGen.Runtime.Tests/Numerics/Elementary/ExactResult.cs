namespace XorGen.Numerics.Elementary;

/// <summary>A result to some 100 bits: <c>Value * 2^Exponent</c>, so that a value near the smallest number keeps its low bits.</summary>
internal readonly record struct ExactResult(DoubleDouble Value, int Exponent)
{
    public static implicit operator ExactResult(DoubleDouble value) => new(value, 0);

    /// <summary>Returns how far a number is from this one, in units of this one's last place.</summary>
    public double ErrorOf(double actual)
    {
        int lastPlace = Math.Max(PowerOfTwoBelow() + Exponent, -1022) - 52;
        double difference = Math.ScaleB(actual, -Exponent) - Value.High - Value.Low;
        return Math.ScaleB(Math.Abs(difference), Exponent - lastPlace);
    }

    private int PowerOfTwoBelow()
    {
        int power = Math.ILogB(Value.High);
        bool isLess = Math.Abs(Value.High) == Math.ScaleB(1, power) && Value.Low != 0 && double.IsNegative(Value.Low) != double.IsNegative(Value.High);
        return isLess ? power - 1 : power;
    }
}
