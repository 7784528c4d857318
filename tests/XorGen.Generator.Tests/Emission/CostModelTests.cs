using XorGen.Generator.Planning;

namespace XorGen.Generator.Tests.Emission;

/// <summary>The layout that a network gets, and the reason in its header.</summary>
public sealed class CostModelTests
{
    [Theory]
    [InlineData("Inputs = 2, Hidden = 2, Outputs = 1", "unrolled", "straight lines)")]
    [InlineData("Inputs = 3, Outputs = 1", "unrolled", "straight lines)")]
    [InlineData("Inputs = 4, Hidden = 5, Outputs = 3, OutputActivation = \"softmax\"", "unrolled", "straight lines)")]
    [InlineData("Inputs = 4, HiddenLayers = new[] { 16, 16 }, Outputs = 3, OutputActivation = \"softmax\"", "blocked", "in SIMD vectors)")]
    [InlineData("Inputs = 4, Hidden = 16, Outputs = 2", "blocked", "in SIMD vectors)")]
    [InlineData("Inputs = 17, HiddenLayers = new[] { 64, 64 }, Outputs = 6", "blocked", "in SIMD vectors)")]
    [InlineData("Inputs = 784, Hidden = 128, Outputs = 10", "blocked", "in SIMD vectors)")]
    [InlineData("Inputs = 2, Hidden = 2, Outputs = 1, Unroll = Unroll.None", "blocked", "in SIMD vectors)")]
    [InlineData("Inputs = 4, HiddenLayers = new[] { 8, 8 }, Outputs = 2, Unroll = Unroll.Full", "unrolled", "straight lines)")]
    public void A_network_gets_the_cheaper_layout(string arguments, string layout, string end)
    {
        string header = Shapes.Run(arguments).Files.Values.First();
        Assert.Matches($@"// Layout: {layout} \([^)]*{System.Text.RegularExpressions.Regex.Escape(end)}, ", header);
    }

    [Fact]
    public void The_header_says_what_was_compared()
    {
        string header = Shapes.Run("Inputs = 4, Hidden = 16, Outputs = 2").Files.Values.First();
        Assert.Contains("neurons side by side in SIMD vectors), by estimate the faster one.", header, StringComparison.Ordinal);
        Assert.Matches(
            @"// Cost: 96 multiply-adds a row; estimate with 512-bit vectors: \d+ cycles for one Forward, \d+ a row in training \(unrolled: \d+ and \d+\)\.\n",
            header);
    }

    [Theory]
    [InlineData("Inputs = 2, Hidden = 2, Outputs = 1, Unroll = Unroll.None", "as Unroll.None asks")]
    [InlineData("Inputs = 2, Hidden = 2, Outputs = 1, Unroll = Unroll.Full", "as Unroll.Full asks")]
    [InlineData("Inputs = 784, Hidden = 128, Outputs = 10", "because the network is too large to unroll")]
    public void The_header_says_why_nothing_was_compared(string arguments, string reason)
    {
        string header = Shapes.Run(arguments).Files.Values.First();
        Assert.Contains($"), {reason}.\n", header, StringComparison.Ordinal);
        Assert.Matches(@"cycles for one Forward, \d+ a row in training\.\n", header);
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
