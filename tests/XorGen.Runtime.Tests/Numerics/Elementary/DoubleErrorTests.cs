using Xunit.Abstractions;

namespace XorGen.Numerics.Elementary;

public class DoubleErrorTests(ITestOutputHelper output)
{
    // The errors that the functions' documentation states.
    public static TheoryData<string, double> Stated => new()
    {
        { "Exp", 1.03 },
        { "Log", 1.16 },
        { "Log1p", 1.15 },
        { "Tanh", 2.45 },
        { "Sigmoid", 2.47 },
        { "Softplus", 1.70 },
        { "SigmoidSoftplus", 3.24 },
        { "Expm1", 1.95 },
        { "Erf", 1.69 },
        { "Sin", 1.58 },
        { "Cos", 1.58 },
        { "Atan", 1.50 },
    };

    [Theory]
    [MemberData(nameof(Stated))]
    public void The_error_is_as_stated_over_a_hundred_thousand_arguments(string name, double stated) => Check(name, stated, blocks: 32);

    [Theory]
    [MemberData(nameof(Stated))]
    [Trait("Category", "Thorough")]
    public void The_error_is_as_stated_over_two_million_arguments(string name, double stated) => Check(name, stated, blocks: 512);

    private void Check(string name, double stated, int blocks)
    {
        var error = new DoubleError(name);
        error.Measure(blocks);
        output.WriteLine($"{name}: {error.Largest:F4} ulp at {error.Argument:R}");

        Assert.InRange(error.Largest, 0, stated);
    }

    [Theory]
    [MemberData(nameof(Stated))]
    [Trait("Category", "Exhaustive")]
    public void The_largest_error_over_a_hundred_million_arguments_is_the_stated_one(string name, double stated)
    {
        var error = new DoubleError(name);
        error.Measure(blocks: 25_000);
        output.WriteLine($"{name}: {error.Largest:F4} ulp at {error.Argument:R}");

        Assert.InRange(error.Largest, stated - 0.01, stated);
    }
}
