using System.Text;
using CsCheck;
using XorGen.Generator.Planning;
using Xunit.Abstractions;

namespace XorGen.Generator.Tests.Emission;

/// <summary>
/// No emitted method passes a limit beyond which the just-in-time compiler stops optimising (jit/jitconfigvalues.h,
/// DEFAULT_MIN_OPTS_*) or inlining into it (jit/inline.h, MAX_LV_NUM_COUNT_FOR_INLINING).
/// </summary>
public sealed class JitLimitTests(ITestOutputHelper log)
{
    private const int MostBytes = 60_000;
    private const int MostInstructions = 20_000;
    private const int MostBranches = 1_000;
    private const int MostLocals = 512;
    private const int MostReferences = 8_000;
    private const int MostText = 100 * 1024;
    private const string Full = "Unroll = Unroll.Full";

    /// <summary>The shapes at the edge of what <see cref="UnrolledBudget"/> allows, and large tiled ones.</summary>
    public static TheoryData<string, string> Networks
    {
        get
        {
            string[] shapes =
            [
                $"Inputs = 12, Hidden = 13, Outputs = 12, {Full}",
                $"Inputs = 17, Outputs = 18, {Full}",
                $"Inputs = 8, Hidden = 35, Outputs = 1, {Full}",
                $"Inputs = 1, HiddenLayers = new[] {{ 8, 8, 8, 8, 8 }}, Outputs = 6, Activation = \"sigmoid\", {Full}",
                $"Inputs = 1, HiddenLayers = new[] {{ {string.Join(", ", Enumerable.Repeat(1, 46))} }}, Outputs = 1, {Full}",
                $"Inputs = 47, Outputs = 1, {Full}",
                $"Inputs = 1, Outputs = 47, OutputActivation = \"softmax\", {Full}",
                $"Inputs = 8, Hidden = 35, Outputs = 1, Activation = \"mish\", OutputActivation = \"gelu\", {Full}",
                $"Inputs = 6, HiddenLayers = new[] {{ 12, 12 }}, Outputs = 8, Activation = \"gelu\", OutputActivation = \"linear\", Loss = \"log_cosh\", {Full}",
                $"Inputs = 1, Hidden = 7, Outputs = 40, OutputActivation = \"softmax\", Loss = \"mse\", {Full}",
                $"Inputs = 2, HiddenLayers = new[] {{ 4, 9 }}, Outputs = 29, OutputActivation = \"softmax\", Loss = \"mse\", {Full}",
                $"Inputs = 12, Hidden = 13, Outputs = 12, Activation = \"prelu\", OutputActivation = \"prelu\", {Full}",
                "Inputs = 8, Hidden = 12, Outputs = 2",
                "Inputs = 17, HiddenLayers = new[] { 64, 64 }, Outputs = 6",
                "Inputs = 784, Hidden = 128, Outputs = 10, Activation = \"relu\", OutputActivation = \"softmax\"",
            ];
            string[] numbers =
            [
                "Optimizer = \"sgd\"",
                "Optimizer = \"adam\", WeightDecay = 0.01, GradientClipNorm = 1, BiasLearningRateScale = 0.5, Precision = Precision.Double",
                "Dropout = 0.1",
                "Optimizer = \"nadam\", WeightDecay = 0.01, L1 = 0.01, DecayBiases = false, GradientClipValue = 1",
            ];
            var networks = new TheoryData<string, string>();
            foreach (string shape in shapes)
            {
                // Dropout after hidden layers needs some.
                foreach (string number in numbers.Where(number => shape.Contains("Hidden", StringComparison.Ordinal) || !number.StartsWith("Dropout", StringComparison.Ordinal)))
                {
                    networks.Add(shape, number);
                }
            }

            return networks;
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Every_method_is_within_the_limits(string shape, string numbers) => AssertWithinLimits($"{shape}, {numbers}");

    [Fact]
    public void Networks_at_the_edge_of_the_budget_are_within_the_limits() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[1, 12].Array[0, 5], Gen.Bool, Gen.Bool)
            .Select((inputs, hidden, isSoftmax, isSquared) => (inputs, hidden, Outputs: MostOutputs(inputs, hidden), isSoftmax, isSquared))
            .Where(network => network.Outputs > 1)
            .Sample(
                network => AssertWithinLimits(
                    $"Inputs = {network.inputs}, HiddenLayers = new int[] {{ {string.Join(", ", network.hidden)} }}, Outputs = {network.Outputs}, "
                    + $"OutputActivation = \"{(network.isSoftmax ? "softmax" : "sigmoid")}\", {(network.isSquared ? "Loss = \"mse\"," : string.Empty)} {Full}"),
                iter: 20,
                threads: 1);

    [Fact]
    public void The_shapes_reach_what_the_budget_allows()
    {
        Assert.Equal((320, 48), (UnrolledBudget.MaximumMultiplyAdds, UnrolledBudget.MaximumNeurons));
        Assert.True(UnrolledBudget.Allows(1, [7, 40]));
        Assert.False(UnrolledBudget.Allows(1, [7, 41]));
        Assert.True(UnrolledBudget.Allows(16, [20]));
        Assert.False(UnrolledBudget.Allows(17, [19]));
    }

    [Fact]
    public void The_text_of_a_large_network_is_small()
    {
        GeneratorRun run = Shapes.Run("Inputs = 784, Hidden = 128, Outputs = 10, Activation = \"relu\", OutputActivation = \"softmax\"");
        int length = run.Files.Values.Sum(Encoding.UTF8.GetByteCount);
        log.WriteLine($"{length} bytes");
        Assert.InRange(length, 1, MostText);
    }

    /// <summary>The largest number of outputs that still fits.</summary>
    private static int MostOutputs(int inputs, int[] hidden)
    {
        int outputs = 0;
        while (UnrolledBudget.Allows(inputs, [.. hidden, outputs + 1]))
        {
            outputs++;
        }

        return outputs;
    }

    private void AssertWithinLimits(string arguments)
    {
        IReadOnlyList<MethodSize> methods = MethodSize.OfAll(Shapes.Run(arguments).Emit());
        Assert.Contains(methods, method => method.Name == "Forward");
        log.WriteLine($"{methods.MaxBy(method => method.Bytes)} of {arguments}");
        Assert.All(
            methods,
            method => Assert.True(
                method.Bytes < MostBytes && method.Instructions < MostInstructions && method.Branches < MostBranches
                    && method.Locals < MostLocals && method.References < MostReferences,
                $"{method} of {arguments}"));
    }
}
