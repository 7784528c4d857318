using Xunit.Abstractions;

namespace XorGen.Numerics.Elementary;

public class SingleErrorTests(ITestOutputHelper output)
{
    // The errors that the functions' documentation states.
    public static TheoryData<string, double> Stated => new()
    {
        { "Exp", 1.00 },
        { "Log", 1.20 },
        { "Log1p", 1.21 },
        { "Tanh", 2.50 },
        { "Sigmoid", 2.50 },
        { "Softplus", 1.87 },
        { "SigmoidSoftplus", 3.22 },
        { "Expm1", 1.46 },
        { "Erf", 1.41 },
        { "Sin", 1.57 },
        { "Cos", 1.57 },
        { "Atan", 1.48 },
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
    public void The_error_is_as_stated_over_every_1009th_float(string name, double stated)
    {
        var error = new SingleError(name);
        error.MeasureEvery(1009);
        output.WriteLine($"{name}: {error.Largest:F4} ulp at {error.Argument:R}");

        Assert.InRange(error.Largest, 0, stated);
    }

    [Theory]
    [MemberData(nameof(Stated))]
    [Trait("Category", "Exhaustive")]
    public void The_largest_error_over_every_float_is_the_stated_one(string name, double stated)
    {
        var error = new SingleError(name);
        error.MeasureEvery(1);
        output.WriteLine($"{name}: {error.Largest:F4} ulp at {error.Argument:R}");

        Assert.InRange(error.Largest, stated - 0.5, stated);
    }
}
