using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>The words that the emitters of one network share.</summary>
internal sealed class Vocabulary
{
    public const string Unsafe = "global::System.Runtime.CompilerServices.Unsafe";
    public const string Memory = "global::System.Runtime.InteropServices.MemoryMarshal";
    public const string Numerics = "global::XorGen.Numerics";
    public const string Check = Numerics + ".Check";
    public const string Labels = "global::System.ReadOnlySpan<int>";
    /// <summary>The type of indices into vectors' memory: not "nuint", which a type of the user's may be called.</summary>
    public const string Index = "global::System.UIntPtr";

    public const string Inline = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]";
    public const string NoInline = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]";

    public const string Optimize = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]";

    private static readonly int[] Widths = [512, 256, 128];

    public Vocabulary(NetworkPlan plan)
    {
        Plan = plan;
        T = plan.Number.Keyword();
        Vector = FreeName("TVector");
        Lanes = FreeName("TLanes");
        Update = FreeName("TUpdate");
        Scalars = new ScalarDialect(plan.Number);
        Vectors = new LanesDialect(plan.Number, Vector, Lanes);
        WidthOfFour = plan.Number == NumberFormat.Single ? 128 : 256;
        Fours = new LanesDialect(plan.Number, VectorOf(WidthOfFour), LanesOf(WidthOfFour));
    }

    public static string Version { get; } = typeof(Vocabulary).Assembly.GetName().Version.ToString(3);

    public static string Generated { get; } = $"[global::System.CodeDom.Compiler.GeneratedCode(\"XorGen.Generator\", \"{Version}\")]";

    public NetworkPlan Plan { get; }

    /// <summary>Gets the keyword of the numbers' type.</summary>
    public string T { get; }

    /// <summary>Gets the name of the type parameter for vectors.</summary>
    public string Vector { get; }

    /// <summary>Gets the name of the type parameter for the operations on them.</summary>
    public string Lanes { get; }

    /// <summary>Gets the name of the type parameter for what becomes of a gradient.</summary>
    public string Update { get; }

    public ScalarDialect Scalars { get; }

    public LanesDialect Vectors { get; }

    /// <summary>Gets the width of a vector of four numbers, in bits.</summary>
    public int WidthOfFour { get; }

    /// <summary>Gets the spelling over vectors of four numbers.</summary>
    public LanesDialect Fours { get; }

    /// <summary>Gets the interface by which the training loop knows the network: the network's own name may be hidden in its members.</summary>
    public string Trainable => $"global::XorGen.Training.ITrainable{(Plan.HasClasses ? "Classifier" : string.Empty)}<{T}>";

    public string ReadOnlySpan => $"global::System.ReadOnlySpan<{T}>";

    public string Span => $"global::System.Span<{T}>";

    public string Elementary => Plan.Number.ElementaryClass();

    /// <summary>Gets the name of the number of targets of a row.</summary>
    public string TargetCount => HasTargetCount ? "TargetCount" : "OutputCount";

    /// <summary>Gets whether that is not the number of outputs.</summary>
    public bool HasTargetCount => Plan.TargetCount != Plan.Spec.Outputs;

    /// <summary>Gets the type arguments or parameters of a method that is generic over the vector.</summary>
    public string VectorGenerics => $"<{Vector}, {Lanes}>";

    /// <summary>Gets their constraints.</summary>
    public string VectorConstraints =>
        $"    where {Vector} : struct\n    where {Lanes} : struct, {Numerics}.ILanes<{Vector}, {T}>";

    /// <summary>Gets the modifier of a method that changes nothing.</summary>
    public string Readonly => Plan.Type.IsStruct ? "readonly " : string.Empty;

    public string Literal(double value) => Plan.Number.Literal(value);

    /// <summary>Calls a method that is generic over the vector, at the widest width that the machine has.</summary>
    /// <param name="method">The method.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="furtherTypes">What follows the vector and the lanes among its type arguments: ", T", or empty.</param>
    public string AtWidestWidth(string method, string arguments, string furtherTypes = "")
    {
        var lines = new List<string>();
        foreach (int width in Widths)
        {
            string header = width == Widths[0] ? $"if ({LanesOf(width)}.IsHardwareAccelerated)\n"
                : width == Widths[Widths.Length - 1] ? "else\n"
                : $"else if ({LanesOf(width)}.IsHardwareAccelerated)\n";
            lines.Add($"{header}{{\n    {method}<{VectorOf(width)}, {LanesOf(width)}{furtherTypes}>({arguments});\n}}");
        }

        return string.Join("\n", lines);
    }

    public string LanesOf(int width) => $"{Numerics}.Lanes{width}{Plan.Number}";

    public string VectorOf(int width) => $"global::System.Runtime.Intrinsics.Vector{width}<{T}>";

    private string FreeName(string name)
    {
        while (Plan.Type.TypeParameters.Contains(name))
        {
            name += "_";
        }

        return name;
    }
}
