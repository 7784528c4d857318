using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>The names that the generated mathematics of one network uses. It is in a namespace of its own, so nothing of the user's can hide them.</summary>
internal sealed class CodeNames
{
    public const string Inline = "[MethodImpl(MethodImplOptions.AggressiveInlining)]";
    public const string NoInline = "[MethodImpl(MethodImplOptions.NoInlining)]";
    public const string Optimize = "[MethodImpl(MethodImplOptions.AggressiveOptimization)]";

    /// <summary>The type parameters of a kernel: the vector and the operations on it.</summary>
    public const string Generics = "<V, L>";

    /// <summary>The alias of the class of elementary functions.</summary>
    public const string Functions = "F";

    public CodeNames(NetworkPlan plan)
    {
        Plan = plan;
        T = plan.Number.Keyword();
        Scalars = new ScalarDialect(plan.Number, Functions);
        Vectors = new LanesDialect(plan.Number, "V", "L", Functions);
        Fours = new LanesDialect(plan.Number, "V4", "L4", Functions);
        Narrow = plan.Number == NumberFormat.Single ? Fours : new LanesDialect(plan.Number, "V2", "L2", Functions);
        NarrowCount = plan.Number == NumberFormat.Single ? 4 : 2;
    }

    public static string Version { get; } = typeof(CodeNames).Assembly.GetName().Version.ToString(3);

    public static string Generated { get; } = $"[GeneratedCode(\"XorGen.Generator\", \"{Version}\")]";

    public NetworkPlan Plan { get; }

    /// <summary>Gets the keyword of the numbers' type.</summary>
    public string T { get; }

    /// <summary>Gets the spelling of single numbers.</summary>
    public ScalarDialect Scalars { get; }

    /// <summary>Gets the spelling over vectors of any width.</summary>
    public LanesDialect Vectors { get; }

    /// <summary>Gets the spelling over vectors of four numbers.</summary>
    public LanesDialect Fours { get; }

    /// <summary>Gets the spelling over vectors of 128 bits.</summary>
    public LanesDialect Narrow { get; }

    /// <summary>Gets the number of lanes of those.</summary>
    public int NarrowCount { get; }

    /// <summary>Gets the constraints of a kernel's type parameters.</summary>
    public string Constraints => $"    where V : struct where L : struct, ILanes<V, {T}>";

    /// <summary>Gets the namespace of the mathematics.</summary>
    public string Namespace => "XorGen.Generated." + Plan.Type.GeneratedName;

    /// <summary>Gets the type of the runtime that has the vectors of the precision.</summary>
    public string VectorsType => $"global::XorGen.Numerics.{Plan.Number}Vectors";

    /// <summary>Gets the modifier of a member of the user's type that changes nothing.</summary>
    public string Readonly => Plan.Type.IsStruct ? "readonly " : string.Empty;

    public string Literal(double value) => Plan.Number.Literal(value);

    /// <summary>Names a generated type from the user's part.</summary>
    public string Global(string type) => $"global::{Namespace}.{type}";

    /// <summary>Writes the directives inside of the namespace.</summary>
    public void WriteUsings(SourceWriter writer)
    {
        string vector = "global::System.Runtime.Intrinsics.Vector";
        string lanes = "global::XorGen.Numerics.Lanes";
        writer.Write(
            """
            using global::System;
            using global::System.CodeDom.Compiler;
            using global::System.Runtime.CompilerServices;
            using global::System.Runtime.InteropServices;
            using global::XorGen;
            """);
        writer.Write($"using global::XorGen.{Plan.Layout};");
        writer.Write("using global::XorGen.Numerics;");
        writer.Write("using nuint = global::System.UIntPtr;");
        writer.Write($"using {Functions} = global::XorGen.Numerics.Elementary{Plan.Number};");
        if (Plan.Layout == Layout.Blocked)
        {
            if (Plan.Layers.Any(layer => layer.Elementwise is { FunctionMethod: not null } or { SlopeMethod: not null }))
            {
                writer.Write($"using static global::{Namespace}.Network;");
            }

            return;
        }

        int four = Plan.Number == NumberFormat.Single ? 128 : 256;
        writer.Write($"using V4 = {vector}{four}<{T}>;");
        writer.Write($"using L4 = {lanes}{four}{Plan.Number};");
        if (Narrow != Fours)
        {
            writer.Write($"using V2 = {vector}128<{T}>;");
            writer.Write($"using L2 = {lanes}128{Plan.Number};");
        }
    }
}
