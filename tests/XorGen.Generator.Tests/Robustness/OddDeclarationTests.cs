using Microsoft.CodeAnalysis;

namespace XorGen.Generator.Tests.Robustness;

/// <summary>Code that the compiler itself refuses: the generator says nothing, or something sensible, and never throws.</summary>
public sealed class OddDeclarationTests
{
    private const string Network = "[Network(Inputs = 2, Outputs = 1)]";

    [Theory]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] enum Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] delegate void Net();")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] partial interface INet { }")]
    [InlineData("class C { [Network(Inputs = 2, Outputs = 1)] void M() { } }")]
    [InlineData("class C { [Network(Inputs = 2, Outputs = 1)] int field; }")]
    [InlineData("class C { [Network(Inputs = 2, Outputs = 1)] int Property { get; set; } }")]
    [InlineData("class C { [Network(Inputs = 2, Outputs = 1)] C() { } }")]
    [InlineData("class C { [Network(Inputs = 2, Outputs = 1)] event System.Action E; }")]
    [InlineData("class C { void M([Network(Inputs = 2, Outputs = 1)] int parameter) { } }")]
    [InlineData("class C<[Network(Inputs = 2, Outputs = 1)] T> { }")]
    [InlineData("[return: Network(Inputs = 2, Outputs = 1)] delegate int D();")]
    [InlineData("[assembly: Network(Inputs = 2, Outputs = 1)]")]
    [InlineData("[module: Network(Inputs = 2, Outputs = 1)]")]
    [InlineData("enum E { [Network(Inputs = 2, Outputs = 1)] Member }")]
    [InlineData("class C { void M() { [Network(Inputs = 2, Outputs = 1)] void Local() { } System.Action a = [Network] () => { }; } }")]
    [InlineData("[Network(")]
    [InlineData("[Network(Inputs = 2, Outputs = 1")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)]")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] partial class")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] partial class { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] partial class Net<> { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] partial class Net<T, T> { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] partial class Net : Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] partial class Net : Missing { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] partial class Net : System.ValueType { }")]
    [InlineData("namespace { [Network(Inputs = 2, Outputs = 1)] partial class Net { } }")]
    [InlineData("[Network(2, 1)] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, Depth = 3)] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Inputs = 3, Outputs = 1)] partial class Net { }")]
    [InlineData("[Network(Inputs = two, Outputs = 1)] partial class Net { }")]
    [InlineData("[Network(Inputs = \"2\", Outputs = 1)] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, Loss = 3)] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = int.MaxValue + 1)] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, HiddenLayers = new int[3])] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, HiddenLayers = new int[2] { 1 })] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, HiddenLayers = new[] { 1, Missing })] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, HiddenLayers = [.. new[] { 1, 2 }])] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, HiddenLayers = new[,] { { 1 } })] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, HiddenLayers = default)] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] [Dense] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] [Dense(] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] [Dense(\"2\")] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] [Dense(2, 3)] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] [Dense(2, Activation = null)] partial class Net { }")]
    [InlineData("[Dense(2)] partial class Net { }")]
    public void Nothing_is_thrown(string source) =>
        AssertSound(GeneratorHarness.Run("using XorGen;\n" + source));

    [Fact]
    public void An_attribute_on_two_parts_of_a_type_is_read_once()
    {
        GeneratorRun together = GeneratorHarness.Run($"using XorGen; {Network} partial class Net {{ }} {Network} partial class Net {{ }}");
        AssertSound(together);
        Assert.Contains("Net.g.cs", together.Files.Keys);
        GeneratorRun apart = GeneratorHarness.Run(
            new HarnessSettings(), $"using XorGen; {Network} partial class Net {{ }}", $"using XorGen; {Network} partial class Net {{ }}");
        AssertSound(apart);
        Assert.Contains("Net.g.cs", apart.Files.Keys);
    }

    [Theory]
    [InlineData($$"""{{Network}} partial class Net { } {{Network}} partial struct Net { }""")]
    [InlineData($$"""{{Network}} class Net { } {{Network}} class Net { }""")]
    [InlineData($$"""namespace A { partial class B { {{Network}} partial class Net { } } } namespace A.B { {{Network}} partial class Net { } }""")]
    [InlineData($$"""namespace A { {{Network}} partial class B { {{Network}} partial class B { } } }""")]
    public void Types_of_one_name_do_not_stop_the_generator(string source)
    {
        GeneratorRun run = GeneratorHarness.Run($"using XorGen; {source} {Network} partial class Other {{ }}");
        AssertSound(run);
        Assert.Contains("Other.g.cs", run.Files.Keys);
    }

    [Fact]
    public void Another_attribute_called_Network_is_none_of_ours()
    {
        GeneratorRun run = GeneratorHarness.Run(
            "class NetworkAttribute : System.Attribute { } [Network] class Net { } namespace Other { class NetworkAttribute : System.Attribute { } [Network] class Net { } }");
        AssertSound(run);
        Assert.Empty(run.Files);
        Assert.Empty(run.GeneratorDiagnostics);
    }

    private static void AssertSound(GeneratorRun run)
    {
        Assert.Null(run.Exception);
        Assert.DoesNotContain(run.GeneratorDiagnostics, diagnostic => diagnostic.Id is "XG0016" or "CS8785" or "AD0001");

        // A source that is wrong already may make LoadFrom, which returns the type, more accessible than another type of that name (CS0050), or take that for its own (CS1503); two type parameters of one name stay ambiguous (CS0229).
        string[] before = [.. run.Input.GetDiagnostics().Where(IsError).Select(diagnostic => diagnostic.Id)];
        before = before.Length > 0 ? [.. before, "CS0050", "CS0229", "CS1503"] : before;
        Assert.All(run.CompilerDiagnostics.Where(IsError), diagnostic => Assert.Contains(diagnostic.Id, before));
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}
