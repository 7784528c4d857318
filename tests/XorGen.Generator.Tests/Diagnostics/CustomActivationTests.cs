using Microsoft.CodeAnalysis;

namespace XorGen.Generator.Tests.Diagnostics;

/// <summary>What a method that is an activation must not contain is reported at that node.</summary>
public class CustomActivationTests
{
    [Theory]
    [InlineData("static float F(float x) => [|MathF.Floor(x)|];", "'MathF.Floor' is not among the functions that XorGen knows: Abs, Acos,")]
    [InlineData("static float F(float x) => x + [|x % 2|];", "'x % 2' is none of what it may contain")]
    [InlineData("static readonly float s = 2; static float F(float x) => x * [|s|];", "declare it 'const' in place of 'static readonly'")]
    [InlineData("static float s = 2; static float F(float x) => x * [|s|];", "only constants ('const')")]
    [InlineData("static float F(float x) => [|F(x)|];", "'F' calls itself")]
    [InlineData("static float F(float x) => x > 0 ? [|F(x - 1)|] : F(x + 1);", "'F' calls itself")]
    [InlineData("static float G(float x) => [|F(x)|] + F(x); static float F(float x) => G(x) * G(x);", "'F' calls itself")]
    [InlineData("static float F(float x) => [|MathF.Floor(x)|] + MathF.Floor(x);", "'MathF.Floor' is not among")]
    [InlineData("static float F(float x) { int n = 0; return x * ([|3 / n|]); }", "'3 / n' divides by the whole number zero")]
    [InlineData("static float F(float x) { int n = 2000000000; return x * checked([|n + n|]); }", "overflows, which throws an exception in a checked context")]
    [InlineData("static float F(float x) { int n = -1; return x * [|checked((uint)n)|]; }", "overflows", false)]
    [InlineData("static float F(float x) => x - [|(int)x|];", "goes in steps and has no slope")]
    [InlineData("static float F(float x) => [|Math.Clamp(x, 2, 1)|];", "its lower bound is more than its upper one")]
    [InlineData("static float F(float x) { nint n = 3; return x * n; }", "is none of what", false)]
    [InlineData("static float F(float x) { [|while (x > 1) x -= 1;|] return x; }", "is none of what")]
    [InlineData("static float F(float x) => x > 0 || [|float.IsNaN(x)|] ? x : 0;", "is none of what")]
    [InlineData("static float G(float x) => [|MathF.ReciprocalEstimate(x)|]; static float F(float x) => G(x);", "'MathF.ReciprocalEstimate' is not among")]
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

    /// <summary>Without a limit each of these takes the compiler hours.</summary>
    [Theory]
    [MemberData(nameof(Endless))]
    public void A_formula_that_grows_without_end_is_reported_once(string members, string advice)
    {
        GeneratorRun run = GeneratorHarness.Run(
            $"using System; using XorGen; [Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = nameof(F))] partial class Net {{ {members} }}");
        Assert.Null(run.Exception);
        Diagnostic diagnostic = Assert.Single(run.GeneratorDiagnostics);
        Assert.Equal("XG0017", diagnostic.Id);
        Assert.Contains(advice, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Endless
    {
        get
        {
            const string Advice = "it is longer than 500 operations, where each name counts as what it stands for";
            static string Repeat(int count, Func<int, string> part) => string.Concat(Enumerable.Range(1, count).Select(part));
            return new()
            {
                { $"static float F(float x) {{ float v0 = x; {Repeat(40, i => $"float v{i} = v{i - 1} * v{i - 1};")} return v40; }}", Advice },
                { $"{Repeat(40, i => $"static float G{i}(float x) => G{i - 1}(x) + G{i - 1}(x);")} static float G0(float x) => x; static float F(float x) => G40(x);", Advice },
                { $"{Repeat(40, i => $"static float G{i}(float x) {{ float a = G{i - 1}(x), b = G{i - 1}(x); return 1; }}")} static float G0(float x) => x; static float F(float x) => G40(x);", Advice },
                { $"static float F(float x) => {string.Concat(Enumerable.Repeat("MathF.Pow(", 8))}x{string.Concat(Enumerable.Repeat(", 8)", 8))};", Advice },
                { $"static float F(float x) => x > 1 && x < 2 {Repeat(40, i => $"|| x > {2 * i} && x < {(2 * i) + 1}")} ? x : 0;", Advice },
                { $"static float F(float x) => {string.Join(" * ", Enumerable.Range(1, 100).Select(i => $"(x + {i})"))};", "its derivative is longer than 500 operations" },
            };
        }
    }

    /// <summary>The compiler itself reads chains without recursion, so they may be as long as the limit allows, on the small stack of an editor's thread.</summary>
    [Theory]
    [InlineData(" + x", 249)]
    [InlineData(" * x", 249)]
    [InlineData(" - x / 3", 124)]
    public void A_long_chain_is_read_or_reported(string link, int links)
    {
        GeneratorRun? run = null;
        string chain = string.Concat(Enumerable.Repeat(link, links));
        var thread = new Thread(
            () => run = GeneratorHarness.Run($"using System; using XorGen; [Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = nameof(F))] partial class Net {{ static float F(float x) => MathF.Sin(x){chain}; }}"),
            1 << 20);
        thread.Start();
        thread.Join();
        Assert.Null(run!.Exception);
        Assert.DoesNotContain(run.GeneratorDiagnostics, diagnostic => diagnostic.Id != "XG0017" || !diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Contains("its derivative is longer", StringComparison.Ordinal));
        Assert.NotEqual(run.GeneratorDiagnostics.IsEmpty, run.Files.Count == 0);
    }

    [Fact]
    public void A_method_of_another_project_is_reported_whether_its_source_is_at_hand_or_not()
    {
        var settings = new HarnessSettings();
        var other = GeneratorHarness.Compile(settings, "public static class Library { public static float Twice(float x) => x + x; }");
        using var image = new MemoryStream();
        Assert.True(other.WithAssemblyName("Library").Emit(image).Success);
        foreach (MetadataReference reference in new MetadataReference[] { other.WithAssemblyName("Library").ToMetadataReference(), MetadataReference.CreateFromImage(image.ToArray()) })
        {
            GeneratorRun run = GeneratorHarness.Run(
                settings,
                GeneratorHarness.Compile(settings, "using XorGen; [Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = nameof(F))] partial class Net { static float F(float x) => Library.Twice(x); }")
                    .AddReferences(reference));
            Diagnostic diagnostic = Assert.Single(run.GeneratorDiagnostics);
            Assert.Equal("XG0017", diagnostic.Id);
            Assert.Equal("Library.Twice(x)", run.TextAt(diagnostic));
            Assert.Contains("'Twice' has no source in this project", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("[Network(Inputs = 2, Outputs = 1, Activation = nameof(F))] [Dense(8, ActivationAlpha = [|0.3|])]", "the activation is the method 'F'")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, Activation = [|nameof(F)|])] [Dense(8, Activation = \"relu\")]", "every [Dense] has its own")]
    public void An_option_without_effect_beside_it_is_a_warning(string attributes, string advice) =>
        DiagnosticVerifier.VerifyWarning("XG0011", $"{attributes} partial class Net {{ static float F(float x) => x; }}", advice);

    [Fact]
    public void Zeros_keep_their_signs()
    {
        foreach ((string unroll, string zero) in new[] { ("Unroll.Full", "-0f"), ("Unroll.None", "Create(-0f)") })
        {
            GeneratorRun run = GeneratorHarness.Run(
                $"using XorGen; [Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = nameof(F), Unroll = {unroll})] partial class Net {{ static float F(float x) => x > 0 ? x - (x < 9 ? 0f : -0f) : -0f; }}");
            Assert.Empty(run.GeneratorDiagnostics);
            Assert.Empty(run.CompilerDiagnostics);
            Assert.Contains(zero, run.Files["Net.g.cs"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("static float F(int n) => n; static float F(float x) => x * x; static double F(double x) => x;")]
    [InlineData("private static partial float F(float x); private static partial float F(float x) => x * x;")]
    public void The_method_that_fits_is_taken(string members)
    {
        GeneratorRun run = GeneratorHarness.Run(
            $"using System; using XorGen; [Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = nameof(F))] partial class Net {{ {members} }}");
        Assert.Empty(run.GeneratorDiagnostics);
        Assert.Empty(run.CompilerDiagnostics);
    }

    [Theory]
    [InlineData("static double F(double x) => x;", "'static float F(float x)'")]
    [InlineData("float F(float x) => x;", "'static float F(float x)'")]
    [InlineData("static float F(float x, float y) => x;", "'static float F(float x)'")]
    [InlineData("static float F<T>(float x) => x;", "'static float F(float x)'")]
    public void A_method_of_another_shape_is_reported_at_its_name(string member, string advice) =>
        DiagnosticVerifier.VerifyError(
            "XG0017", $"[Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = [|nameof(F)|])] partial class Net {{ {member} }}", advice);

    /// <summary>Each of these is another number in the network's precision.</summary>
    [Theory]
    [InlineData("static float F(float x) => (float)Math.Log([|1 + Math.Exp(x)|]);", "double precision")]
    [InlineData("static float F(float x) => (float)([|x * 0.1|]);", "'x * 0.1' in double precision")]
    [InlineData("static float F(float x) => (float)([|x * 2.0 + 1|]);", "declare the network with Precision = Precision.Double")]
    [InlineData("static float F(float x) => (float)[|Math.Pow(x, 0.1)|];", "MathF")]
    [InlineData("static float F(float x) => [|x * x * 2.0 > 1|] ? x : 0;", "double precision")]
    [InlineData("static float F(float x) { double y = x; return (float)[|Math.FusedMultiplyAdd([|y * y|], y, y)|]; }", "double precision", 1)]
    [InlineData("static float F(float x) => (float)G(x); static double G(double y) => [|y / 3 - 1|];", "double precision")]
    public void Double_precision_within_a_network_of_single_precision_is_reported(string members, string advice, int only = -1)
    {
        if (only >= 0)
        {
            // The inner operation alone is a product of two floats: what is made of it is reported.
            members = members.Replace("[|y * y|]", "y * y", StringComparison.Ordinal);
        }

        DiagnosticVerifier.VerifyError(
            "XG0026", $"using System; [Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = nameof(F))] partial class Net {{ {members} }}", advice);
    }

    [Theory]
    [InlineData("static double F(double x) => [|(float)x|];", "is another number in this network of double precision")]
    [InlineData("static double F(double x) { float h = 0.1f; return [|MathF.Sqrt(h)|] * x; }", "single precision")]
    public void Single_precision_within_a_network_of_double_precision_is_reported(string members, string advice) =>
        DiagnosticVerifier.VerifyError(
            "XG0026",
            $"using System; [Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = nameof(F), Precision = Precision.Double)] partial class Net {{ {members} }}",
            advice);

    [Theory]
    [InlineData("static class Other { public static float F(float x) => x; }", "nameof(Other.F)", "it is a method of 'Other', and must be one of the network's own class 'Net'")]
    [InlineData("", "nameof(System.MathF.Tanh)", "declare 'private static float Tanh(float x) => MathF.Tanh(x);' there and write nameof(Tanh)")]
    public void A_method_of_another_class_is_reported(string other, string name, string advice) =>
        DiagnosticVerifier.VerifyError(
            "XG0017", $"{other} [Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = [|{name}|])] partial class Net {{ static float F(float x) => x * 2; }}", advice);

    [Fact]
    public void A_string_that_is_a_name_of_the_catalogue_and_of_a_method_is_a_warning() =>
        DiagnosticVerifier.VerifyWarning(
            "XG0027",
            "[Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = [|\"swish\"|])] partial class Net { static float swish(float x) => 2 * x; }",
            "write nameof(swish) for the method");

    [Fact]
    public void A_method_that_is_named_by_nameof_wins_over_the_catalogue()
    {
        GeneratorRun run = GeneratorHarness.Run(
            "using XorGen; [Network(Inputs = 1, Outputs = 1, OutputActivation = nameof(swish))] public partial class Net { static float swish(float x) => x + x; }");
        Assert.Empty(run.GeneratorDiagnostics);
        using LoadedAssembly assembly = run.Load();
        INetwork<float> network = assembly.CreateSingle("Net");
        network.SetParameters([1, 0]);
        var output = new float[1];
        network.Forward([3], output);
        Assert.Equal(6, output[0]);
    }

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
    [InlineData("{ if (x > 0) { if (x > 1) { return 1; } } return x; }")]
    [InlineData("{ float y = x; if (x > 0) y = 2 * x; else { y = -x; } return y + 1; }")]
    [InlineData("{ bool big = x > 1 || x < -1; return big ? 1 : x; }")]
    [InlineData("=> x / MathF.Log(2f);")]
    [InlineData("=> x * MathF.Exp(1f);")]
    [InlineData("=> MathF.Exp(1f) + MathF.Exp(1f);")]
    [InlineData("=> 3;")]
    [InlineData("=> x > 0 ? MathF.Tanh(1f) * x + MathF.Tanh(1f) : MathF.Log(x + 2);")]
    [InlineData("{ return G(x); static float G(float y) { float square = y * y; return square / 2; } }")]
    [InlineData("{ static float G(float y) => y * y; return G(x) + Math.Sign(x) * 2; }")]
    [InlineData("=> G(x); private static partial float G(float y); private static partial float G(float y) => y * MathF.Exp(y);")]
    [InlineData("=> x - XorGen.Numerics.ElementarySingle.Erf(x) + MathF.Max(x, 0) + (float)Math.Cosh(0) * MathF.PI + MathF.Asinh(x) + float.Hypot(x, 1) + MathF.Pow(x, 33) + MathF.Log(x, 3) + MathF.Cbrt(x) + float.Exp10(x);")]
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
