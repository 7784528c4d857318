using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Training;

namespace XorGen.Properties;

/// <summary>Gradients against central differences of the loss, for every activation and loss, in both forms.</summary>
public class FiniteDifferenceTests
{
    private const double Step = 1e-6;
    private const double Tolerance = 1e-6;

    private static readonly string[] OutputsOfAnyLoss = ["linear", "sigmoid", "tanh", "relu", "softmax", "log_softmax"];

    /// <summary>All combinations, or the few that everybody runs: one of each activation or loss, its layout in turn.</summary>
    public static TheoryData<string, string, string, Unroll, double> Combinations(bool all)
    {
        // Every activation of single neurons, in the hidden layers and at the output.
        string[] elementwise = [.. ActivationCatalogue.All.Entries.OfType<ElementwiseActivation>().Select(entry => entry.Name)];
        IEnumerable<(string Hidden, string Output, string Loss)> activations = elementwise
            .SelectMany(name => new[] { (name, "linear", "mse"), ("tanh", name, "mse") });

        // Every loss on every output that it is defined on.
        IEnumerable<(string Hidden, string Output, string Loss)> losses =
            from loss in LossCatalogue.All.Entries
            from output in loss.OutputActivations is { Length: > 0 } some ? some : OutputsOfAnyLoss
            select ("tanh", output, loss.Name);

        IEnumerable<(string Hidden, string Output, string Loss, Unroll Unroll, double Smoothing)> combinations =
            from pair in activations.Union(losses)
            from smoothing in LossCatalogue.All[pair.Loss].SmoothedClasses is null ? [0.0] : (double[])[0, 0.2]
            from unroll in (Unroll[])[Unroll.Full, Unroll.None]
            select (pair.Hidden, pair.Output, pair.Loss, unroll, smoothing);
        var data = new TheoryData<string, string, string, Unroll, double>();
        foreach ((string hidden, string output, string loss, Unroll unroll, double smoothing) in combinations.Where((_, index) => all || index % 7 == 0))
        {
            data.Add(hidden, output, loss, unroll, smoothing);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Combinations), false)]
    public void Gradients_are_the_slopes_of_the_loss(string hidden, string output, string loss, Unroll unroll, double smoothing) =>
        Check(hidden, output, loss, unroll, smoothing);

    [Theory]
    [MemberData(nameof(Combinations), true)]
    [Trait("Category", "Thorough")]
    public void Gradients_of_all_combinations_are_the_slopes_of_the_loss(string hidden, string output, string loss, Unroll unroll, double smoothing) =>
        Check(hidden, output, loss, unroll, smoothing);

    private static void Check(string hidden, string output, string loss, Unroll unroll, double smoothing)
    {
        var declaration = new NetworkDeclaration
        {
            Sizes = [3, 5, 4, LossCatalogue.All[loss].OutputsPerTarget == 2 ? 4 : 3],
            Activation = hidden,
            OutputActivation = output,
            Loss = loss,
            LabelSmoothing = smoothing,
            Unroll = unroll,
        };
        Check(declaration);
    }

    public static TheoryData<string, Unroll> Activations(bool all)
    {
        IEnumerable<(string Name, Unroll Unroll)> cases =
            from entry in ActivationCatalogue.All.Entries.OfType<ElementwiseActivation>()
            from unroll in (Unroll[])[Unroll.Full, Unroll.None]
            select (entry.Name, unroll);
        var data = new TheoryData<string, Unroll>();
        foreach ((string name, Unroll unroll) in cases.Where((_, index) => all || index % 7 == 0))
        {
            data.Add(name, unroll);
        }

        return data;
    }

    /// <summary>A single output, behind which straight lines multiply in another order.</summary>
    [Theory]
    [MemberData(nameof(Activations), false)]
    public void Also_of_a_single_output(string hidden, Unroll unroll) => CheckSingleOutput(hidden, unroll);

    [Theory]
    [MemberData(nameof(Activations), true)]
    [Trait("Category", "Thorough")]
    public void Also_of_a_single_output_with_all_activations(string hidden, Unroll unroll) => CheckSingleOutput(hidden, unroll);

    private static void CheckSingleOutput(string hidden, Unroll unroll) =>
        Check(new NetworkDeclaration { Sizes = [3, 5, 1], Activation = hidden, OutputActivation = "linear", Loss = "mse", Unroll = unroll });

    private static void Check(NetworkDeclaration declaration)
    {
        var network = (ITrainable<double>)CompiledNetwork.Create<double>(declaration);
        (double[] inputs, double[] targets) = NetworkGenerators.Data(declaration, rows: 9, seed: 3);
        double[] parameters = NetworkGenerators.Parameters(declaration, network.Description.ParameterCount, seed: 3);
        AssertGradient(network, parameters, () => network.Evaluate(inputs, targets), () => network.Backward(inputs, targets));
        double[] weights = [0.5, 2, 1, 0, 3.25, 1, 0.75, 1.5, 0.125];
        AssertGradient(network, parameters, () => network.Evaluate(inputs, targets, weights), () => network.Backward(inputs, targets, weights));

        // The public check comes to the same result.
        network.SetParameters(parameters);
        GradientCheckReport report = GradientCheck.Run(network, inputs, targets);
        Assert.True(report.Passed, report.ToString());
    }

    private static void AssertGradient(INetwork<double> network, double[] parameters, Func<double> evaluate, Func<double> backward)
    {
        network.SetParameters(parameters);
        backward();
        var gradient = new double[parameters.Length];
        network.GetGradients(gradient);
        for (int i = 0; i < parameters.Length; i++)
        {
            double slope = (Loss(i, Step) - Loss(i, -Step)) / (2 * Step);
            Close.Assert(slope, gradient[i], Tolerance, $"derivative by parameter {i}", floor: 0.01 * Math.Max(1, gradient.Max(Math.Abs)));
        }

        double Loss(int parameter, double change)
        {
            double[] moved = [.. parameters];
            moved[parameter] += change;
            network.SetParameters(moved);
            return evaluate();
        }
    }
}
