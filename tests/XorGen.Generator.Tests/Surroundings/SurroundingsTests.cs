using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace XorGen.Generator.Tests.Surroundings;

/// <summary>Networks compile without a warning wherever they are, in both layouts, whatever names are around them.</summary>
public sealed class SurroundingsTests
{
    /// <summary>Stands in the sources below for the attribute of a network, of each layout in turn.</summary>
    private const string Network = "[NET]";

    private static readonly string[] Attributes =
    [
        "[global::XorGen.Network(Inputs = 3, HiddenLayers = new[] { 4, 3 }, Outputs = 2, OutputActivation = \"softmax\", GradientClipNorm = 1)]",
        "[global::XorGen.Network(Inputs = 2, Hidden = 3, Outputs = 1, Optimizer = \"sgd\", Momentum = 0.9, BiasLearningRateScale = 0.5, Precision = global::XorGen.Precision.Double)]",
        "[global::XorGen.Network(Inputs = 2, Hidden = 3, Outputs = 1, Activation = \"relu\", OutputActivation = \"linear\", Unroll = global::XorGen.Unroll.None)]",
        "[global::XorGen.Network(Inputs = 3, HiddenLayers = new[] { 20, 20 }, Outputs = 4, OutputActivation = \"softmax\", Optimizer = \"sgd\", BiasLearningRateScale = 0.5, Precision = global::XorGen.Precision.Double)]",
    ];

    [Theory]
    [InlineData("a name that is a keyword", "/// <summary>A network.</summary>\n[NET] public partial class @class { }")]
    [InlineData("names that are contextual keywords", "[NET] partial class @record { } [NET] partial class @partial { } [NET] partial class @file { } [NET] partial class @where { }")]
    [InlineData("a namespace that is a keyword", "namespace @namespace.@class { [NET] partial class Net { } }")]
    [InlineData("a namespace called System", "namespace Game.System { class Span { } class Math { } [NET] partial class Net { } }")]
    [InlineData("a namespace called XorGen", "namespace Game.XorGen.Numerics { class Check { } [NET] partial class Net { } }")]
    [InlineData("a namespace called namespace.System", "namespace @namespace.System.Runtime { [NET] partial class Net { } }")]
    [InlineData("types called like those that it uses", "namespace Game { class Span<T> { } class ReadOnlySpan<T> { } class Math { } class MathF { } class Unsafe { } class Vector128<T> { } class Single { } class Double { } class Int32 { } class XorGen { } class System { } class INetwork<T> { } class MemoryMarshal { } class Lanes512Single { } class TVector { } class TLanes { } [NET] partial class Net { } }")]
    [InlineData("types of those names inside the network", "[NET] partial class Net { class System { } class XorGen { } class Span { } class Math { } class TVector { } class TLanes { } class Unsafe { } }")]
    [InlineData("members of those names inside the network", "[NET] partial class Net { public int System; public int XorGen { get; set; } public void Math() { } public int inputs, outputs, rows, p, g, x0, loss, learningRate, network, random, seed; }")]
    [InlineData("members named like numbers", "[NET] partial class Net { public float Single => 1; public double Double => 2; }")]
    [InlineData("type parameters called like the vector's", "partial class Outer<T, TVector, TLanes> { partial struct Middle<TVector_> { [NET] public partial class Net<TLanes_> { } } }")]
    [InlineData("type parameters with constraints", "partial interface IOuter<TIn, TOut> where TIn : class { [NET] partial class Net<T> where T : struct, System.IComparable<T> { } }")]
    [InlineData("type parameters called like nested types", "partial class Outer<PerParameter, Offsets, Layer1> { [NET] partial class Net { } }")]
    [InlineData("a type parameter that is a keyword", "partial class Outer<@int> { [NET] partial class Net<@class> { } }")]
    [InlineData("containers of every kind", "static partial class A { public partial record B(int X) { internal partial struct C { public partial record struct D(int Y) { internal partial interface E { [NET] partial class Net { } } } } } }")]
    [InlineData("odd structs as containers", "readonly partial struct A { ref partial struct B { partial class C { [NET] partial class Net { } } } }")]
    [InlineData("a sealed container with a primary constructor", "sealed partial class Outer(int size) { public int Size => size; [NET] private sealed partial class Net { } }")]
    [InlineData("names that differ in case", "namespace Game { [NET] partial class Net { } [NET] partial class NET { } namespace net { [NET] partial class Other { } } }")]
    [InlineData("one name with several arities", "[NET] partial class Net { } [NET] partial class Net<T> { } [NET] partial class Net<T1, T2> { }")]
    [InlineData("one name in several namespaces", "[NET] partial class Net { } namespace A { [NET] partial class Net { } } namespace A.B { [NET] partial class Net { } } namespace B { partial class A { [NET] partial class Net { } } }")]
    [InlineData("a container of the same name as a method", "partial class Forward { partial class Update { [NET] partial class Net { } } }")]
    [InlineData("networks inside a network, called like its files", "[NET] partial class Net { [NET] partial class Training { } [NET] partial class TRAINING { } [NET] partial class fOrward { } [NET] partial class UPDATE { } }")]
    [InlineData("a network and a namespace called alike but for case", "[NET] partial class Net { [NET] partial class Other { } } namespace net { [NET] partial class Other { } }")]
    [InlineData("unicode", "namespace 数据.Ünïcode { [NET] partial class Netz_größe_Ω { } [NET] partial class \\u004eet2 { } }")]
    [InlineData("a base class that has the network's name inside", "class Base { public class Net { } } [NET] sealed partial class Net : Base { }")]
    [InlineData("a generic base class and interfaces", "class Base<T> { public virtual string Name => string.Empty; } [NET] partial class Net : Base<int>, System.IDisposable { public override string Name => \"net\"; public void Dispose() { } }")]
    [InlineData("the interface stated by the user", "[NET] partial class Net : System.ICloneable { object System.ICloneable.Clone() => MemberwiseClone(); }")]
    [InlineData("many parts", "[NET] partial class Net { } partial class Net { public int A; } sealed partial class Net { public int B; }")]
    [InlineData("documentation of the user", "/// <summary>A network.</summary>\n/// <remarks>It <b>learns</b>.</remarks>\n[NET] public partial class Net { }")]
    [InlineData("attributes of the user", "[System.Obsolete] [NET] partial class Net { }")]
    [InlineData("an assembly that is CLS-compliant", "[assembly: System.CLSCompliant(true)]\n/// <summary>A network.</summary>\n[NET] public partial class Net { }\n/// <summary>Its user.</summary>\npublic class User { /// <summary>Gets it.</summary>\n public XorGen.INetwork<float>? Network { get; } /// <summary>Trains.</summary>\n public virtual XorGen.TrainingReport? Train(XorGen.TrainingOptions options, XorGen.Standardizer scaler) => null; }")]
    [InlineData("a lower-case name", "namespace game { [NET] partial class net { } }")]
    [InlineData("a member that the user's constructor sets", "[NET] partial class Net { public Net(string name) : this() => Name = name; public string Name { get; } }")]
    [InlineData("a field that nothing sets", "[NET] partial class Net { public string Name; }")]
    [InlineData("required members", "[NET] partial class Net { public required string Name { get; set; } } class User { public Net Create() => new Net(3) { Name = string.Empty }; }")]
    [InlineData("a base class that sets its required members", "class Base { public required string Name { get; set; } [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Base() => Name = string.Empty; } [NET] partial class Net : Base { } class User { public Net Create() => new(3); public Net Default() => new(); }")]
    [InlineData("a base class that sets its required members, with an optional parameter", "class Base { public required string Name { get; set; } [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Base(int size = 3) => Name = string.Empty; } [NET] partial class Net : Base { }")]
    [InlineData("a base class that is obsolete", "[System.Obsolete(\"old\")] class Base { } [System.Obsolete] partial class Outer { [NET] partial class Net : Base { } }")]
    [InlineData("a base class whose constructor is obsolete", "class Base { [System.Obsolete(\"old\")] public Base() { } } [NET] partial class Net : Base { }")]
    [InlineData("a base class whose constructor is experimental", "class Base { [System.Diagnostics.CodeAnalysis.Experimental(\"EXP1\")] public Base() { } } [NET] partial class Net : Base { }")]
    [InlineData("an experimental network", "[System.Diagnostics.CodeAnalysis.Experimental(\"EXP1\")] [NET] partial class Net { }")]
    [InlineData("a base class with members that only sound alike", "abstract class Base { public virtual void update(float rate) { } public abstract void Train(); protected void Forward(string a) { } } [NET] partial class Net : Base { public override void Train() { } }")]
    [InlineData("members of interfaces implemented explicitly", "interface IForward { float Forward(); void Update(float rate); } [NET] partial class Net : IForward { float IForward.Forward() => 1; void IForward.Update(float rate) { } }")]
    [InlineData("partial members of the user's", "partial class Net { partial void OnTrained(); public partial int Size { get; } } [NET] partial class Net { public partial int Size => 3; partial void OnTrained() { } }")]
    [InlineData("constraints", "[NET] partial class Net<T1, T2, T3, T4> where T1 : unmanaged where T2 : class?, new() where T3 : notnull, T2 where T4 : allows ref struct { }")]
    [InlineData("a debugger's display", "[System.Diagnostics.DebuggerDisplay(\"{InputCount}\")] [System.Serializable] [NET] partial class Net { }")]
    [InlineData("an attribute's alias", "using Brain = XorGen.NetworkAttribute; using Layer = XorGen.DenseAttribute; [NET] partial class Net { }")]
    [InlineData("aliases of the project that shadow names", "global using System = System.Text; global using Math = System.Text.StringBuilder; global using XorGen = System.Text; global using Span = System.Int32; [NET] partial class Net { }")]
    [InlineData("a private nested network", "public partial class Outer { [NET] private protected partial class Net { } }")]
    [InlineData("a class laid out in sequence", "[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)] [NET] partial class Net { public int Size; }")]
    [InlineData("a class with a finalizer and operators", "[NET] partial class Net { ~Net() { } public static Net operator +(Net a, Net b) => a; public static implicit operator int(Net net) => 3; public int this[int i] => i; }")]
    [InlineData("an abstract base class with a generic constraint on itself", "abstract class Base<TSelf> where TSelf : Base<TSelf>, new() { public static TSelf Create() => new(); } [NET] partial class Net : Base<Net> { }")]
    [InlineData("equality of the user's", "[NET] partial class Net : System.IEquatable<Net> { public bool Equals(Net? other) => true; public override bool Equals(object? other) => true; public override int GetHashCode() => 3; public override string ToString() => string.Empty; }")]
    [InlineData("not nullable", "#nullable disable\n[NET] partial class Net { public string Text; }")]
    public void A_network_compiles_without_a_warning(string surroundings, string source)
    {
        Assert.NotEmpty(surroundings);
        AssertClean(source, Attributes[0], LanguageVersion.Latest);
        AssertClean(source, Attributes[3], LanguageVersion.Latest);
    }

    [Fact]
    public void A_network_in_a_file_scoped_namespace_compiles_without_a_warning() =>
        AssertClean($"namespace Game.Play;\n{Network} internal partial class Net {{ }}", Attributes[0], LanguageVersion.CSharp11);

    [Theory]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Preview)]
    public void A_network_compiles_without_a_warning_in_every_version_since_11(LanguageVersion version)
    {
        foreach (string attribute in Attributes)
        {
            AssertClean($"namespace Game {{ partial class Outer<T> {{ {Network} public partial class Net {{ }} }} }}", attribute, version);
        }
    }

    [Theory]
    [InlineData("partial struct Net { }")]
    [InlineData("public partial struct Net { }")]
    [InlineData("partial struct Net { public int Wins; public string Name { get; set; } = string.Empty; }")]
    [InlineData("partial struct Net { private readonly int count = 3; public int Count => count; }")]
    [InlineData("partial struct Net { public static int Count; public const int Size = 3; }")]
    [InlineData("[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)] partial struct Net { public int Wins = 3; }")]
    [InlineData("partial class Outer<T> { partial struct Net { } }")]
    public void A_struct_compiles_without_a_warning(string source)
    {
        string documented = source.Replace("public partial struct Net", Network + "public partial struct Net", StringComparison.Ordinal);
        string marked = documented == source ? source.Replace("partial struct Net", Network + " partial struct Net", StringComparison.Ordinal) : documented;
        marked = marked.Replace(Network + "public", $"/// <summary>A network.</summary>\n{Network} public", StringComparison.Ordinal);
        AssertClean(marked, Attributes[0], LanguageVersion.Latest);
        AssertClean(marked, Attributes[1], LanguageVersion.CSharp11);
    }

    /// <summary>What an interface asks for, a generated member may give.</summary>
    [Theory]
    [InlineData("interface ILearner { void Update(float rate); void Initialize(int seed); void Forward(System.ReadOnlySpan<float> a, System.Span<float> b); } interface ICounted { static abstract int Rows { get; } int Update(string a) => 1; } [NET] partial class Net : ILearner, ICounted { public static int Rows => 3; }")]
    [InlineData("[NET] partial class Net : XorGen.INetwork<float>, XorGen.IClassifier<float> { }")]
    [InlineData("[NET] partial class Net { void XorGen.INetwork<float>.Update(float rate) { } }")]
    public void Interfaces_of_the_user_compile_without_a_warning(string source) => AssertClean(source, Attributes[0], LanguageVersion.Latest);

    /// <summary>The source has no warning, and the generated files bring none; missing documentation counts.</summary>
    private static void AssertClean(string source, string attribute, LanguageVersion version)
    {
        var settings = new HarnessSettings { LanguageVersion = version, Documentation = DocumentationMode.Diagnose };
        string text = source.Replace(Network, attribute, StringComparison.Ordinal);
        GeneratorRun run = GeneratorHarness.Run(settings, text);
        Assert.Null(run.Exception);
        Assert.Empty(run.GeneratorDiagnostics);
        int networks = source.Split(Network).Length - 1;
        Assert.Equal(networks, run.Files.Count);
        HashSet<string> own = [.. run.Input.GetDiagnostics().Select(diagnostic => diagnostic.ToString())];
        string[] added = [.. run.CompilerDiagnostics.Select(diagnostic => diagnostic.ToString()).Where(diagnostic => !own.Contains(diagnostic))];
        Assert.True(added.Length == 0, string.Join("\n", added));
        Assert.DoesNotContain(run.CompilerDiagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
