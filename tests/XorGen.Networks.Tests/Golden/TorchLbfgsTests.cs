using System.Text.Json;
using XorGen.Properties;

namespace XorGen.Golden;

/// <summary>The trajectories of torch.optim.LBFGS (see torch-lbfgs.py), with its line search and without, in both forms of the code.</summary>
public class TorchLbfgsTests
{
    private const double Tolerance = 1e-9;

    private static readonly IReadOnlyDictionary<string, JsonElement> Cases = GoldenFiles.Cases("torch-lbfgs.json");

    public static TheoryData<string, Unroll> Names()
    {
        var data = new TheoryData<string, Unroll>();
        foreach (string name in Cases.Keys)
        {
            data.Add(name, Unroll.Full);
            data.Add(name, Unroll.None);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Losses_and_parameters_are_those_of_PyTorch(string name, Unroll unroll)
    {
        JsonElement golden = Cases[name];
        INetwork<double> network = CompiledNetwork.Create<double>(new NetworkDeclaration
        {
            Sizes = golden.Integers("sizes"),
            Activation = golden.Text("activation"),
            OutputActivation = golden.Text("outputActivation"),
            Loss = golden.Text("loss"),
            Optimizer = "lbfgs",
            Unroll = unroll,
        });
        double[] inputs = golden.Numbers("inputs");
        double[] targets = golden.Numbers("targets");
        double rate = golden.GetProperty("learningRate").GetDouble();
        bool hasLineSearch = golden.GetProperty("lineSearch").GetBoolean();

        network.SetParameters(golden.Numbers("initialParameters"));
        double[] losses = golden.Numbers("losses");
        for (int i = 0; i < losses.Length; i++)
        {
            double loss = hasLineSearch ? network.Train(inputs, targets, rate) : network.Backward(inputs, targets);
            Close.Assert(losses[i], loss, Tolerance, $"loss {i}");
            if (!hasLineSearch)
            {
                network.Update(rate);
            }
        }

        var parameters = new double[network.Description.ParameterCount];
        network.GetParameters(parameters);
        Close.Assert(golden.Numbers("parameters"), parameters, Tolerance, "parameters");
    }
}
