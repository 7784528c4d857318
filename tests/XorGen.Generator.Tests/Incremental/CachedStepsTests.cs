using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace XorGen.Generator.Tests.Incremental;

/// <summary>The generator does no work for an edit that changes nothing about the networks.</summary>
public sealed class CachedStepsTests
{
    private const string First =
        """
        using XorGen;

        [Network(Inputs = 2, Hidden = 2, Outputs = 1)]
        internal partial class FirstNet;
        """;

    private const string Second =
        """
        using XorGen;

        [Network(Inputs = 20, Outputs = 3, OutputActivation = "softmax")]
        [Dense(30)]
        [Dense(20, Activation = "relu")]
        internal partial class SecondNet
        {
            private readonly int size = 3;

            public int Size => size;
        }
        """;

    private const string Wrong =
        """
        using XorGen;

        [Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = "wiggle")]
        internal partial class WrongNet;
        """;

    private const string Unrelated = "internal static class Unrelated { public static int Value => 1; }";

    private static readonly string[] StepNames = ["Parse", "Diagnostics", "Specs", "Files"];
    private static readonly HarnessSettings Settings = new();

    [Fact]
    public void Another_file_that_changes_leaves_every_step_cached() =>
        AssertAllCached(Steps(Unrelated, Unrelated.Replace("=> 1", "=> 2", StringComparison.Ordinal)));

    [Fact]
    public void A_new_file_leaves_every_step_cached() => AssertAllCached(Steps(null, Unrelated));

    [Fact]
    public void A_class_added_after_a_network_leaves_every_step_cached() => AssertAllCached(Steps(Second, $"{Second}\n\n{Unrelated}"));

    [Fact]
    public void A_class_added_before_a_network_leaves_every_step_cached() =>
        AssertAllCached(Steps(Second, Second.Replace("[Network(", $"{Unrelated}\n\n[Network(", StringComparison.Ordinal)));

    [Fact]
    public void A_comment_leaves_every_step_cached()
    {
        AssertAllCached(Steps(Second, "// A comment.\n" + Second));
        AssertAllCached(Steps(Second, Second.Replace("internal", "// A comment.\n/* And another. */ internal", StringComparison.Ordinal)));
        AssertAllCached(Steps(First, First.Replace("Hidden = 2", "Hidden =  2 /* neurons */", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_users_own_code_leaves_every_step_cached() =>
        AssertAllCached(Steps(Second, Second.Replace("=> size", "=> size + 1", StringComparison.Ordinal)));

    [Fact]
    public void Another_spelling_of_the_same_network_leaves_every_step_cached() =>
        AssertAllCached(Steps(First, First.Replace("Inputs = 2, Hidden = 2", "Hidden = 1 + 1, Activation = Activations.Tanh, Inputs = 2", StringComparison.Ordinal)));

    [Fact]
    public void A_network_that_changes_changes_only_its_own_output()
    {
        const string Changed = "Inputs = 2, Hidden = 3";
        IReadOnlyDictionary<string, (object Value, IncrementalStepRunReason Reason)[]> steps =
            Steps(First, First.Replace("Inputs = 2, Hidden = 2", Changed, StringComparison.Ordinal), Second);
        foreach (string name in new[] { "Parse", "Specs", "Files" })
        {
            Assert.Equal(
                [IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged],
                steps[name].Select(output => output.Reason == IncrementalStepRunReason.Cached ? IncrementalStepRunReason.Unchanged : output.Reason).Order());
        }
    }

    [Fact]
    public void A_diagnostic_that_stays_where_it_is_leaves_every_step_cached() =>
        AssertAllCached(Steps(Unrelated, Unrelated + " // A comment.", Wrong));

    [Fact]
    public void A_warning_that_moves_leaves_what_is_generated_cached()
    {
        string source = First.Replace("Inputs = 2", "Momentum = 0.5, Inputs = 2", StringComparison.Ordinal);
        IReadOnlyDictionary<string, (object Value, IncrementalStepRunReason Reason)[]> steps = Steps(source, "// A comment.\n" + source, Unrelated);
        Assert.Contains(steps["Diagnostics"], output => output.Reason == IncrementalStepRunReason.Modified);
        AssertAllCached(steps.Where(step => step.Key is "Specs" or "Files").ToDictionary());
    }

    [Fact]
    public void A_diagnostic_moves_with_its_text()
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(Settings, Wrong);
        GeneratorDriver driver = GeneratorHarness.CreateDriver(Settings).RunGenerators(compilation);
        CSharpCompilation edited = Replace(compilation, Wrong, "// A comment.\n" + Wrong);
        Diagnostic diagnostic = Assert.Single(driver.RunGenerators(edited).GetRunResult().Diagnostics);
        Assert.Equal("\"wiggle\"", edited.SyntaxTrees.Single().GetText().ToString(diagnostic.Location.SourceSpan));
    }

    private static void AssertAllCached(IReadOnlyDictionary<string, (object Value, IncrementalStepRunReason Reason)[]> steps)
    {
        foreach (string name in StepNames.Where(steps.ContainsKey))
        {
            Assert.NotEmpty(steps[name]);
            Assert.All(
                steps[name],
                output => Assert.True(
                    output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged,
                    $"{name} is {output.Reason}: {output.Value}"));
        }
    }

    /// <summary>Runs on all networks and one more text, edits that text, runs again, and returns the outputs of the second run.</summary>
    private static Dictionary<string, (object Value, IncrementalStepRunReason Reason)[]> Steps(string? before, string after, string? other = null)
    {
        string[] others = [.. new[] { other ?? First, Second }.Where(text => text != before).Distinct()];
        CSharpCompilation compilation = GeneratorHarness.Compile(Settings, before is null ? others : [before, .. others]);
        GeneratorDriver driver = GeneratorHarness.CreateDriver(Settings).RunGenerators(compilation);
        GeneratorRunResult result = driver.RunGenerators(Replace(compilation, before, after)).GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        Assert.Contains("Files", result.TrackedSteps.Keys);
        return result.TrackedSteps
            .Where(step => StepNames.Contains(step.Key))
            .ToDictionary(step => step.Key, step => step.Value.SelectMany(run => run.Outputs).ToArray());
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, string? before, string after) =>
        before is null
            ? compilation.AddSyntaxTrees(GeneratorHarness.Parse(Settings, after, "New.cs"))
            : compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], GeneratorHarness.Parse(Settings, after, compilation.SyntaxTrees[0].FilePath));
}
