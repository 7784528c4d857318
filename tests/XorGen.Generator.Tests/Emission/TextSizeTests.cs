using System.Text;

namespace XorGen.Generator.Tests.Emission;

/// <summary>The generated text grows with the number of layers and not with that of the parameters.</summary>
public class TextSizeTests
{
    private const int Kilobyte = 1024;

    [Theory]
    [InlineData("Inputs = 2, Hidden = 2, Outputs = 1")]
    [InlineData("Inputs = 4, HiddenLayers = new[] { 16, 16 }, Outputs = 3, OutputActivation = \"softmax\"")]
    [InlineData("Inputs = 17, HiddenLayers = new[] { 64, 64 }, Outputs = 6, OutputActivation = \"linear\"")]
    [InlineData("Inputs = 784, Hidden = 128, Outputs = 10, Activation = \"relu\", OutputActivation = \"softmax\"")]
    [InlineData("Inputs = 784, HiddenLayers = new[] { 1024, 1024 }, Outputs = 10, Activation = \"gelu\", OutputActivation = \"softmax\"")]
    public void A_network_of_up_to_three_layers_is_at_most_forty_kilobytes(string attribute) =>
        Assert.InRange(Bytes(attribute), 10 * Kilobyte, 40 * Kilobyte);

    [Fact]
    public void A_hundred_times_the_parameters_are_about_the_same_text()
    {
        int small = Bytes("Inputs = 784, Hidden = 128, Outputs = 10, Activation = \"relu\", OutputActivation = \"softmax\"");
        int large = Bytes("Inputs = 7840, Hidden = 1280, Outputs = 10, Activation = \"relu\", OutputActivation = \"softmax\"");
        Assert.InRange(large, 0.9 * small, 1.1 * small);
    }

    [Fact]
    public void Each_layer_adds_the_same()
    {
        int Layers(int count) => Bytes($"Inputs = 128, HiddenLayers = new[] {{ {string.Join(", ", Enumerable.Repeat(128, count))} }}, Outputs = 128");
        int first = Layers(5) - Layers(4);
        int later = Layers(20) - Layers(19);
        Assert.InRange(later, 0.9 * first, 1.1 * first);
        Assert.InRange(first, 1 * Kilobyte, 12 * Kilobyte);
    }

    private static int Bytes(string attribute)
    {
        GeneratorRun run = GeneratorHarness.Run($"[XorGen.Network({attribute})] public partial class Net;");
        Assert.Empty(run.GeneratorDiagnostics);
        return run.Files.Values.Sum(Encoding.UTF8.GetByteCount);
    }
}
