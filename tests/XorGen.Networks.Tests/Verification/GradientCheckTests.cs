namespace XorGen.Verification;

public class GradientCheckTests
{
    [Fact]
    public void Correct_gradients_pass_in_both_forms_and_precisions()
    {
        AssertPasses(GradientCheck.Run(new XorTanhDouble(3), Xor.Inputs, Xor.Targets), layers: 2, Precision.Double);
        AssertPasses(GradientCheck.Run(new XorTanhSingle(3), Xor.SingleInputs, Xor.SingleTargets), layers: 2, Precision.Single);
        AssertPasses(GradientCheck.Run(new TiledRegression(3), Numbers(7 * 40), Numbers(7)), layers: 2, Precision.Double);
        AssertPasses(GradientCheck.Run(new TiledClassifier(3), Singles(7 * 17), [0, 1, 2, 3, 4, 0, 1]), layers: 3, Precision.Single);
        AssertPasses(GradientCheck.Run(new CheckedClassifier(3), Numbers(5 * 4), [0, 1, 2, 2, 1]), layers: 3, Precision.Double);
    }

    [Fact]
    public void Double_precision_agrees_to_many_digits() =>
        Assert.InRange(GradientCheck.Run(new XorTanhDouble(3), Xor.Inputs, Xor.Targets).LargestRelativeError, 0, 1e-8);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(8, 2)]
    public void A_wrong_derivative_is_found_and_named(int parameter, int layer)
    {
        var network = new WrongGradient(new XorTanhDouble(3), parameter);
        GradientCheckReport report = GradientCheck.Run(network, Xor.Inputs, Xor.Targets);

        Assert.False(report.Passed);
        Assert.Equal([layer], report.Layers.Where(check => check.LargestRelativeError > report.Tolerance).Select(check => check.Layer));
        LayerGradientCheck worst = report.Layers[layer - 1];
        Assert.Equal(parameter, worst.Parameter);
        Assert.InRange(worst.LargestRelativeError, 0.9e-4, 1.1e-4);
        Assert.Equal(worst.Slope * (1 + WrongGradient.RelativeError), worst.Gradient, 1e-9);
        Assert.Contains("FAILED", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_derivative_that_is_not_a_number_fails()
    {
        var network = new XorTanhDouble(3);
        network.SetParameters([.. Enumerable.Repeat(double.NaN, XorTanhDouble.ParameterCount)]);

        Assert.False(GradientCheck.Run(network, Xor.Inputs, Xor.Targets).Passed);
    }

    [Fact]
    public void A_kink_beside_a_parameter_is_no_error()
    {
        // The first neuron's sum is 1e-6 for the only row: the first step crosses relu's kink.
        var network = new CheckedRelu(1);
        var parameters = new double[CheckedRelu.ParameterCount];
        network.GetParameters(parameters);
        parameters[2] = 1e-6 - (parameters[0] * 0.5);
        network.SetParameters(parameters);

        Assert.True(GradientCheck.Run(network, [0.5], [0.25]).Passed);
    }

    [Fact]
    public void Parameters_are_put_back()
    {
        var network = new XorTanhDouble(3);
        var before = new double[XorTanhDouble.ParameterCount];
        var after = new double[XorTanhDouble.ParameterCount];
        network.GetParameters(before);
        GradientCheck.Run(network, Xor.Inputs, Xor.Targets);
        network.GetParameters(after);

        Assert.Equal(before, after);
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        Assert.Throws<ArgumentException>(() => GradientCheck.Run(new XorTanhDouble(), new double[3], new double[1]));
        Assert.Throws<ArgumentException>(() => GradientCheck.Run(new CheckedClassifier(), new double[4], [3]));
    }

    private static void AssertPasses(GradientCheckReport report, int layers, Precision precision)
    {
        Assert.True(report.Passed, report.ToString());
        Assert.Equal(Enumerable.Range(1, layers), report.Layers.Select(check => check.Layer));
        Assert.Equal(precision, report.Precision);
        Assert.Contains("passed", report.ToString(), StringComparison.Ordinal);
    }

    private static double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => Math.Sin(1 + (2.7 * i)))];

    private static float[] Singles(int count) => [.. Numbers(count).Select(value => (float)value)];
}
