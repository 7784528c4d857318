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

    /// <summary>As an interface a struct is a copy: what would change that says so, and what only reads takes it.</summary>
    [Fact]
    public void What_would_change_a_copy_refuses_a_struct()
    {
        var network = new RegressionStruct(3);
        using var stream = new MemoryStream();
        TrainingCheckpoint.Save(network, stream);
        AssertRefuses("write TrainingCheckpoint.Load<RegressionStruct, float>(ref network, stream).", () => TrainingCheckpoint.Load(network, stream));
        AssertRefuses("write TrainingCheckpoint.Load<RegressionStruct, float>(ref network, path).", () => TrainingCheckpoint.Load(network, "no such file"));
        Standardizer scaler = Standardizer.Fit<float>([1, 2, 3, 5, 7, 9], RegressionStruct.InputCount);
        AssertRefuses("fold into its parameters instead.", () => scaler.FoldIntoInputs(network));
        AssertRefuses("fold into its parameters instead.", () => scaler.FoldIntoOutputs(network));
        AssertRefuses("make it a class.", () => new SecondOrder.Lbfgs<float>(RegressionStruct.ParameterCount).Train(network, [1, 2, 3], [1, 2], 1));
        AssertRefuses("make it a class.", () => new SecondOrder.Lbfgs<float>(RegressionStruct.ParameterCount).Update(network, 1));
        AssertRefuses("make it a class.", () => new SecondOrder.LevenbergMarquardt<float>(RegressionStruct.ParameterCount).Train(network, [1, 2, 3], [1, 2], 1));
        Assert.Equal(Parameters(new RegressionStruct(3)), Parameters(network));

        RegressionReport report = RegressionReport.Of<float>(network, [1, 2, 3, 4, 5, 6], [0.5f, 1, 1, 0.5f]);
        Assert.True(double.IsFinite(report.R2));
        Assert.True(GradientCheck.Run(network, [1, 2, 3, 4, 5, 6], [0.5f, 1, 1, 0.5f]).Passed);
    }

    [Fact]
    public void Loading_by_reference_loads_a_struct()
    {
        var network = new RegressionStruct(3);
        using var stream = new MemoryStream();
        TrainingCheckpoint.Save(network, stream);
        stream.Position = 0;
        var other = new RegressionStruct(4);
        TrainingCheckpoint.Load<RegressionStruct, float>(ref other, stream);
        Assert.Equal(Parameters(network), Parameters(other));
    }

    private static void AssertRefuses(string advice, Action call)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>("network", call);
        Assert.StartsWith($"RegressionStruct is a struct, of which only a copy would change: {advice}", exception.Message, StringComparison.Ordinal);
    }

    private static float[] Parameters(RegressionStruct network)
    {
        var parameters = new float[RegressionStruct.ParameterCount];
        network.GetParameters(parameters);
        return parameters;
    }
}
