using Xunit.Abstractions;

namespace XorGen.Numerics.Elementary;

public class DoubleErrorTests(ITestOutputHelper output)
{
    // The errors that the functions' documentation states.
    public static TheoryData<string, double> Stated => new()
    {
        { "Exp", 1.04 },
        { "Log", 1.16 },
        { "Log1p", 1.18 },
        { "Tanh", 2.47 },
        { "Sigmoid", 2.48 },
        { "Softplus", 1.89 },
        { "SigmoidSoftplus", 3.31 },
        { "Expm1", 2.00 },
        { "Erf", 1.77 },
        { "Sin", 1.61 },
        { "Cos", 1.59 },
        { "Atan", 1.63 },
        { "Sinh", 2.50 },
        { "Cosh", 1.60 },
        { "Tan", 3.90 },
        { "Asin", 2.70 },
        { "Acos", 2.30 },
        { "Asinh", 1.90 },
        { "Acosh", 2.70 },
        { "Atanh", 2.10 },
        { "Cbrt", 0.51 },
        { "Exp2", 1.10 },
        { "Exp10", 1.50 },
        { "Log2", 2.50 },
        { "Log10", 2.70 },
    };

    [Theory]
    [MemberData(nameof(Stated))]
    public void The_error_is_as_stated_over_a_search_of_a_hundred_thousand_arguments(string name, double stated) => Check(name, stated, blocks: 16);

    [Theory]
    [MemberData(nameof(Stated))]
    [Trait("Category", "Thorough")]
    public void The_error_is_as_stated_over_a_search_of_two_million_arguments(string name, double stated) => Check(name, stated, blocks: 256);

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
    public void The_largest_error_that_a_search_of_a_hundred_million_arguments_finds_is_the_stated_one(string name, double stated)
    {
        var error = new DoubleError(name);
        error.Measure(blocks: 12_500);
        output.WriteLine($"{name}: {error.Largest:F4} ulp at {error.Argument:R}");

        Assert.InRange(error.Largest, stated - 0.5, stated);
    }

    /// <summary>Arguments that other searches have found, among them the worst that are known.</summary>
    [Theory]
    [InlineData("Softplus", -1.2620051689734706)]
    [InlineData("Log1p", 0.49881050336119276)]
    [InlineData("Tanh", 6.938807703991797)]
    [InlineData("Tanh", 10.053463080782286)]
    [InlineData("Expm1", 0.3546310333603206)]
    [InlineData("Atan", 1.0268595110982932)]
    [InlineData("Sigmoid", 22.997692205110745)]
    [InlineData("SigmoidSoftplus", -13.18073134239677)]
    [InlineData("Sin", -60.47700854193528)]
    [InlineData("Cos", 289.7933562475849)]
    [InlineData("Erf", -1.0586518854340923)]
    [InlineData("Exp", -472.3786569287501)]
    public void The_error_at_the_worst_known_arguments_is_as_stated(string name, double x)
    {
        double stated = (double)Stated.Single(row => (string)row[0] == name)[1];
        Assert.InRange(ExactFunctions.Named(name)(x).ErrorOf(ElementaryFunction.Named(name).Double(x)), stated - 0.02, stated);
    }
}
