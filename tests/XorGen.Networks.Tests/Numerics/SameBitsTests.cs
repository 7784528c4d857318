using System.Diagnostics;
using System.Globalization;

namespace XorGen.Numerics;

/// <summary>The same training gives the same bits at every vector width, optimised or not, on every machine.</summary>
public class SameBitsTests
{
    // The bits of every machine. They change only with the numerics or the defaults: then say so in the release notes.
    private static readonly string[] Expected =
    [
        "ScalarSingle 2012CA6D37294EA3",
        "ScalarDouble F6C95F33D3772C0D",
        "TiledSingle FA49D8C05A8BD177",
        "TiledDouble 4304859912C29B59",
        "LbfgsSingle 859AA9433D2181FA",
        "MarquardtDouble 95DCB96F0A01EBA1",
        "VectorSingle 11AC3423266C91D7",
        "VectorDouble 87D35217F1BD89D3",
        "NarrowSingle 3C60D31E16900BA3",
        "NarrowDouble AF132277DD4A972F",
        "ScalarWeighted DD1EE3C204A9D5E7",
        "TiledWeighted 028B48A446606558",
        "ScalarDropout B49F8CB2FACCDCA8",
        "BlockDropout 000D69C526A94E8C",
        "ScalarPRelu 29244BFAF090733C",
        "BlockPRelu 1C622E20BC61757A",
    ];

    [Fact]
    public void At_the_width_of_this_machine() => AssertBits([], width: null);

    [Fact]
    public void With_at_most_256_bits() => AssertBits([("DOTNET_EnableAVX512", "0")], width => width <= 256);

    [Fact]
    public void With_at_most_128_bits() => AssertBits([("DOTNET_EnableAVX2", "0")], width => width <= 128);

    [Fact]
    public void Without_vectors() => AssertBits([("DOTNET_EnableHWIntrinsic", "0")], width => width == 0);

    [Fact]
    public void Without_optimisation() => AssertBits([("DOTNET_JITMinOpts", "1")], width: null);

    [Fact]
    public void Without_tiers() => AssertBits([("DOTNET_TieredCompilation", "0")], width: null);

    /// <summary>Needs what NativeAOT needs: a linker.</summary>
    [Fact]
    [Trait("Category", "Exhaustive")]
    public void Compiled_ahead_of_time()
    {
        string project = Path.Combine(Repository.Root, "tests", "XorGen.Fingerprint");
        string output = Directory.CreateTempSubdirectory("XorGen.Fingerprint").FullName;
        Run("dotnet", ["publish", project, "-c", "Release", "-p:Native=true", "--use-current-runtime", "-o", output], []);
        Assert.Equal(Expected, Run(Path.Combine(output, "XorGen.Fingerprint"), [], [])[1..]);
        Directory.Delete(output, recursive: true);
    }

    private static void AssertBits((string Name, string Value)[] settings, Predicate<int>? width)
    {
        string[] lines = Run("dotnet", [Path.Combine(AppContext.BaseDirectory, "XorGen.Fingerprint.dll")], settings);
        Assert.Equal(Expected, lines[1..]);

        // The switch must have switched, or the test shows nothing.
        int actualWidth = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
        Assert.True(width is null || width(actualWidth), $"The widest vectors have {actualWidth} bits.");
    }

    /// <summary>Runs a program and returns the lines that it prints.</summary>
    private static string[] Run(string program, string[] arguments, (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        foreach ((string name, string value) in settings)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, text);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
