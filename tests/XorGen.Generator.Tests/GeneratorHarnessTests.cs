using Microsoft.CodeAnalysis;

namespace XorGen.Generator.Tests;

public sealed class GeneratorHarnessTests
{
    private const string Source =
        """
        using XorGen;

        namespace Games;

        [Network(Inputs = 2, Hidden = 2, Outputs = 1)]
        internal partial class XorNet;

        [Network(Inputs = 3, Outputs = 2, Precision = Precision.Double)]
        internal partial struct Logistic;
        """;

    [Fact]
    public void A_network_is_generated_compiled_loaded_and_run()
    {
        GeneratorRun run = GeneratorHarness.Run(Source);
        Assert.Null(run.Exception);
        Assert.Empty(run.GeneratorDiagnostics);
        Assert.Empty(run.CompilerDiagnostics);
        using LoadedAssembly loaded = run.Load();
        INetwork<float> network = loaded.CreateSingle("Games.XorNet", seed: 3);
        float[] output = new float[1];
        network.Forward([0, 1], output);
        Assert.InRange(output[0], 0, 1);
        INetwork<double> logistic = loaded.CreateDouble("Games.Logistic");
        Assert.Equal(8, logistic.Description.ParameterCount);
    }

    [Fact]
    public void The_text_under_a_diagnostic_is_found()
    {
        GeneratorRun run = GeneratorHarness.Run(Source.Replace("Outputs = 1", "Outputs = -7", StringComparison.Ordinal));
        Diagnostic diagnostic = Assert.Single(run.GeneratorDiagnostics);
        Assert.Equal("-7", run.TextAt(diagnostic));
    }
}
