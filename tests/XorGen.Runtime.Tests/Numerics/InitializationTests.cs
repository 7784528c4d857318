namespace XorGen.Numerics;

public class InitializationTests
{
    [Fact]
    public void Uniform_parameters_are_scaled_numbers_of_the_source_rounded_to_the_type()
    {
        var source = new RandomSource(3);
        float[] parameters = new float[100];
        var random = new RandomSource(3);
        Initialization.Uniform<float>(ref random, parameters, -0.5, 2);

        foreach (float parameter in parameters)
        {
            Assert.Equal((float)(-0.5 + (2.5 * source.NextDouble())), parameter);
        }
    }

    [Fact]
    public void Normal_parameters_are_scaled_numbers_of_the_source_rounded_to_the_type()
    {
        var source = new RandomSource(4);
        float[] parameters = new float[101];
        var random = new RandomSource(4);
        Initialization.Normal<float>(ref random, parameters, 0.125);

        foreach (float parameter in parameters)
        {
            Assert.Equal((float)(0.125 * source.NextNormal()), parameter);
        }
    }

    [Fact]
    public void A_second_call_goes_on_with_the_sequence()
    {
        var random = new RandomSource(5);
        double[] inParts = new double[10];
        Initialization.Uniform<double>(ref random, inParts.AsSpan(0, 4), -1, 1);
        Initialization.Uniform<double>(ref random, inParts.AsSpan(4), -1, 1);

        random = new RandomSource(5);
        double[] atOnce = new double[10];
        Initialization.Uniform<double>(ref random, atOnce, -1, 1);

        Assert.Equal(atOnce, inParts);
    }
}
