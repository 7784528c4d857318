using CsCheck;

namespace XorGen.Properties;

/// <summary>Gradients against central differences of the loss, for every activation and loss, in both forms.</summary>
public class FiniteDifferenceTests
{
    private const double Step = 1e-6;
    private const double Tolerance = 1e-6;

    public static TheoryData<string, string, string, Unroll> Combinations()
    {
        var data = new TheoryData<string, string, string, Unroll>();
        foreach (string hidden in new[] { "linear", "sigmoid", "tanh", "relu" })
        {
            foreach ((string output, string loss) in new[]
            {
                ("sigmoid", "binary_cross_entropy"), ("softmax", "cross_entropy"), ("linear", "mse"), ("sigmoid", "mse"),
                ("tanh", "mse"), ("relu", "mse"), ("softmax", "mse"),
            })
            {
                data.Add(hidden, output, loss, Unroll.Full);
                data.Add(hidden, output, loss, Unroll.None);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void Gradients_are_the_slopes_of_the_loss(string hidden, string output, string loss, Unroll unroll)
    {
        var declaration = new NetworkDeclaration
        {
            Sizes = [3, 5, 4, 3],
            Activation = hidden,
            OutputActivation = output,
            Loss = loss,
            Unroll = unroll,
        };
        INetwork<double> network = CompiledNetwork.Create<double>(declaration);
        (double[] inputs, double[] targets) = NetworkGenerators.Data(declaration, rows: 9, seed: 3);
        double[] parameters = NetworkGenerators.Parameters(declaration, network.Description.ParameterCount, seed: 3);
        network.SetParameters(parameters);
        network.Backward(inputs, targets);
        var gradient = new double[parameters.Length];
        network.GetGradients(gradient);
        for (int i = 0; i < parameters.Length; i++)
        {
            double slope = (Loss(i, Step) - Loss(i, -Step)) / (2 * Step);
            Close.Assert(slope, gradient[i], Tolerance, $"derivative by parameter {i}", floor: 0.01);
        }

        double Loss(int parameter, double change)
        {
            double[] moved = [.. parameters];
            moved[parameter] += change;
            network.SetParameters(moved);
            return network.Evaluate(inputs, targets);
        }
    }
}
