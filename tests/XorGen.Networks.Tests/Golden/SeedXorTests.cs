using System.Text.Json;

namespace XorGen.Golden;

/// <summary>
/// The tutorial's NumPy program, run by generated networks: mean gradients with the rate 0.4, biases at a quarter of it, are
/// its summed gradients with the rate 0.1 and mean ones for biases.
/// </summary>
public class SeedXorTests
{
    private const double Rate = 0.4;

    private static readonly IReadOnlyDictionary<string, JsonElement> Cases = GoldenFiles.Cases("seed-xor.json");

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Losses_parameters_outputs_and_grid_are_those_of_the_tutorial(string name)
    {
        JsonElement golden = Cases[name];
        INetwork<double> network = (golden.Text("activation"), golden.GetProperty("hidden").GetInt32()) switch
        {
            ("sigmoid", 2) => new TutorialSigmoid(),
            ("tanh", 2) => new TutorialTanh(),
            _ => new TutorialTanhOfThree(),
        };
        AssertReproduces(network, golden);
    }

    [Fact]
    public void The_tiled_form_reproduces_the_tutorial_too() => AssertReproduces(new TutorialTanhTiled(), Cases["tanh-0"]);

    private static void AssertReproduces(INetwork<double> network, JsonElement golden)
    {
        network.SetParameters(golden.Numbers("initialParameters"));
        double[] expected = golden.Numbers("lossEvery100");
        int iterations = golden.GetProperty("iterations").GetInt32();
        TrainingReport report = network.Fit(
            Xor.Inputs, Xor.Targets, new TrainingOptions { Epochs = iterations, LearningRate = Rate, LossHistoryInterval = 100 });

        Assert.Equal(StopReason.EpochsCompleted, report.StopReason);
        Assert.Equal(iterations, report.Epochs);
        Assert.Equal(expected.Length, report.LossHistory.Count);
        for (int i = 0; i < expected.Length; i++)
        {
            Close.Assert(expected[i], report.LossHistory[i], 1e-9, $"loss of iteration {100 * i}");
        }

        var parameters = new double[network.Description.ParameterCount];
        network.GetParameters(parameters);
        Close.Assert(golden.GetProperty("finalLoss").GetDouble(), report.FinalLoss, 1e-6, "final loss");
        Close.Assert(golden.Numbers("finalParameters"), parameters, 1e-6, "final parameters");
        Close.Assert(golden.Numbers("finalOutputs"), Predict(network, Xor.Inputs), 1e-6, "final outputs");
        Close.Assert(golden.Numbers("decisionGrid"), Predict(network, Grid()), 1e-6, "decision grid");
    }

    private static double[] Predict(INetwork<double> network, double[] inputs)
    {
        var outputs = new double[inputs.Length / 2];
        network.Predict(inputs, outputs);
        return outputs;
    }

    /// <summary>numpy.arange(0, 1, 0.08) in both directions, x0 outer.</summary>
    private static double[] Grid()
    {
        IEnumerable<double> steps = Enumerable.Range(0, 13).Select(i => i * 0.08);
        return [.. steps.SelectMany(x0 => steps.SelectMany(x1 => new[] { x0, x1 }))];
    }
}
