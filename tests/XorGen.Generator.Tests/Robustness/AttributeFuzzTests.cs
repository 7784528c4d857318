using CsCheck;
using Microsoft.CodeAnalysis;

namespace XorGen.Generator.Tests.Robustness;

/// <summary>Attributes with arguments at random: no exception, and what is generated without an error compiles.</summary>
public sealed class AttributeFuzzTests
{
    private const int NetworksPerSource = 6;

    private static readonly Gen<string> Integer = Gen.OneOf<string>(
        Gen.Int[1, 12].Select(value => $"{value}"),
        Gen.OneOf("0", "-1", "int.MaxValue", "int.MinValue", "65536", "65537", "null", "default", "Missing", "1.5", "\"2\"", "unchecked((int)3000000000)"));

    private static readonly Gen<string> Sizes = Gen.OneOf<string>(
        Integer.Array[0, 3].Select(values => $"new int[] {{ {string.Join(", ", values)} }}"),
        Integer.Array[0, 3].Select(values => $"[{string.Join(", ", values)}]"),
        Gen.OneOf("null", "default", "new int[0]", "new int[2]", "new[] { 3 }", "Missing"));

    private static readonly Gen<string> Number = Gen.OneOf<string>(
        Gen.Double[0, 0.999].Select(value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
        Gen.OneOf("0", "1", "-1", "-0.0", "1e300", "1e-300", "double.NaN", "double.PositiveInfinity", "float.MaxValue", "1.0f", "'a'", "null", "Missing"));

    private static readonly Gen<string> Name = Gen.OneOf(
        "\"tanh\"", "\"relu\"", "\"sigmoid\"", "\"softmax\"", "\"linear\"", "\"identity\"", "\"mse\"", "\"bce\"", "\"cross_entropy\"", "\"sgd\"", "\"adam\"",
        "\"zeros\"", "\"uniform\"", "\"he_normal\"", "\"\"", "null", "default", "\"\\0\\uD800{0}\"", "\"Tanh\"", "nameof(Activations.Tanh)", "Activations.Relu", "Missing", "3");

    private static readonly Gen<string> Argument = Gen.OneOf<string>(
        Named(Integer, "Inputs", "Outputs", "Hidden", "Seed"),
        Named(Sizes, "HiddenLayers"),
        Named(Name, "Activation", "OutputActivation", "Loss", "Optimizer", "Initializer"),
        Named(Number, "Momentum", "Beta1", "Beta2", "Epsilon", "WeightDecay", "BiasLearningRateScale", "GradientClipNorm", "InitializerScale"),
        Named(Gen.OneOf("true", "false", "null"), "Nesterov"),
        Named(Gen.OneOf("Precision.Double", "(Precision)5", "default", "0", "null"), "Precision"),
        Named(Gen.OneOf("Unroll.Full", "Unroll.None", "(Unroll)(-1)", "Missing"), "Unroll"));

    private static readonly Gen<string> Dense =
        Gen.Select(Integer, Gen.OneOf<string>(Gen.Const(string.Empty), Name.Select(name => $", Activation = {name}")), (neurons, activation) => $"[Dense({neurons}{activation})] ");

    private static readonly Gen<string> Declaration = Gen.OneOf<string>(
        Gen.Const("partial class"),
        Gen.OneOf("partial struct", "class", "static partial class", "partial record", "partial interface", "enum", "ref partial struct"));

    private static readonly Gen<string> Network = Gen.Select(
        Gen.Bool,
        Argument.Array[0, 5],
        Gen.OneOf<string>(Gen.Const(string.Empty), Dense, Gen.Select(Dense, Dense, (first, second) => first + second)),
        Declaration,
        (hasSizes, arguments, dense, declaration) =>
        {
            IEnumerable<string> sizes = hasSizes ? ["Inputs = 3", "Outputs = 2"] : [];
            return $"[Network({string.Join(", ", sizes.Concat(arguments).DistinctBy(argument => argument.Split(' ')[0]))})] {dense}{declaration} Net";
        });

    [Fact]
    public void Nothing_is_thrown_and_what_is_generated_compiles() => Check(sources: 25);

    [Fact]
    [Trait("Category", "Thorough")]
    public void Nothing_is_thrown_by_many_more() => Check(sources: 300);

    private static void Check(int sources) =>
        Network.Array[NetworksPerSource].Sample(
            networks =>
            {
                string source = "using XorGen;\n" + string.Join("\n", networks.Select((network, i) => $"namespace N{i} {{ {network} {{ }} }}"));
                GeneratorRun run = GeneratorHarness.Run(source);
                Assert.Null(run.Exception);
                Assert.DoesNotContain(run.GeneratorDiagnostics, diagnostic => diagnostic.Id is "XG0016" or "CS8785");
                AssertGeneratedCompiles(run);
            },
            iter: sources,
            threads: 1,
            print: networks => string.Join("\n", networks));

    private static Gen<string> Named(Gen<string> value, params string[] names) =>
        Gen.Select(Gen.OneOf(names), value, (name, text) => $"{name} = {text}");

    /// <summary>Only the source may have errors: the generated files have none, and no warnings either.</summary>
    private static void AssertGeneratedCompiles(GeneratorRun run) =>
        Assert.DoesNotContain(run.CompilerDiagnostics, diagnostic => diagnostic.Location.GetLineSpan().Path.EndsWith(".g.cs", StringComparison.Ordinal));
}
