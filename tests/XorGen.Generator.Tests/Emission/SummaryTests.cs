using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace XorGen.Generator.Tests.Emission;

/// <summary>What is shown of a network's type in an editor and in a documentation file.</summary>
public sealed class SummaryTests
{
    private const string Attribute = "[XorGen.Network(Inputs = 2, Hidden = 2, Outputs = 1)]";

    [Fact]
    public void The_summary_says_architecture_parameters_loss_and_optimizer()
    {
        XElement documentation = DocumentationOf($"{Attribute} public partial class Net;");
        string summary = Assert.Single(documentation.Elements("summary")).Value;
        Assert.Contains("2 -> 2 tanh -> 1 sigmoid", summary, StringComparison.Ordinal);
        Assert.Contains("9 weights and biases", summary, StringComparison.Ordinal);
        Assert.Contains("Loss binary_cross_entropy, optimizer adam; learning rate 0.1 where Fit is given none", summary, StringComparison.Ordinal);
        Assert.Contains("glorot_uniform", summary, StringComparison.Ordinal);
        Assert.Empty(documentation.Elements("remarks"));
    }

    [Theory]
    [InlineData("/// <summary>Mine.</summary>\n{0} public partial class Net;")]
    [InlineData("/** <summary>Mine.</summary> */\n{0} public partial class Net;")]
    [InlineData("{0} public partial class Net; /// <summary>Mine.</summary>\npublic partial class Net;")]
    [InlineData("/// <summary>\n/// Mine.\n/// </summary>\n/// <remarks>More.</remarks>\n{0} public partial class Net;")]
    public void Beside_a_summary_of_the_user_it_is_a_remark(string source)
    {
        XElement documentation = DocumentationOf(string.Format(System.Globalization.CultureInfo.InvariantCulture, source, Attribute));
        Assert.Equal("Mine.", Assert.Single(documentation.Elements("summary")).Value.Trim());
        Assert.Contains(documentation.Elements("remarks"), remarks => remarks.Value.Contains("2 -> 2 tanh -> 1 sigmoid", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/// <remarks>Mine.</remarks>\n{0} public partial class Net;")]
    [InlineData("// <summary>No documentation.</summary>\n{0} public partial class Net;")]
    public void Beside_anything_else_it_is_the_summary(string source)
    {
        XElement documentation = DocumentationOf(string.Format(System.Globalization.CultureInfo.InvariantCulture, source, Attribute));
        Assert.Contains("2 -> 2 tanh -> 1 sigmoid", Assert.Single(documentation.Elements("summary")).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_is_the_same_whether_or_not_documentation_is_written()
    {
        string[] sources = [$"/// <summary>Mine.</summary>\n{Attribute} public partial class Net;", $"{Attribute} public partial class Net;"];
        Assert.All(sources, source => Assert.Equal(
            GeneratorHarness.Run(new HarnessSettings { Documentation = DocumentationMode.None }, source).Files.Values,
            GeneratorHarness.Run(new HarnessSettings { Documentation = DocumentationMode.Diagnose }, source).Files.Values));
    }

    [Theory]
    [InlineData("/// <summary>Mine.</summary>\n{0} public partial class Net {{ }}")]
    [InlineData("{0} public partial class Net {{ }}")]
    [InlineData("{0} public partial struct Net {{ }}")]
    [InlineData("/// <summary>Mine.</summary>\n/// <typeparam name=\"T\">Yours.</typeparam>\npublic partial class Outer<T> {{ {0} public partial class Net {{ }} }}")]
    [InlineData("/// <summary>Mine.</summary>\n/// <typeparam name=\"T\">Yours.</typeparam>\n{0} public partial class Net<T> {{ }}")]
    public void A_documentation_file_is_written_without_a_warning(string source)
    {
        var settings = new HarnessSettings { Documentation = DocumentationMode.Diagnose };
        GeneratorRun run = GeneratorHarness.Run(settings, string.Format(System.Globalization.CultureInfo.InvariantCulture, source, Attribute));
        Assert.Empty(run.CompilerDiagnostics);
        using var documentation = new MemoryStream();
        Assert.Empty(run.Output.Emit(new MemoryStream(), xmlDocumentationStream: documentation).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        documentation.Position = 0;
        XDocument file = XDocument.Load(documentation);
        Assert.All(file.Descendants("member"), member => Assert.True(member.Elements("summary").Count() <= 1, member.ToString()));
    }

    private static XElement DocumentationOf(string source)
    {
        var settings = new HarnessSettings { Documentation = DocumentationMode.Diagnose };
        GeneratorRun run = GeneratorHarness.Run(settings, source);
        Assert.Empty(run.GeneratorDiagnostics);
        Assert.Empty(run.CompilerDiagnostics);
        return XElement.Parse(run.Output.GetTypeByMetadataName("Net")!.GetDocumentationCommentXml()!);
    }
}
