namespace XorGen.Generator.Tests.Diagnostics;

/// <summary>XG0008: members that the generated ones cannot live beside.</summary>
public sealed class CollisionTests
{
    private const string Scalar = "[Network(Inputs = 2, Hidden = 2, Outputs = 1)]";
    private const string Tiled = "[Network(Inputs = 2, Hidden = 2, Outputs = 1, Unroll = Unroll.None)]";
    private const string SecondOrder = "[Network(Inputs = 2, Hidden = 2, Outputs = 1, Optimizer = \"lbfgs\")]";
    private const string Classifier = "[Network(Inputs = 2, Outputs = 3, OutputActivation = \"softmax\")]";

    [Theory]
    [InlineData(Scalar, "public int [|InputCount|];", "The member 'InputCount'")]
    [InlineData(Scalar, "public string [|Description|] => string.Empty;", "The member 'Description'")]
    [InlineData(Scalar, "public string [|get_Description|]() => string.Empty;", "The member 'get_Description'")]
    [InlineData(Scalar, "public int [|Forward|] { get; set; }", "The member 'Forward'")]
    [InlineData(Scalar, "public float [|Forward|](float a, float b) => a + b;", "The member 'Forward'")]
    [InlineData(Scalar, "public void [|Predict|](System.ReadOnlySpan<float> a, System.Span<float> b) { }", "The member 'Predict'")]
    [InlineData(Scalar, "public static void [|Initialize|](int seed) { }", "The member 'Initialize'")]
    [InlineData(Scalar, "public void [|Fit|](System.ReadOnlySpan<float> a, System.ReadOnlySpan<float> b, TrainingOptions? c) { }", "The member 'Fit'")]
    [InlineData(Scalar, "private float [|_network|];", "The member '_network'")]
    [InlineData(Scalar, "private struct [|_network|] { }", "The member '_network'")]
    [InlineData(Scalar, "private static event System.Action [|GetParameters|] { add { } remove { } }", "The member 'GetParameters'")]
    [InlineData(Scalar, "public [|Net|]() { }", "The constructor 'Net.Net()'")]
    [InlineData(Scalar, "public [|Net|](int count) { }", "The constructor 'Net.Net(int)'")]
    [InlineData(Tiled, "private static class [|Predict|] { }", "The member 'Predict'")]
    [InlineData(Tiled, "private enum [|Train|] { }", "The member 'Train'")]
    [InlineData(Tiled, "private void [|Update|](float rate) { }", "The member 'Update'")]
    [InlineData(SecondOrder, "private int [|_optimizer|];", "The member '_optimizer'")]
    [InlineData(Scalar, "public static double [|Accuracy|] => 1;", "The member 'Accuracy'")]
    [InlineData(Classifier, "public double [|Accuracy|](System.ReadOnlySpan<float> a, System.ReadOnlySpan<int> b) => 0;", "The member 'Accuracy'")]
    [InlineData(Classifier, "public float [|Evaluate|](System.ReadOnlySpan<float> a, System.ReadOnlySpan<int> b) => 0;", "The member 'Evaluate'")]
    public void A_member_with_the_name_of_a_generated_one_is_reported(string network, string member, string subject) =>
        DiagnosticVerifier.VerifyError("XG0008", $"{network} partial class Net {{ {member} }}", subject);

    [Theory]
    [InlineData(Scalar + " partial class [|Forward|] { }", "'Forward'")]
    [InlineData(Tiled + " partial class [|Update|] { }", "'Update'")]
    [InlineData(Tiled + " partial class Net<[|Update|]> { }", "The type parameter 'Update'")]
    [InlineData("class Base { protected int Update; } " + Scalar + " partial class [|Net|] : Base { }", "The inherited member 'Base.Update'")]
    [InlineData("class Base { public void Update(float rate) { } } class Middle : Base { } " + Scalar + " partial class [|Net|] : Middle { }", "The inherited member 'Base.Update'")]
    public void A_type_that_a_generated_member_cannot_be_in_is_reported(string source, string subject) =>
        DiagnosticVerifier.VerifyError("XG0008", source, subject);

    [Fact]
    public void The_message_says_what_to_do() =>
        DiagnosticVerifier.VerifyError("XG0008", $"{Scalar} partial class Net {{ int [|_network|]; }}", "generated for the network 'Net': rename it");

    [Theory]
    [InlineData("public [|Net|]() { }")]
    [InlineData("public [|Net|](int seed) : this() { }")]
    public void Nobody_is_told_to_rename_a_constructor(string constructor) =>
        DiagnosticVerifier.VerifyError(
            "XG0008",
            $"{Scalar} partial class Net {{ {constructor} }}",
            "has the parameters of a constructor that is generated for the network 'Net': leave it out, or give it other parameters and let it call ': this()'");

    [Theory]
    [InlineData(Scalar, "public float Forward(float a) => a;")]
    [InlineData(Scalar, "public float Forward(double a, double b) => (float)(a + b);")]
    [InlineData(Scalar, "public void Train(string file) { }")]
    [InlineData(Scalar, "public Net(string name) : this(name.Length) { }")]
    [InlineData("[Network(Inputs = 2, Hidden = 2, Outputs = 1, OutputActivation = \"linear\")]", "public static double Accuracy => 1;")]
    [InlineData(Scalar, "private static class Offsets { }")]
    [InlineData(Tiled, "private struct Optimizer { } private static int _optimizer => 1;")]
    [InlineData(Tiled, "private struct Network { } private class State { } private class Layer1 { }")]
    [InlineData(Classifier, "public double Accuracy(float[] inputs) => 1;")]
    public void Overloads_and_other_names_are_allowed(string network, string member)
    {
        GeneratorRun run = GeneratorHarness.Run($"using XorGen; {network} partial class Net {{ {member} }}");
        Assert.Empty(run.GeneratorDiagnostics);
        Assert.Empty(run.CompilerDiagnostics);
        Assert.NotEmpty(run.Files);
    }

    [Fact]
    public void Private_members_of_a_base_class_are_allowed()
    {
        GeneratorRun run = GeneratorHarness.Run(
            $"using XorGen; class Base {{ private void Update(float a) {{ }} protected void Train(string a) => Update(1); }} {Scalar} partial class Net : Base {{ }}");
        Assert.Empty(run.GeneratorDiagnostics);
        Assert.Empty(run.CompilerDiagnostics);
    }
}
