using XorGen.Generator.Planning;

namespace XorGen.Generator.Tests.Emission;

/// <summary>The tier that a network gets, and the reason in its header.</summary>
public sealed class CostModelTests
{
    [Theory]
    [InlineData("Inputs = 2, Hidden = 2, Outputs = 1", "scalar")]
    [InlineData("Inputs = 3, Outputs = 1", "scalar")]
    [InlineData("Inputs = 4, Hidden = 5, Outputs = 3, OutputActivation = \"softmax\"", "scalar")]
    [InlineData("Inputs = 4, HiddenLayers = new[] { 16, 16 }, Outputs = 3, OutputActivation = \"softmax\"", "vector")]
    [InlineData("Inputs = 4, Hidden = 16, Outputs = 2", "vector")]
    [InlineData("Inputs = 17, HiddenLayers = new[] { 64, 64 }, Outputs = 6", "vector")]
    [InlineData("Inputs = 784, Hidden = 128, Outputs = 10", "tiled")]
    [InlineData("Inputs = 2, Hidden = 2, Outputs = 1, Unroll = Unroll.None", "tiled")]
    [InlineData("Inputs = 4, HiddenLayers = new[] { 8, 8 }, Outputs = 2, Unroll = Unroll.Full", "scalar")]
    public void A_network_gets_the_cheaper_tier(string arguments, string tier)
    {
        string header = Shapes.Run(arguments).Files.Values.First();
        Assert.Contains($"// Form: {tier}. A row takes ", header, StringComparison.Ordinal);
    }

    [Fact]
    public void The_header_says_what_was_compared()
    {
        string header = Shapes.Run("Inputs = 4, Hidden = 16, Outputs = 2").Files.Values.First();
        Assert.Matches(
            @"multiply-adds: neurons side by side in vectors; about \d+ cycles to infer and \d+ to train; in named fields \d+ cycles to infer and \d+ to train\.",
            header);
    }

    [Fact]
    public void Every_layer_has_enough_chains_to_hide_the_latency_and_none_is_too_short()
    {
        for (int inputs = 1; inputs <= 200; inputs++)
        {
            for (int vectors = 1; vectors <= 20; vectors++)
            {
                int chains = SummationOrder.Chains(inputs, vectors);
                Assert.True(int.IsPow2(chains));
                Assert.True(chains == 1 || inputs >= 4 * chains);
                Assert.True(chains * vectors >= (vectors == 1 ? 4 : 8) || inputs < 8 * chains);
                Assert.True(chains * vectors <= 16 || chains == 1);
            }
        }
    }
}
