using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace XorGen.Generator.Tests.Diagnostics;

/// <summary>XG0033 and XG0034: a runtime that generated text cannot call, and names that are not what they were.</summary>
public sealed class RuntimeTests
{
    private const string Network = "[XorGen.Network(Inputs = 2, Hidden = 3, Outputs = 1)]";

    [Fact]
    public void A_runtime_behind_an_alias_is_one_diagnostic()
    {
        GeneratorRun run = RunWithRuntime(reference => reference.WithAliases(["brain"]), "extern alias brain; [brain::XorGen.Network(Inputs = 2, Hidden = 3, Outputs = 1)] partial class Net { }");
        AssertSingle(run, "XG0033", "The network 'Net' cannot use the runtime: it is referenced by the alias 'brain' only: write Aliases=\"global,brain\"");
    }

    [Fact]
    public void A_runtime_behind_an_alias_and_the_global_one_can_be_used()
    {
        GeneratorRun run = RunWithRuntime(reference => reference.WithAliases(["global", "brain"]), "extern alias brain; [brain::XorGen.Network(Inputs = 2, Hidden = 3, Outputs = 1)] partial class Net { }");
        Assert.Empty(run.GeneratorDiagnostics);
        Assert.Empty(run.CompilerDiagnostics);
    }

    [Fact]
    public void An_attribute_of_that_name_without_a_runtime_is_one_diagnostic()
    {
        GeneratorRun run = RunWithRuntime(_ => null, $"namespace XorGen {{ class NetworkAttribute : System.Attribute {{ public int Inputs, Hidden, Outputs; }} }} {Network} partial class Net {{ }}");
        AssertSingle(run, "XG0033", "the attribute is from 'Consumer', which is not XorGen's runtime: reference the package XorGen");
    }

    [Theory]
    [InlineData("0.0.9.0")]
    [InlineData("7.1.0.0")]
    public void A_runtime_of_another_version_is_one_diagnostic(string version)
    {
        var old = CSharpCompilation.Create(
            "XorGen.Runtime",
            [CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{version}\")] namespace XorGen {{ public class NetworkAttribute : System.Attribute {{ public int Inputs, Hidden, Outputs; }} }} namespace XorGen.Numerics {{ public static class Check {{ }} }}")],
            GeneratorHarness.Compile(new HarnessSettings()).References.Where(reference => !IsRuntime(reference)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        Assert.True(old.Emit(image).Success);
        image.Position = 0;
        MetadataReference reference = MetadataReference.CreateFromStream(image);
        GeneratorRun run = RunWithRuntime(_ => reference, $"{Network} partial class Net {{ }}");
        string own = typeof(NetworkGenerator).Assembly.GetName().Version!.ToString(3);
        AssertSingle(run, "XG0033", $"it has version {version[..^2]}, but the generator has {own}: reference the package XorGen once, in one version");
    }

    /// <summary>A package with both never gives this diagnostic to anybody.</summary>
    [Fact]
    public void The_runtime_and_the_generator_have_one_version() =>
        Assert.Equal(typeof(NetworkAttribute).Assembly.GetName().Version, typeof(NetworkGenerator).Assembly.GetName().Version);

    [Theory]
    [InlineData("namespace XorGen { class Training { } }", "The type 'XorGen.Training' of 'Consumer' hides the namespace 'XorGen.Training' of the runtime, which the network 'Net' needs: rename it")]
    [InlineData("namespace XorGen { interface Numerics { } }", "hides the namespace 'XorGen.Numerics' of the runtime")]
    [InlineData("namespace XorGen.TrainingOptions { class Something { } }", "The namespace 'XorGen.TrainingOptions' of 'Consumer' hides the type 'XorGen.TrainingOptions' of the runtime")]
    [InlineData("namespace XorGen.Training { class TrainingLoop { } }", "The type 'XorGen.Training.TrainingLoop' of 'Consumer' hides the type 'XorGen.Training.TrainingLoop' of the runtime")]
    [InlineData("namespace XorGen.Numerics.Check { class Something { } }", "hides the type 'XorGen.Numerics.Check' of the runtime")]
    [InlineData("namespace XorGen { class TrainingReport { } }", "hides the type 'XorGen.TrainingReport' of the runtime")]
    [InlineData("namespace System.Math { class Something { } }", "The namespace 'System.Math' of 'Consumer' hides the type 'System.Math'")]
    [InlineData("namespace System.Math { }", "The namespace 'System.Math' of 'Consumer' hides the type 'System.Math'")]
    [InlineData("namespace System.Runtime.CompilerServices.Unsafe { class Something { } }", "hides the type 'System.Runtime.CompilerServices.Unsafe'")]
    [InlineData("namespace System { class MathF { } }", "The type 'System.MathF' of 'Consumer' hides that of the platform")]
    [InlineData("namespace System { class Runtime { } }", "The type 'System.Runtime' of 'Consumer' hides the namespace 'System.Runtime'")]
    [InlineData("namespace System { struct Span<T> { } }", "The type 'System.Span<T>' of 'Consumer' hides that of the platform")]
    public void A_name_that_hides_another_is_one_diagnostic(string source, string message)
    {
        foreach (string network in new[] { Network, "[XorGen.Network(Inputs = 30, Hidden = 50, Outputs = 1, Precision = XorGen.Precision.Double)]" })
        {
            GeneratorRun run = GeneratorHarness.Run($"{network} partial class Net {{ }} {source}");
            Diagnostic diagnostic = Assert.Single(run.GeneratorDiagnostics);
            Assert.Equal("XG0034", diagnostic.Id);
            Assert.Equal("XorGen.Network", run.TextAt(diagnostic));
            Assert.Contains(message, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            Assert.Empty(run.Files);
        }
    }

    [Theory]
    [InlineData("namespace System { class Nothing { } } namespace System.Something { class Math { } } namespace XorGen { class Nothing { } } namespace XorGen.Games.Training { class TrainingLoop { } }")]
    [InlineData("namespace System.Runtime.CompilerServices { class MethodImplAttribute : Attribute { public MethodImplAttribute(MethodImplOptions options) { } } class IsExternalInit { } } namespace System.Diagnostics.CodeAnalysis { class SetsRequiredMembersAttribute : Attribute { } }")]
    [InlineData("namespace System.Span { class Something { } } namespace XorGen.INetwork { class Something { } } namespace XorGen.Numerics.ILanes { class Something { } }")]
    [InlineData("namespace XorGen { class Training<T> { } } namespace System { class Math<T> { } class Index { } }")]
    public void Names_that_hide_nothing_are_allowed(string source)
    {
        GeneratorRun run = GeneratorHarness.Run($"{Network} partial class Net {{ }} {source}");
        Assert.Empty(run.GeneratorDiagnostics);
        Assert.DoesNotContain(run.CompilerDiagnostics, diagnostic => diagnostic.Location.GetLineSpan().Path.EndsWith(".g.cs", StringComparison.Ordinal));
        Assert.NotEmpty(run.Files);
    }

    private static GeneratorRun RunWithRuntime(Func<MetadataReference, MetadataReference?> change, string source)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(new HarnessSettings(), source);
        MetadataReference runtime = compilation.References.Single(IsRuntime);
        return GeneratorHarness.Run(
            new HarnessSettings(), change(runtime) is { } changed ? compilation.ReplaceReference(runtime, changed) : compilation.RemoveReferences(runtime));
    }

    private static bool IsRuntime(MetadataReference reference) => reference.Display == typeof(NetworkAttribute).Assembly.Location;

    private static void AssertSingle(GeneratorRun run, string id, string message)
    {
        Assert.Null(run.Exception);
        Diagnostic diagnostic = Assert.Single(run.GeneratorDiagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.EndsWith("XorGen.Network", run.TextAt(diagnostic), StringComparison.Ordinal);
        Assert.Contains(message, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(run.Files);
        Assert.Empty(run.CompilerDiagnostics);
    }
}
