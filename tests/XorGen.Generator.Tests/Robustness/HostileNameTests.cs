using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace XorGen.Generator.Tests.Robustness;

/// <summary>
/// Names of the user's that hide what the generated text says: every identifier that the text has without anything before it, and every
/// word that means something to the compiler only where nothing is called so. Beside them the text compiles, or a diagnostic says why not.
/// </summary>
public sealed partial class HostileNameTests
{
    /// <summary>Stands in the surroundings below for the network's attribute.</summary>
    private const string Network = "[NET]";

    /// <summary>Words that the compiler takes for names where something is called so.</summary>
    private static readonly string[] ContextualKeywords =
    [
        .. SyntaxFacts.GetContextualKeywordKinds().Select(SyntaxFacts.GetText),
        "nint", "nuint", "dynamic", "unmanaged", "notnull", "nameof", "_", "value", "field", "global", "System", "XorGen",
    ];

    private static readonly string[] Networks =
    [
        "Inputs = 3, HiddenLayers = new[] { 4, 5 }, Outputs = 2, Activation = \"prelu\", OutputActivation = \"softmax\", GradientClipNorm = 1, Dropout = 0.1",
        "Inputs = 100, HiddenLayers = new[] { 20, 20 }, Outputs = 10, Activation = \"prelu\", OutputActivation = \"softmax\", Dropout = 0.1, Precision = global::XorGen.Precision.Double",
        "Inputs = 17, Hidden = 33, Outputs = 2, Activation = \"gelu_tanh\", Loss = \"mse\", Optimizer = \"levenberg_marquardt\"",
    ];

    /// <summary>What is around the network, from the names.</summary>
    private static readonly Dictionary<string, Func<string[], string>> Surroundings = new()
    {
        ["fields"] = names => $"{Network} partial class Net {{ {Each(names, "public static int {0};")} }}",
        ["properties"] = names => $"{Network} partial class Net {{ {Each(names, "public int {0} {{ get; set; }}")} }}",
        ["methods"] = names => $"{Network} partial class Net {{ {Each(names, "public static string {0}(string a) => a;")} }}",
        ["generic methods"] = names => $"{Network} partial class Net {{ {Each(names, "public static T {0}<T>(T a, T b) => a;")} }}",
        ["events"] = names => $"{Network} partial class Net {{ {Each(names, "public event System.Action {0} {{ add {{ }} remove {{ }} }}")} }}",
        ["nested types"] = names => $"{Network} partial class Net {{ {Each(names, "public class {0} {{ }}")} }}",
        ["nested enums"] = names => $"{Network} partial class Net {{ {Each(names, "public enum {0} {{ A }}")} }}",
        ["type parameters"] = names => $"{Network} partial class Net<{string.Join(", ", names.Select(Escape))}> {{ }}",
        ["type parameters of the containing type"] = names => $"partial class Outer<{string.Join(", ", names.Select(Escape))}> {{ {Network} partial class Net {{ }} }}",
        ["members of the containing type"] = names => $"partial class Outer {{ {Each(names, "public static int {0}() => 1;")} {Network} partial class Net {{ }} }}",
        ["types of the containing type"] = names => $"partial class Outer {{ {Each(names, "public class {0} {{ }}")} {Network} partial class Net {{ }} }}",
        ["inherited fields"] = names => $"class Base {{ {Each(names, "protected static int {0};")} }} {Network} partial class Net : Base {{ }}",
        ["inherited methods"] = names => $"class Base {{ {Each(names, "public virtual int {0}() => 1;")} }} {Network} partial class Net : Base {{ }}",
        ["inherited types"] = names => $"class Base {{ {Each(names, "public class {0} {{ }}")} }} {Network} partial class Net : Base {{ }}",
        ["types of the namespace"] = names => $"namespace Game {{ {Each(names, "class {0} {{ }}")} {Network} partial class Net {{ }} }}",
        ["generic types of the namespace"] = names => $"namespace Game {{ {Each(names, "class {0}<T> {{ }}")} {Network} partial class Net {{ }} }}",
        ["types of the outer namespace"] = names => $"namespace Game {{ {Each(names, "class {0} {{ }}")} }} namespace Game.Play {{ {Network} partial class Net {{ }} }}",
        ["types of the global namespace"] = names => $"{Each(names.Except(["System", "XorGen"]), "class {0} {{ }}")} {Network} partial class Net {{ }}",
        ["enclosing namespaces"] = names => $"namespace Game.{string.Join(".", names.Select(Escape))} {{ {Network} partial class Net {{ }} }}",
        ["namespaces beside it"] = names => $"namespace Game {{ {Each(names, "namespace {0} {{ class Something {{ }} }}")} {Network} partial class Net {{ }} }}",
        ["containing types"] = names => $"{Each(names.Except(["System", "XorGen"]), "partial class {0} {{")} {Network} partial class Net {{ }} {Each(names.Except(["System", "XorGen"]), "}}")}",
        ["aliases of the project"] = names => $"{Each(names.Except(["global", "System", "XorGen"]), "global using {0} = System.Text.StringBuilder;")} {Network} partial class Net {{ }}",
        ["static members that the project imports"] = names => $"global using static Hostile; static class Hostile {{ {Each(names, "public static int {0}() => 1;")} }} {Network} partial class Net {{ }}",
    };

    public static TheoryData<string> Kinds => [.. Surroundings.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_text_compiles_beside_them_or_a_diagnostic_says_why_not(string kind)
    {
        foreach (string arguments in Networks)
        {
            string attribute = $"[global::XorGen.Network({arguments})]";
            string[] names = [.. ContextualKeywords.Concat(NamesIn(GeneratorHarness.Run($"{attribute} partial class Net {{ }}"))).Distinct().Order(StringComparer.Ordinal)];
            Assert.Contains("_network", names);
            GeneratorRun run = Run(kind, attribute, names);
            if (run.GeneratorDiagnostics.Length > 0)
            {
                Assert.All(run.GeneratorDiagnostics, diagnostic => Assert.Equal("XG0008", diagnostic.Id));
                run = Run(kind, attribute, [.. names.Except(run.GeneratorDiagnostics.Select(NameOf))]);
            }

            AssertClean(run);
        }
    }

    /// <summary>Anything that has one of the names alone: what is true of all together might be because of another of them.</summary>
    [Theory]
    [InlineData("nameof")]
    [InlineData("var")]
    [InlineData("nuint")]
    public void A_word_of_the_language_is_no_name_of_its_own(string name)
    {
        foreach (string kind in Surroundings.Keys)
        {
            AssertClean(Run(kind, $"[global::XorGen.Network({Networks[1]})]", [name]));
        }
    }

    private static GeneratorRun Run(string kind, string attribute, string[] names) =>
        GeneratorHarness.Run(Surroundings[kind](names).Replace(Network, attribute, StringComparison.Ordinal));

    /// <summary>The generated files have no error and no warning, and nothing is reported.</summary>
    private static void AssertClean(GeneratorRun run)
    {
        Assert.Empty(run.GeneratorDiagnostics);
        Assert.NotEmpty(run.Files);
        string[] own = [.. run.Input.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];
        Assert.True(own.Length == 0, "The surroundings themselves do not compile: " + string.Join("\n", own));
        string[] problems = [.. run.CompilerDiagnostics.Where(IsProblem).Select(diagnostic => diagnostic.ToString())];
        Assert.True(problems.Length == 0, string.Join("\n", problems.Take(10)));
    }

    private static bool IsProblem(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Location.GetLineSpan().Path.EndsWith(".g.cs", StringComparison.Ordinal);

    /// <summary>The identifiers that nothing stands before, neither a dot nor an alias: those that something else could hide.</summary>
    private static IEnumerable<string> NamesIn(GeneratorRun run) => run.Files.Values
        .SelectMany(text => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        .Where(name => !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            && !(name.Parent is QualifiedNameSyntax qualified && qualified.Right == name)
            && name.Parent is not (AliasQualifiedNameSyntax or MemberBindingExpressionSyntax))
        .Select(name => name.Identifier.ValueText)
        .Where(name => name != "Net");

    /// <summary>The name that a collision is about: 'Base.Update' or 'Update'.</summary>
    private static string NameOf(Diagnostic collision) =>
        Quoted().Match(collision.GetMessage(CultureInfo.InvariantCulture)).Groups[1].Value;

    [GeneratedRegex(@"'(?:\w+\.)?(\w+)'")]
    private static partial Regex Quoted();

    private static string Each(IEnumerable<string> names, string format) =>
        string.Join(" ", names.Select(name => string.Format(CultureInfo.InvariantCulture, format, Escape(name))));

    private static string Escape(string name) => "@" + name;
}
