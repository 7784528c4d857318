using XorGen.Generator.Catalogue.Initializers;
using XorGen.Generator.Emission.Dropout;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>Writes the constants, constructors, description and parameter access of a network.</summary>
internal static class TypeEmitter
{
    private const string Initialization = $"{Vocabulary.Numerics}.Initialization";

    public static void Write(SourceWriter writer, Vocabulary words, TierEmitter tier)
    {
        NetworkPlan plan = words.Plan;
        WriteConstants(writer, words);
        GuardEmitter.WriteField(writer, words);
        tier.WriteStorage(writer);
        if (plan.Algorithm is not null)
        {
            AlgorithmEmitter.WriteField(writer, words);
        }

        WriteConstructors(writer, words, tier);
        WriteDescription(writer, words);
        WriteInitialize(writer, words, tier);
        WriteCopy(writer, words, "readonly", "GetParameters", words.Span, "destination", tier.WriteGetParameters);
        WriteCopy(writer, words, string.Empty, "SetParameters", words.ReadOnlySpan, "source", tier.WriteSetParameters);
        WriteCopy(writer, words, "readonly", "GetGradients", words.Span, "destination", tier.WriteGetGradients);
    }

    /// <summary>Writes the statement that draws a layer's weights, in rows that are a stride apart; the text "row" is row i.</summary>
    public static string DrawWeights(NetworkPlan plan, DensePlan layer, string target, string row, int stride)
    {
        string sizes = $"{layer.Inputs}, {layer.Outputs}, {stride}";
        Distribution distribution = plan.Initializer.Weights(layer.Inputs, layer.Outputs, plan.Spec.InitializerScale);
        return distribution switch
        {
            OrthogonalStart orthogonal => $"{Initialization}.Orthogonal(ref random, {target}, {sizes}, {Number(orthogonal.Gain)});",
            NguyenWidrowStart start => $"{Initialization}.NguyenWidrow(ref random, {target}, {sizes}, {Number(start.Scale)});",
            _ when stride == layer.Outputs => Draw(distribution, target),
            _ => $$"""
                for (int i = 0; i < {{layer.Inputs}}; i++)
                {
                    {{Draw(distribution, row)}}
                }

                """,
        };
    }

    /// <summary>Writes the statement that draws a layer's biases.</summary>
    public static string DrawBiases(NetworkPlan plan, DensePlan layer, string target) =>
        plan.Initializer.Biases(layer.Inputs, layer.Outputs, plan.Spec.InitializerScale) is { } distribution and not NguyenWidrowStart
            ? Draw(distribution, target)
            : $"{Initialization}.NguyenWidrowBiases(ref random, {target}, {layer.Inputs}, {layer.Outputs}, {Number(plan.Spec.InitializerScale)});";

    /// <summary>Writes the statement that sets the learned parameter of a layer's activation, where it has one, to its start.</summary>
    public static void WriteAlpha(SourceWriter writer, Vocabulary words, DensePlan layer, string target)
    {
        if (layer.IsLearned)
        {
            writer.Write($"{target} = {words.Literal(layer.Activation.Parameters.Alpha)};");
        }
    }

    /// <summary>Writes the statement that draws a run of parameters.</summary>
    private static string Draw(Distribution distribution, string target) => distribution switch
    {
        UniformDistribution uniform => $"{Initialization}.Uniform(ref random, {target}, {Number(uniform.Low)}, {Number(uniform.High)});",
        NormalDistribution normal => $"{Initialization}.Normal(ref random, {target}, {Number(normal.StandardDeviation)});",
        TruncatedNormalDistribution normal => $"{Initialization}.TruncatedNormal(ref random, {target}, {Number(normal.StandardDeviation)});",
        ConstantStart { Value: not 0 } constant => $"{Initialization}.Constant({target}, {Number(constant.Value)});",
        _ => $"{target}.Clear();",
    };

    private static string Number(double value) => Model.NumberFormats.Literal(Model.NumberFormat.Double, value);

    private static void WriteConstants(SourceWriter writer, Vocabulary words)
    {
        NetworkPlan plan = words.Plan;
        writer.Write(
            $"""
            /// <summary>The number of inputs of a row.</summary>
            public const int InputCount = {plan.Spec.Inputs};

            /// <summary>The number of outputs of a row.</summary>
            public const int OutputCount = {plan.Spec.Outputs};
            """);
        if (words.HasTargetCount)
        {
            writer.Separate();
            writer.Write($"/// <summary>The number of targets of a row: the outputs are as many means, then their variances.</summary>\npublic const int TargetCount = {plan.TargetCount};");
        }

        writer.Separate();
        writer.Write(
            $"""
            /// <summary>The number of {plan.ParameterNames}.</summary>
            public const int ParameterCount = {plan.ParameterCount};

            private int _seed;
            """);
    }

    private static void WriteConstructors(SourceWriter writer, Vocabulary words, TierEmitter tier)
    {
        string name = words.Plan.Type.EscapedName;
        string attributes = words.Plan.Type.SetsRequiredMembers
            ? $"{Vocabulary.Generated}\n[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]"
            : Vocabulary.Generated;
        writer.Separate();
        writer.Write(
            $$"""
            /// <summary>Creates the network with the parameters that the attribute's seed, {{words.Plan.Spec.Seed}}, gives.</summary>
            {{attributes}}
            public {{name}}()
                : this({{words.Plan.Spec.Seed}})
            {
            }

            /// <summary>Creates the network with the parameters that a seed gives.</summary>
            /// <param name="seed">Any number. The same seed gives the same parameters on every machine.</param>
            {{attributes}}
            """);
        writer.Open($"public {name}(int seed)");
        tier.WriteConstruction(writer);
        writer.Write("Initialize(seed);");
        writer.Close();
    }

    private static void WriteDescription(SourceWriter writer, Vocabulary words)
    {
        NetworkPlan plan = words.Plan;
        string precision = $"global::XorGen.Precision.{plan.Number}";
        string targets = words.HasTargetCount ? "        TargetCount = TargetCount,\n" : string.Empty;
        IEnumerable<string> layers = plan.Layers.SelectMany(layer => layer.Dropout is { } dropout
            ? [DropoutEmitter.Description(dropout, layer.ParameterOffset), Description(layer)]
            : new[] { Description(layer) });
        writer.Separate();
        writer.Write(
            $$"""
            /// <inheritdoc/>
            {{Vocabulary.Generated}}
            {{FilesEmitter.JsonRequired}}
            public {{words.Readonly}}global::XorGen.NetworkDescription Description => StaticDescription.Value;

            /// <summary>Holds the description. A type of its own, so that it is there whenever a static field of the network's own class asks for it, in whatever order they are initialised.</summary>
            {{Vocabulary.Generated}}
            private static class StaticDescription
            {
                public static readonly global::XorGen.NetworkDescription Value = new global::XorGen.NetworkDescription(
                    "{{plan.Type.Name}}",
                    InputCount,
                    OutputCount,
                    ParameterCount,
                    global::System.Array.AsReadOnly(new global::XorGen.LayerDescription[]
                    {
            {{string.Join("\n", layers)}}
                    }),
                    "{{plan.Loss.Name}}",
                    "{{plan.Optimizer.Name}}",
                    "{{plan.Initializer.Name}}",
                    {{precision}},
                    {{Number(plan.DefaultLearningRate)}})
                {
            {{targets}}        Definition =
                        {{FilesEmitter.Definition(plan)}},
                };
            }
            """);
    }

    private static string Description(DensePlan layer) =>
        $"            new global::XorGen.LayerDescription(\"{layer.Kind}\", {layer.Inputs}, {layer.Outputs}, \"{layer.Activation.Name}\", {layer.ParameterOffset}, {layer.ParameterCount}),";

    private static void WriteInitialize(SourceWriter writer, Vocabulary words, TierEmitter tier)
    {
        writer.Separate();
        writer.Write("/// <inheritdoc/>");
        writer.Write(Vocabulary.Generated);
        writer.Open("public void Initialize(int seed)");
        GuardEmitter.WriteEnter(writer, words);
        writer.Write("_seed = seed;");
        writer.Write($"{Vocabulary.Numerics}.RandomSource random = new {Vocabulary.Numerics}.RandomSource(seed);");
        tier.WriteInitialization(writer);
        if (words.Plan.Algorithm is not null)
        {
            AlgorithmEmitter.WriteReset(writer);
        }

        writer.Close();
    }

    private static void WriteCopy(
        SourceWriter writer, Vocabulary words, string modifier, string name, string type, string parameter, Action<SourceWriter> body)
    {
        string prefix = modifier.Length > 0 && words.Plan.Type.IsStruct ? modifier + " " : string.Empty;
        writer.Separate();
        writer.Write("/// <inheritdoc/>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"public {prefix}void {name}({type} {parameter})");
        if (name == "SetParameters")
        {
            GuardEmitter.WriteEnter(writer, words);
        }

        writer.Write($"{Vocabulary.Check}.Length({parameter}.Length, ParameterCount, \"{parameter}\");");
        body(writer);
        writer.Close();
    }
}
