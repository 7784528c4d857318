using System.Text.Json;
using XorGen.Properties;

namespace XorGen.Golden;

/// <summary>PyTorch's trajectories, run by networks that are compiled here, in both forms of the code.</summary>
public class TorchTrajectoryTests
{
    private const double Tolerance = 1e-9;

    private static readonly IReadOnlyDictionary<string, JsonElement> Cases = GoldenFiles.Cases("torch-trajectories.json");

    public static TheoryData<string, Unroll> Names()
    {
        var data = new TheoryData<string, Unroll>();
        foreach ((string name, JsonElement golden) in Cases)
        {
            data.Add(name, Unroll.None);
            if (Declaration(golden, Unroll.Full).CanUnroll)
            {
                data.Add(name, Unroll.Full);
            }
        }

        return data;
    }

    [Fact]
    public void No_case_is_left_out() => Assert.Equal(33, Names().Select(row => row[0]).Distinct().Count());

    [Theory]
    [MemberData(nameof(Names))]
    public void Outputs_gradient_losses_and_parameters_are_those_of_PyTorch(string name, Unroll unroll)
    {
        JsonElement golden = Cases[name];
        NetworkDeclaration declaration = Declaration(golden, unroll);
        INetwork<double> network = CompiledNetwork.Create<double>(declaration);
        double[] inputs = golden.Numbers("inputs");
        double[] targets = Targets(golden, declaration);
        double rate = golden.GetProperty("optimizerOptions").GetProperty("lr").GetDouble();

        network.SetParameters(golden.Numbers("initialParameters"));
        Close.Assert(golden.Numbers("initialOutputs"), Predict(network, inputs), Tolerance, "initial outputs");
        network.Backward(inputs, targets);
        var gradient = new double[network.Description.ParameterCount];
        network.GetGradients(gradient);
        Close.Assert(golden.Numbers("firstGradient"), gradient, Tolerance, "first gradient");

        double[] losses = golden.Numbers("losses");
        for (int i = 0; i < golden.GetProperty("steps").GetInt32(); i++)
        {
            Close.Assert(losses[i], network.Train(inputs, targets, rate), Tolerance, $"loss {i}");
        }

        var parameters = new double[network.Description.ParameterCount];
        network.GetParameters(parameters);
        Close.Assert(golden.Numbers("finalParameters"), parameters, Tolerance, "final parameters");
        Close.Assert(golden.Numbers("finalOutputs"), Predict(network, inputs), Tolerance, "final outputs");
    }

    private static NetworkDeclaration Declaration(JsonElement golden, Unroll unroll)
    {
        JsonElement options = golden.GetProperty("optimizerOptions");
        double? Option(string name) => options.TryGetProperty(name, out JsonElement value) ? value.GetDouble() : null;
        return new NetworkDeclaration
        {
            Sizes = golden.Integers("sizes"),
            Activation = golden.Text("activation"),
            OutputActivation = golden.Text("outputActivation"),
            Loss = golden.Text("loss"),
            Optimizer = golden.Text("optimizer"),
            Momentum = Option("momentum") ?? 0,
            Nesterov = options.TryGetProperty("nesterov", out JsonElement nesterov) && nesterov.GetBoolean(),
            WeightDecay = Option("weight_decay"),
            Rho = Option("alpha"),
            Unroll = unroll,
        };
    }

    /// <summary>The targets as rows; class labels become rows with a 1.</summary>
    private static double[] Targets(JsonElement golden, NetworkDeclaration declaration)
    {
        double[] targets = golden.Numbers("targets");
        int rows = golden.GetProperty("batch").GetInt32();
        return targets.Length == rows && declaration.LossName == "cross_entropy"
            ? [.. targets.SelectMany(label => Enumerable.Range(0, declaration.Outputs).Select(j => j == (int)label ? 1.0 : 0.0))]
            : targets;
    }

    private static double[] Predict(INetwork<double> network, double[] inputs)
    {
        var outputs = new double[inputs.Length / network.Description.InputCount * network.Description.OutputCount];
        network.Predict(inputs, outputs);
        return outputs;
    }
}
