namespace XorGen.Training;

/// <summary>Copying a struct copies the network.</summary>
public class StructTests
{
    [Fact]
    public void A_copy_trains_on_its_own()
    {
        var original = new RegressionStruct(3);
        RegressionStruct copy = original;
        float[] before = Parameters(original);
        TrainingReport report = copy.Fit(new float[] { 1, 2, 3, 4, 5, 6 }, [0.5f, 1, 1, 0.5f], new() { Epochs = 50 });
        Assert.True(report.FinalLoss < report.LossHistory[0]);
        Assert.Equal(before, Parameters(original));
        Assert.NotEqual(before, Parameters(copy));
    }

    [Fact]
    public void The_default_value_is_a_network_of_zeros_that_can_be_initialised()
    {
        RegressionStruct network = default;
        Assert.All(Parameters(network), parameter => Assert.Equal(0, parameter));
        network.Initialize(3);
        Assert.Equal(Parameters(new RegressionStruct(3)), Parameters(network));
        Assert.Equal(Parameters(new RegressionStruct(0)), Parameters(new RegressionStruct()));
    }

    private static float[] Parameters(RegressionStruct network)
    {
        var parameters = new float[RegressionStruct.ParameterCount];
        network.GetParameters(parameters);
        return parameters;
    }
}
