using Microsoft.CodeAnalysis;

namespace XorGen.Generator.Tests.Diagnostics;

/// <summary>What a method that is an activation must not contain is reported at that node.</summary>
public class CustomActivationTests
{
    [Theory]
    [InlineData("static float F(float x) => [|MathF.Floor(x)|];", "'MathF.Floor' is not among the functions that XorGen knows: Abs, Atan,")]
    [InlineData("static float F(float x) => x + [|x % 2|];", "'x % 2' is none of what it may contain")]
    [InlineData("static readonly float s = 2; static float F(float x) => x * [|s|];", "'s' is none of what")]
    [InlineData("static float F(float x) => [|F(x)|];", "'F' calls itself")]
    [InlineData("static float F(float x) { [|while (x > 1) x -= 1;|] return x; }", "is none of what")]
    [InlineData("static float F(float x) => x > 0 || [|float.IsNaN(x)|] ? x : 0;", "is none of what")]
    [InlineData("static float G(float x) => [|MathF.Cbrt(x)|]; static float F(float x) => G(x);", "'MathF.Cbrt' is not among")]
    [InlineData("static float F(float x) [|{ if (x > 0) return x; else { float y = x; } }|]", "not every way through it returns a value", false)]
    public void At_that_node(string members, string advice, bool compiles = true)
    {
        string source = $"using System; [Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = nameof(F))] partial class Net {{ {members} }}";
        if (compiles)
        {
            DiagnosticVerifier.VerifyError("XG0017", source, advice);
        }
        else
        {
            GeneratorRun run = GeneratorHarness.Run("using XorGen; " + source.Replace("[|", string.Empty, StringComparison.Ordinal).Replace("|]", string.Empty, StringComparison.Ordinal));
            Assert.Contains(run.GeneratorDiagnostics, diagnostic => diagnostic.Id == "XG0017");
        }
    }

    [Theory]
    [InlineData("static double F(double x) => x;", "'static float F(float x)'")]
    [InlineData("float F(float x) => x;", "'static float F(float x)'")]
    [InlineData("static float F(float x, float y) => x;", "'static float F(float x)'")]
    [InlineData("static float F<T>(float x) => x;", "'static float F(float x)'")]
    public void A_method_of_another_shape_is_reported_at_its_name(string member, string advice) =>
        DiagnosticVerifier.VerifyError(
            "XG0017", $"[Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = [|nameof(F)|])] partial class Net {{ {member} }}", advice);

    [Fact]
    public void A_number_of_a_formula_is_none_of_a_method() =>
        DiagnosticVerifier.VerifyWarning(
            "XG0011",
            "[Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = nameof(F), ActivationAlpha = [|2|])] partial class Net { static float F(float x) => x; }",
            "the activation is the method 'F'");

    [Theory]
    [InlineData("=> x * MathF.Exp(-x * x);")]
    [InlineData("=> x > 0 && !(x > 5) || x == -1 ? (float)Math.Tanh(x) : 0.1f * x;")]
    [InlineData("{ const float K = 2; var t = K * x; if (t > 1) { return 1; } if (t < -1) return -1; else return G(t) / 3; } static float G(float y) => MathF.Sinh(y) + MathF.Pow(y, 3) + float.Clamp(y, -1, 1);")]
    [InlineData("=> x - XorGen.Numerics.ElementarySingle.Erf(x) + MathF.Max(x, 0) + (float)Math.Cosh(0) * MathF.PI;")]
    public void What_it_may_contain_compiles_in_both_forms(string body)
    {
        foreach (string unroll in new[] { "Unroll.Full", "Unroll.None" })
        {
            GeneratorRun run = GeneratorHarness.Run(
                $"using System; using XorGen; [Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = nameof(F), Unroll = {unroll})] partial class Net {{ static float F(float x) {body} }}");
            Assert.Empty(run.GeneratorDiagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
            Assert.Empty(run.CompilerDiagnostics);
        }
    }
}
