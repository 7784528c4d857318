using System.Diagnostics;
using System.Globalization;

namespace XorGen.Numerics;

/// <summary>The same training gives the same bits at every vector width, optimised or not, on every machine.</summary>
public class SameBitsTests
{
    // The bits of every machine. They change only with the numerics or the defaults: then say so in the release notes.
    private static readonly string[] Expected =
    [
        "ScalarSingle 3B3337BAE692CCBE",
        "ScalarDouble 56A8263E01F392C0",
        "TiledSingle 76669F1899587305",
        "TiledDouble 4304859912C29B59",
        "LbfgsSingle 6F1AE0F3D0E92EE8",
        "MarquardtDouble 45C6CC3B1CFD7F29",
        "VectorSingle 82C7F8367AFB1ADB",
        "VectorDouble 3DEEA495650C7AC5",
        "NarrowSingle 3C60D31E16900BA3",
        "NarrowDouble E31A90AD4755BBBB",
        "ScalarWeighted AFA1AE248671A16A",
        "TiledWeighted 028B48A446606558",
        "ScalarDropout F2D14F7DA8E50394",
        "BlockDropout 000D69C526A94E8C",
        "ScalarPRelu 29244BFAF090733C",
        "BlockPRelu 1C622E20BC61757A",
    ];

    [Fact]
    public void At_the_width_of_this_machine() => AssertBits([], width: null);

    [Fact]
    public void With_at_most_256_bits() => AssertBits([("DOTNET_EnableAVX512", "0")], width => width <= 256);

    [Fact]
    [Trait("Category", "Thorough")]
    public void With_at_most_128_bits() => AssertBits([("DOTNET_EnableAVX2", "0")], width => width <= 128);

    [Fact]
    [Trait("Category", "Thorough")]
    public void Without_vectors() => AssertBits([("DOTNET_EnableHWIntrinsic", "0")], width => width == 0);

    [Fact]
    [Trait("Category", "Thorough")]
    public void Without_optimisation() => AssertBits([("DOTNET_JITMinOpts", "1")], width: null);

    [Fact]
    [Trait("Category", "Thorough")]
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
