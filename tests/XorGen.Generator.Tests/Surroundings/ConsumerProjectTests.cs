using System.Diagnostics;

namespace XorGen.Generator.Tests.Surroundings;

/// <summary>A real project, with every analyzer on and warnings as errors, far from this repository's settings.</summary>
[Trait("Category", "Slow")]
public sealed class ConsumerProjectTests
{
    private static readonly string Project =
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <AnalysisLevel>latest-all</AnalysisLevel>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <WarningLevel>9999</WarningLevel>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <IsAotCompatible>true</IsAotCompatible>
            <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{typeof(NetworkAttribute).Assembly.Location}" />
            <Analyzer Include="{typeof(NetworkGenerator).Assembly.Location}" />
          </ItemGroup>
        </Project>
        """;

    private const string Source =
        """
        using XorGen;

        namespace Consumer;

        /// <summary>XOR.</summary>
        [Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = Activations.Tanh)]
        public partial class XorNet;

        /// <summary>A member of a population.</summary>
        [Network(Inputs = 3, Hidden = 4, Outputs = 2, OutputActivation = Activations.Linear, Optimizer = Optimizers.Sgd, Precision = Precision.Double)]
        public partial struct Creature
        {
            /// <summary>Gets or sets the number of its meals.</summary>
            public int Meals { get; set; }
        }

        /// <summary>Digits.</summary>
        [Network(Inputs = 64, Outputs = 10, OutputActivation = Activations.Softmax, GradientClipNorm = 1)]
        [Dense(40, Activation = Activations.Relu)]
        [Dense(17)]
        internal sealed partial class DigitNet;

        internal static class Use
        {
            public static INetwork<float> Create() => new DigitNet(3);
        }
        """;

    [Fact]
    public void It_builds_without_a_warning()
    {
        string folder = Directory.CreateTempSubdirectory("xorgen-consumer-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "Consumer.csproj"), Project);
            File.WriteAllText(Path.Combine(folder, "Networks.cs"), Source);
            File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
            File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), "<Project />");
            File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
            File.WriteAllText(Path.Combine(folder, ".editorconfig"), "root = true\n");
            (int exitCode, string output) = Build(folder);
            Assert.True(exitCode == 0, output);
            Assert.Contains(" 0 Warning(s)", output, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(folder, "bin", "Debug", "net10.0", "Consumer.dll")), output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (int ExitCode, string Output) Build(string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["build", "--nologo", "--disable-build-servers", "-p:UseSharedCompilation=false"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        // "dotnet test" itself runs in MSBuild, whose settings are not for this one.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
