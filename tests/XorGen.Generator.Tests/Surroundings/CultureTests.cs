using System.Globalization;
using XorGen.Generator.Tests.Emission;

namespace XorGen.Generator.Tests.Surroundings;

/// <summary>The generated text is the same on every machine, whatever numbers look like there.</summary>
public sealed class CultureTests
{
    public static TheoryData<string> Networks => Shapes.All;

    [Theory]
    [MemberData(nameof(Networks))]
    [Trait("Category", "Thorough")]
    public void The_text_does_not_depend_on_the_culture(string arguments)
    {
        string source = $"using XorGen; [Network({arguments}, Seed = -1)] public partial class Net {{ }}";
        GeneratorRun here = GeneratorHarness.Run(source);
        GeneratorRun there = InCulture(Foreign(), () => GeneratorHarness.Run(source));
        Assert.Empty(here.GeneratorDiagnostics);
        Assert.Equal(here.Files, there.Files);
        Assert.Contains(": this(-1)", there.Files["Net.g.cs"], StringComparison.Ordinal);
        Assert.Empty(there.CompilerDiagnostics);
    }

    [Theory]
    [InlineData("Inputs = -2", "Inputs is -2; it must be from 1 to 65536")]
    [InlineData("Inputs = 2, Epsilon = -0.5", "Epsilon is -0.5;")]
    public void Messages_do_not_depend_on_it(string arguments, string message)
    {
        GeneratorRun run = InCulture(Foreign(), () => GeneratorHarness.Run($"using XorGen; [Network({arguments}, Outputs = 1)] public partial class Net {{ }}"));
        Assert.Contains(message, Assert.Single(run.GeneratorDiagnostics).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>The minus sign of Swedish, the decimal comma, and a few things that no culture has.</summary>
    private static CultureInfo Foreign()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.PositiveSign = "\uff0b";
        culture.NumberFormat.NaNSymbol = "?";
        culture.NumberFormat.PositiveInfinitySymbol = "!";
        return culture;
    }

    private static GeneratorRun InCulture(CultureInfo culture, Func<GeneratorRun> run)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return run();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
