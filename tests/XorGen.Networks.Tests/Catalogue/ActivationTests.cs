using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Expressions;

namespace XorGen.Catalogue;

/// <summary>The formulas of the activations of single neurons, each with its default numbers and with others.</summary>
public class ActivationTests
{
    private const double Step = 1e-6;

    private static readonly Variable Z = new("z");
    private static readonly Variable A = new("a");

    public static TheoryData<string, double, double> Cases()
    {
        var cases = new TheoryData<string, double, double>();
        foreach (ElementwiseActivation entry in ActivationCatalogue.All.Entries.OfType<ElementwiseActivation>())
        {
            ActivationParameters defaults = entry.DefaultParameters;
            cases.Add(entry.Name, defaults.Alpha, defaults.Threshold);
            foreach (double alpha in new[] { -0.3, 0, 0.2, 2.5 }.Where(value => value != defaults.Alpha && entry.Alpha?.IsValid(value) == true))
            {
                cases.Add(entry.Name, alpha, defaults.Threshold);
            }

            foreach (double threshold in new[] { -0.7, 0, 1.5 }.Where(value => value != defaults.Threshold && entry.Threshold?.IsValid(value) == true))
            {
                cases.Add(entry.Name, defaults.Alpha, threshold);
            }
        }

        return cases;
    }

    [Fact]
    public void Every_entry_has_a_plain_formula() =>
        Assert.Equal(
            ActivationCatalogue.All.Entries.OfType<ElementwiseActivation>().Select(entry => entry.Name).Order(),
            PlainActivations.All.Keys.Order());

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_function_is_the_plain_formula(string name, double alpha, double threshold)
    {
        ElementwiseActivation activation = Of(name, alpha, threshold);
        foreach (double z in Points)
        {
            Close.Assert(PlainActivations.All[name](z, alpha, threshold), Value(activation, z), 1e-13, $"f({z})", floor: 1);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_derivative_is_the_one_that_symbolic_differentiation_finds(string name, double alpha, double threshold)
    {
        // The sixth of hard_sigmoid's slope is PyTorch's, which has single precision.
        double tolerance = name == "hard_sigmoid" ? 1e-8 : 1e-12;
        ElementwiseActivation activation = Of(name, alpha, threshold);
        Expression symbolic = activation.Forward(Z).By(Z);
        foreach (double z in Points)
        {
            Close.Assert(symbolic.Evaluate(("z", z)), Slope(activation, z), tolerance, $"f'({z})", floor: 1);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_derivative_is_the_slope_of_the_function(string name, double alpha, double threshold)
    {
        ElementwiseActivation activation = Of(name, alpha, threshold);
        foreach (double z in Points)
        {
            double slope = (Value(activation, z + Step) - Value(activation, z - Step)) / (2 * Step);
            Close.Assert(slope, Slope(activation, z), 1e-8, $"f'({z})", floor: 1);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_NaN_stays_one(string name, double alpha, double threshold) =>
        Assert.True(double.IsNaN(Value(Of(name, alpha, threshold), double.NaN)));

    /// <summary>
    /// At each corner the slope is that of PyTorch's backward kernels (ATen/native/cpu/Activation.cpp); of hard_swish as they are since PyTorch 2.8,
    /// which are those of its documented formula (before, they had 1.5 at 3 and -0.5 at -3).
    /// </summary>
    [Theory]
    [InlineData("relu", 0, 0)]
    [InlineData("leaky_relu", 0, 0.01)]
    [InlineData("prelu", 0, 0.25)]
    [InlineData("relu6", 0, 0)]
    [InlineData("relu6", 6, 0)]
    [InlineData("threshold", 0, 0)]
    [InlineData("hard_tanh", -1, 0)]
    [InlineData("hard_tanh", 1, 0)]
    [InlineData("hard_sigmoid", -3, 0)]
    [InlineData("hard_sigmoid", 3, 0)]
    [InlineData("hard_swish", -3, 0)]
    [InlineData("hard_swish", 3, 1)]
    [InlineData("elu", 0, 1)]
    [InlineData("selu", 0, 1.0507009873554805 * 1.6732632423543772)]
    [InlineData("celu", 0, 1)]
    [InlineData("hard_shrink", -0.5, 0)]
    [InlineData("hard_shrink", 0.5, 0)]
    [InlineData("soft_shrink", -0.5, 0)]
    [InlineData("soft_shrink", 0.5, 0)]
    public void At_a_corner_the_derivative_is_PyTorchs(string name, double z, double slope)
    {
        var entry = (ElementwiseActivation)ActivationCatalogue.All[name];
        ElementwiseActivation activation = Of(name, entry.DefaultParameters.Alpha, entry.DefaultParameters.Threshold);
        Assert.Equal(slope, Slope(activation, z), 1e-15);
        foreach (double side in new[] { z - 1e-3, z + 1e-3 })
        {
            double difference = (Value(activation, side + 1e-6) - Value(activation, side - 1e-6)) / 2e-6;
            Close.Assert(difference, Slope(activation, side), 1e-7, $"f'({side})", floor: 1);
        }
    }

    /// <summary>From -9 to 9, at no corner of any entry.</summary>
    private static IEnumerable<double> Points => Enumerable.Range(-450, 901).Select(i => (i * 0.02) + 0.00317);

    private static ElementwiseActivation Of(string name, double alpha, double threshold) =>
        (ElementwiseActivation)ActivationCatalogue.All[name].With(new(alpha, threshold));

    private static double Value(ElementwiseActivation activation, double z) => activation.Forward(Z).Evaluate(("z", z));

    private static double Slope(ElementwiseActivation activation, double z) =>
        activation.Derivative(Z, A).Evaluate(("z", z), ("a", Value(activation, z)));
}
