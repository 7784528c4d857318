using System.Numerics;
using CsCheck;
using XorGen.Training;

namespace XorGen.Properties;

/// <summary>Random networks, compiled here, against plain loops that were written for clarity.</summary>
public class ReferenceTests
{
    private const int Steps = 4;
    private const double LearningRate = 0.05;
    private const double LargestOutput = 100;
    private const double LargestLoss = 1000;
    private const double LargestSum = 1e6;

    [Fact]
    public void Outputs_losses_gradients_and_updates_are_those_of_the_reference() => Check(iterations: 25);

    [Fact]
    [Trait("Category", "Thorough")]
    public void The_same_for_hundreds_of_networks() => Check(iterations: 300);

    /// <summary>dotnet test tests/XorGen.Networks.Tests -c Release -p:VSTestTestCaseFilter=Category=Exhaustive.</summary>
    [Fact]
    [Trait("Category", "Exhaustive")]
    public void The_same_for_thousands_of_networks() => Check(iterations: 3_000);

    private static void Check(int iterations) => NetworkGenerators.Cases.Sample(
        (declaration, rows, seed) =>
        {
            if (declaration.Precision == Precision.Single)
            {
                Compare<float>(declaration, rows, seed, tolerance: 2e-4);
            }
            else
            {
                Compare<double>(declaration, rows, seed, tolerance: 1e-9);
            }
        },
        iter: iterations);

    private static void Compare<T>(NetworkDeclaration declaration, int rows, int seed, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        INetwork<T> network = CompiledNetwork.Create<T>(declaration);
        int count = network.Description.ParameterCount;
        double[] parameters = NetworkGenerators.Parameters(declaration, count, seed);
        var reference = new ReferenceNetwork(declaration, parameters);
        (double[] inputs, double[] targets) = NetworkGenerators.Data(declaration, rows, seed);
        T[] x = Convert<T>(inputs);
        T[] y = Convert<T>(targets);
        network.SetParameters(Convert<T>(parameters));

        var outputs = new T[rows * declaration.Outputs];
        network.Predict(x, outputs);
        double[] expected = [.. inputs.Chunk(declaration.Inputs).SelectMany(reference.Forward)];
        if (!expected.All(output => Math.Abs(output) < LargestOutput))
        {
            // Exponentials of exponentials: nothing to compare.
            return;
        }

        Close.Assert(expected, Convert(outputs), tolerance, "outputs", floor: 0.1);
        CompareWeighted((ITrainable<T>)network, reference, inputs, targets, seed, tolerance);
        for (int step = 0; step < Steps; step++)
        {
            (double loss, double[] gradient) = reference.Backward(inputs, targets);
            if (!(loss < LargestLoss) || !(reference.LargestSum(inputs) < LargestSum))
            {
                // A step too far: exponentials of exponentials overflow, though the loss of a bounded output may not show it.
                return;
            }

            Close.Assert(reference.Evaluate(inputs, targets), double.CreateTruncating(network.Evaluate(x, y)), tolerance, $"loss of step {step}", floor: 0.1);
            Close.Assert(loss, double.CreateTruncating(network.Backward(x, y)), tolerance, $"loss of step {step}", floor: 0.1);
            var actual = new T[count];
            network.GetGradients(actual);
            Close.Assert(gradient, Convert(actual), tolerance, $"gradient of step {step}", floor: 0.1);

            // The reference steps along the network's own gradient: Adam's first steps turn a rounding error in a gradient
            // near zero into a full step in the other direction.
            network.Update(T.CreateTruncating(LearningRate));
            reference.Update(Convert(actual), LearningRate);
            network.GetParameters(actual);
            Close.Assert(reference.Parameters, Convert(actual), tolerance, $"parameters after step {step}", floor: 0.1);
            reference.Parameters = Convert(actual);
        }
    }

    /// <summary>The loss and the gradient where rows do not count alike.</summary>
    private static void CompareWeighted<T>(
        ITrainable<T> network, ReferenceNetwork reference, double[] inputs, double[] targets, int seed, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var random = new Random(seed);
        double[] weights = [.. Enumerable.Range(0, inputs.Length / network.Description.InputCount).Select(row => (float)(3 * random.NextDouble()))];
        weights[^1] = weights.Length > 1 ? 0 : 2;
        (double loss, double[] gradient) = reference.Backward(inputs, targets, weights);
        if (!(loss < LargestLoss) || !(reference.LargestSum(inputs) < LargestSum))
        {
            return;
        }

        T[] x = Convert<T>(inputs);
        T[] y = Convert<T>(targets);
        T[] w = Convert<T>(weights);
        Close.Assert(reference.Evaluate(inputs, targets, weights), double.CreateTruncating(network.Evaluate(x, y, w)), tolerance, "weighted loss", floor: 0.1);
        Close.Assert(loss, double.CreateTruncating(network.Backward(x, y, w)), tolerance, "weighted loss", floor: 0.1);
        var actual = new T[gradient.Length];
        network.GetGradients(actual);
        Close.Assert(gradient, Convert(actual), tolerance, "weighted gradient", floor: 0.1);
    }

    private static T[] Convert<T>(double[] values)
        where T : INumberBase<T>
        => [.. values.Select(T.CreateTruncating)];

    private static double[] Convert<T>(T[] values)
        where T : INumberBase<T>
        => [.. values.Select(double.CreateTruncating)];
}
