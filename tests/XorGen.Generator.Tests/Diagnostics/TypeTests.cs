using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace XorGen.Generator.Tests.Diagnostics;

/// <summary>XG0001, XG0007, XG0009, XG0013, XG0014 and XG0023: the type that is to be a network.</summary>
public sealed class TypeTests
{
    private const string Network = "[Network(Inputs = 2, Hidden = 2, Outputs = 1)]";

    [Theory]
    [InlineData($$"""{{Network}} class [|Net|] { }""", "write 'partial class Net'")]
    [InlineData($$"""{{Network}} public sealed class [|Net|]<T> { }""", "write 'partial class Net'")]
    [InlineData($$"""{{Network}} struct [|Net|] { }""", "write 'partial struct Net'")]
    [InlineData($$"""class [|Outer|] { {{Network}} partial class Net { } }""", "write 'partial class Outer'")]
    [InlineData($$"""interface [|IOuter|] { partial record Middle { {{Network}} partial class Net { } } }""", "write 'partial interface IOuter'")]
    [InlineData($$"""record struct [|Outer|] { {{Network}} partial class Net { } }""", "write 'partial record struct Outer'")]
    public void A_type_that_is_not_partial_is_reported(string source, string advice) =>
        DiagnosticVerifier.VerifyError("XG0001", source, advice);

    [Theory]
    [InlineData($$"""{{Network}} static partial class [|Net|] { }""", "static")]
    [InlineData($$"""{{Network}} abstract partial class [|Net|] { }""", "abstract")]
    [InlineData($$"""{{Network}} partial record [|Net|] { }""", "a record")]
    [InlineData($$"""{{Network}} partial record struct [|Net|] { }""", "a record")]
    [InlineData($$"""{{Network}} ref partial struct [|Net|] { }""", "a ref struct")]
    [InlineData($$"""{{Network}} readonly partial struct [|Net|] { }""", "a readonly struct")]
    [InlineData($$"""[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] {{Network}} partial class [|Net|] { }""", "laid out explicitly")]
    [InlineData($$"""[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit, Size = 400)] {{Network}} partial struct [|Net|] { }""", "laid out explicitly")]
    [InlineData($$"""[System.Runtime.InteropServices.StructLayout((short)2)] {{Network}} partial struct [|Net|] { }""", "laid out explicitly")]
    [InlineData($$"""[System.Runtime.CompilerServices.InlineArray(3)] {{Network}} partial struct [|Net|] { private int element; }""", "an inline array")]
    [InlineData($$"""{{Network}} file partial class [|Net|] { }""", "local to a file")]
    [InlineData($$"""file partial class Outer { {{Network}} internal partial class [|Net|] { } }""", "local to a file")]
    public void A_type_that_cannot_be_a_network_is_reported(string source, string reason) =>
        DiagnosticVerifier.VerifyError("XG0007", source, reason);

    [Theory]
    [InlineData("partial class Base { } class Middle : Base { }", "Middle")]
    [InlineData("partial class Base<T> { }", "Base<int>")]
    public void A_network_derived_from_another_is_reported(string bases, string ancestor)
    {
        GeneratorRun run = GeneratorHarness.Run($"using XorGen; [Network(Inputs = 3, Outputs = 1)] {bases} {Network} partial class Net : {ancestor} {{ }}");
        Diagnostic diagnostic = Assert.Single(run.GeneratorDiagnostics);
        Assert.Equal("XG0007", diagnostic.Id);
        Assert.Equal("Net", run.TextAt(diagnostic));
        Assert.Contains("derived from the network 'Base', whose members its own would hide", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(run.CompilerDiagnostics);
        Assert.Equal(6, run.Files.Count);
    }

    [Theory]
    [InlineData("class", "public [|Net|](string name) { }", "'Net.Net(string)' must call one of those")]
    [InlineData("class", "public [|Net|](string name) : base() { }", "write ': this()' or ': this(seed)'")]
    [InlineData("class", "public Net(string name) : this(name.Length) { } public [|Net|](int a, int b) => Initialize(a + b);", "write ': this()' or ': this(seed)'")]
    [InlineData("struct", "public [|Net|](string name) => Name = name; public string Name { get; }", "'Net.Net(string)' must call one of those")]
    public void A_constructor_that_calls_no_generated_one_is_reported(string kind, string members, string advice) =>
        DiagnosticVerifier.VerifyError("XG0023", $"{Network} partial {kind} Net {{ {members} }}", advice);

    [Theory]
    [InlineData("class", "public Net(string name) : this(name.Length) { } public Net(int a, string name) : this(name) { } static Net() { }")]
    [InlineData("struct", "public Net(string name) : this() => Name = name; public string Name { get; } = string.Empty;")]
    public void A_constructor_that_calls_another_is_allowed(string kind, string members)
    {
        GeneratorRun run = GeneratorHarness.Run($"using XorGen; {Network} partial {kind} Net {{ {members} }}");
        Assert.Empty(run.GeneratorDiagnostics);
        Assert.Empty(run.CompilerDiagnostics);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, "the project uses C# 7.3: set <LangVersion> to 11")]
    [InlineData(LanguageVersion.CSharp10, "the project uses C# 10.0: set <LangVersion> to 11")]
    public void An_old_language_version_is_reported(LanguageVersion version, string advice)
    {
        GeneratorRun run = GeneratorHarness.Run(
            new HarnessSettings { LanguageVersion = version }, "[XorGen.Network(Inputs = 2, Outputs = 1)] partial class Net { }");
        Diagnostic diagnostic = Assert.Single(run.GeneratorDiagnostics);
        Assert.Equal("XG0009", diagnostic.Id);
        Assert.Equal("XorGen.Network", run.TextAt(diagnostic));
        Assert.Contains(advice, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(run.Files);
    }

    [Theory]
    [InlineData("[Network(Inputs = 20, Hidden = 20, Outputs = 1)] partial struct [|Net|] { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, Unroll = Unroll.None)] partial struct [|Net|] { }")]
    public void A_struct_that_is_not_unrolled_is_reported(string source) =>
        DiagnosticVerifier.VerifyError("XG0013", source, "make it a class");

    [Theory]
    [InlineData($$"""{{Network}} partial class [|Net|](int rate) { public int Rate { get; } = rate; }""", "a primary constructor: write an ordinary one")]
    [InlineData($$"""{{Network}} partial struct [|Net|](int rate) { public int Rate { get; } = rate; }""", "a primary constructor: write an ordinary one")]
    [InlineData($$"""class Base { public Base(string name) { } } {{Network}} partial class [|Net|] : Base { }""", "its base class 'Base' has no constructor that takes no arguments")]
    [InlineData($$"""class Base { public required string Name { get; set; } [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Base() { Name = string.Empty; } } {{Network}} partial class Net : Base { public required int [|Size|] { get; set; } }""", "they do not set 'Size': leave 'required' out")]
    public void A_type_that_cannot_have_the_constructors_is_reported(string source, string reason) =>
        DiagnosticVerifier.VerifyError("XG0014", source, reason);
}
