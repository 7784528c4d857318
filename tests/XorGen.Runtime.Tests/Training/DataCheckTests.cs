namespace XorGen.Training;

public class DataCheckTests
{
    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "infinity")]
    [InlineData(double.NegativeInfinity, "-infinity")]
    public void A_number_that_is_not_finite_is_named_with_row_and_column(double value, string name)
    {
        for (int index = 0; index < 60; index++)
        {
            double[] inputs = new double[60];
            inputs[index] = value;
            AssertRefused(inputs, new double[20], "inputs", $"Row {index / 3}, column {index % 3} is {name};");
        }

        for (int index = 0; index < 20; index++)
        {
            double[] targets = new double[20];
            targets[index] = value;
            AssertRefused(new double[60], targets, "targets", $"Row {index}, column 0 is {name};");
        }
    }

    [Fact]
    public void Of_several_the_first_is_named()
    {
        double[] inputs = new double[60];
        inputs[7] = double.NaN;
        inputs[11] = double.PositiveInfinity;

        AssertRefused(inputs, new double[20], "inputs", "Row 2, column 1 is NaN;");
    }

    [Fact]
    public void The_check_can_be_switched_off()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        Scripted.Fit(network, [double.NaN, 1], [0, double.NaN], new TrainingOptions { Epochs = 3, CheckData = false });

        Assert.Equal(3, network.Steps);
    }

    [Fact]
    public void The_largest_numbers_are_finite()
    {
        double[] values = [.. Enumerable.Repeat(double.MaxValue, 20), .. Enumerable.Repeat(double.MinValue, 20), double.Epsilon, -0.0];
        Assert.True(FiniteNumbers.All<double>(values));
        Assert.True(FiniteNumbers.All<float>([.. Enumerable.Repeat(float.MaxValue, 33)]));
        Assert.False(FiniteNumbers.All<float>([.. Enumerable.Repeat(float.MaxValue, 33), float.NegativeInfinity]));
    }

    private static void AssertRefused(double[] inputs, double[] targets, string parameter, string message)
    {
        var network = new ScriptedNetwork(Scripted.Falling, inputs: 3);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Scripted.Fit(network, inputs, targets, new TrainingOptions()));
        Assert.Equal(parameter, exception.ParamName);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, network.TotalSteps);
    }
}
