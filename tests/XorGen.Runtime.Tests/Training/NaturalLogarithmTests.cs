namespace XorGen.Training;

public class NaturalLogarithmTests
{
    [Fact]
    public void It_is_within_a_few_units_in_the_last_place()
    {
        // From the smallest subnormal number to the largest number, and closely around the numbers where the reduction changes.
        IEnumerable<double> numbers = Enumerable.Range(0, 20_000).Select(i => Math.BitIncrement(0) * Math.Pow(2, i / 19_999.0 * 2097.99))
            .Concat(Enumerable.Range(-1000, 2001).SelectMany(i => (double[])[2.0 / 3 + (i * 1e-9), 1 + (i * 1e-9), 4.0 / 3 + (i * 1e-9), 1 + (i * 1e-4)]));
        foreach (double x in numbers.Where(x => x > 0))
        {
            double expected = Math.Log(x);

            Assert.InRange(NaturalLogarithm.Of(x), expected - Math.Abs(expected * 1e-15), expected + Math.Abs(expected * 1e-15));
        }
    }

    [Fact]
    public void Those_of_powers_of_two_are_multiples_of_ln_2()
    {
        Assert.Equal(0, NaturalLogarithm.Of(1));
        Assert.Equal(Math.Log(2), NaturalLogarithm.Of(2));
        Assert.Equal(-Math.Log(2), NaturalLogarithm.Of(0.5));
        Assert.Equal(-1074 * Math.Log(2), NaturalLogarithm.Of(double.Epsilon));
    }
}
