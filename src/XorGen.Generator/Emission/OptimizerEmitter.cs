using XorGen.Generator.Catalogue.Optimizers;
using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>Writes the optimizer as a type: its counters, the numbers of the step under way, and the step. It is the same in both layouts.</summary>
internal sealed class OptimizerEmitter(CodeNames names)
{
    /// <summary>The name of the type.</summary>
    public const string Type = "Optimizer";

    /// <summary>The name of the type of a step.</summary>
    public const string StepType = "Step";

    private const string ClipFactor = "clipFactor";

    private readonly ScalarDialect doubles = new(NumberFormat.Double, "ElementaryDouble");

    private NetworkPlan Plan => names.Plan;

    private OptimizerStep Step => Plan.Step;

    /// <summary>Gets whether biases are told from weights by a table, and not by the range that they are in.</summary>
    private bool HasBiasTable => Plan.HasBiasRate && Plan.Layout == Layout.Unrolled;

    /// <summary>Gets the distance between the numbers that are kept of a parameter.</summary>
    private int Stride => Plan.Layout == Layout.Unrolled ? Plan.PaddedParameterCount : Plan.BlockLength;

    public void Write(SourceWriter writer)
    {
        writer.Separate();
        writer.Write($"/// <summary>What {Plan.Optimizer.Name} keeps between steps, beside a number for each parameter.</summary>");
        writer.Write(CodeNames.Generated);
        writer.Open($"internal struct {Type} : IOptimizer<{Type}, {StepType}, {names.T}>");
        foreach (Counter counter in Step.Counters)
        {
            string access = counter.Variable.Name == DropoutPlan.PositionField ? "public" : "private";
            writer.Write($"{access} double {counter.Variable.Name}; // {counter.Summary}");
        }

        writer.Separate();
        writer.Write($"public static int StateCount => {Step.States.Count};");
        writer.Write($"public static int CounterCount => {Step.Counters.Count};");
        if (Plan.ClipsGradient)
        {
            writer.Write("public static bool ClipsGradient => true;");
        }

        if (Plan.HasBiasRate)
        {
            writer.Write("public static bool HasBiasStep => true;");
        }

        if (Plan.Drops)
        {
            writer.Separate();
            writer.Write($"public static double DropoutPosition(in {Type} optimizer) => optimizer.{DropoutPlan.PositionField};");
            writer.Write($"public static void Reset(ref {Type} optimizer, int seed) => optimizer = new {Type} {{ {DropoutPlan.PositionField} = {DropoutPlan.Position.Start} }};");
        }

        WriteNext(writer);
        writer.Close();
        writer.Separate();
        writer.Write($"/// <summary>A step of {Plan.Optimizer.Name}: <c>{Formulas.Escape(Plan.Optimizer.Formula)}</c></summary>");
        writer.Write(CodeNames.Generated);
        writer.Open($"internal struct {StepType} : IParameterUpdate<{names.T}>");
        string[] scalars = [.. Step.Scalars.Select(scalar => scalar.Name), .. HasBiasTable ? Step.Scalars.Where(DiffersForBiases).Select(BiasName) : [], .. Plan.ClipsGradient ? new[] { ClipFactor } : []];
        if (scalars.Length > 0)
        {
            writer.Write($"public {names.T} {string.Join(", ", scalars)};");
        }

        WriteBiasTable(writer);
        WriteApply(writer);
        writer.Close();
    }

    private static string BiasName(StepScalar scalar) => "bias" + char.ToUpperInvariant(scalar.Name[0]) + scalar.Name.Substring(1);

    /// <summary>Writes the method that advances the counters and computes the numbers that are the same for all parameters.</summary>
    private void WriteNext(SourceWriter writer)
    {
        writer.Separate();
        writer.Write(CodeNames.Inline);
        writer.Open($"public {StepType} Next({names.T} learningRate, ReadOnlySpan<{names.T}> gradient, out {StepType} biases)");
        foreach (Counter counter in Step.Counters)
        {
            writer.Write($"{counter.Variable.Name} = {doubles.Print(counter.Next)};");
        }

        writer.Write($"{StepType} step = default;");
        foreach (StepScalar scalar in Step.Scalars)
        {
            writer.Write($"step.{scalar.Name} = {Rounded(doubles.Print(scalar.Value))};");
        }

        if (Plan.ClipsGradient)
        {
            string limit = doubles.Print(new Constant(Plan.Spec.Optimizer.GradientClipNorm));
            writer.Write($"step.{ClipFactor} = GradientNorm.ClipFactor(gradient, {limit});");
        }

        StepScalar[] different = [.. Step.Scalars.Where(DiffersForBiases)];
        if (!HasBiasTable)
        {
            writer.Write("biases = step;");
        }

        foreach (StepScalar scalar in different)
        {
            string target = HasBiasTable ? $"step.{BiasName(scalar)}" : $"biases.{scalar.Name}";
            Expression rate = Plan.Spec.Optimizer.BiasLearningRateScale * (Expression)OptimizerStep.LearningRate;
            string value = scalar.IsZeroForBiases ? names.Literal(0) : Rounded(doubles.Print(scalar.Value.Replace(OptimizerStep.LearningRate, rate)));
            writer.Write($"{target} = {value};");
        }

        if (HasBiasTable)
        {
            writer.Write("biases = step;");
        }

        writer.Write("return step;");
        writer.Close();
    }

    /// <summary>Writes the table by which a step on neighbouring parameters tells biases from weights.</summary>
    private void WriteBiasTable(SourceWriter writer)
    {
        if (!HasBiasTable)
        {
            return;
        }

        bool[] isBias = [.. Plan.Layers.SelectMany(layer => Enumerable.Range(0, layer.ParameterCount).Select(i => i >= layer.Inputs * layer.Outputs))];
        string[] entries = [.. Enumerable.Range(0, Stride).Select(i => i < isBias.Length && isBias[i] ? "1" : "0")];
        writer.Separate();
        writer.Write("/// <summary>1 for biases, in flat order: they have numbers of their own in a step.</summary>");
        writer.WriteList($"private static ReadOnlySpan<{names.T}> IsBias => new {names.T}[] {{ ", entries, " };");
    }

    private void WriteApply(SourceWriter writer)
    {
        string Place(int index) => index == 1 ? $"i + {Stride}" : $"i + {index * Stride}";

        writer.Separate();
        writer.Write(CodeNames.Inline);
        writer.Open($"public readonly void Apply<V, L>(V {OptimizerStep.Gradient.Name}, ref {names.T} parameters, ref {names.T} training, nuint i)\n{names.Constraints}");
        writer.Write($"V {OptimizerStep.Parameter.Name} = L.Load(ref parameters, i);");
        int index = 1;
        foreach (StateVariable state in Step.States)
        {
            writer.Write($"V {state.Variable.Name} = L.Load(ref training, {Place(index++)});");
        }

        if (HasBiasTable)
        {
            writer.Write("V isBias = L.GreaterThan(L.Load(ref MemoryMarshal.GetReference(IsBias), i), L.Zero);");
            foreach (StepScalar scalar in Step.Scalars.Where(DiffersForBiases))
            {
                writer.Write($"V {scalar.Name} = L.Select(isBias, L.Create({BiasName(scalar)}), L.Create(this.{scalar.Name}));");
            }
        }

        if (Plan.ClipsGradient)
        {
            Variable gradient = OptimizerStep.Gradient;
            writer.Write($"{gradient.Name} = {names.Vectors.Print(gradient * (Expression)new Broadcast(ClipFactor))};");
        }

        // Roots are divided by that of 1 - beta2^t at most.
        double largestFactor = 1 / Math.Sqrt(1 - Plan.Spec.Optimizer.Beta2);
        bool isMany = Plan.Layout == Layout.Blocked;
        if (isMany && Step.States.Count > 0)
        {
            writer.Write("// Products and roots to the usual bits, but not slower where what is kept has decayed to subnormal numbers.");
        }

        foreach (Assignment assignment in Step.Assignments)
        {
            Expression value = isMany ? Subnormals.Avoid(assignment.Value, Plan.Number, largestFactor) : assignment.Value;
            if (HasBiasTable)
            {
                value = Step.Scalars.Where(DiffersForBiases).Aggregate(value, (tree, scalar) => tree.Replace(scalar.Reference, new Variable(scalar.Name)));
            }

            WriteAssignment(writer, assignment.Target.Name, value);
        }

        writer.Write($"L.Store({OptimizerStep.Parameter.Name}, ref parameters, i);");
        index = 1;
        foreach (StateVariable state in Step.States)
        {
            writer.Write($"L.Store({state.Variable.Name}, ref training, {Place(index++)});");
        }

        writer.Close();
    }

    /// <summary>Writes an assignment; what is subtracted from the parameter has a name where the line would be too long.</summary>
    private void WriteAssignment(SourceWriter writer, string target, Expression value)
    {
        if (target == OptimizerStep.Parameter.Name && value is Binary { Right: var right } binary && !writer.Fits($"{target} = {names.Vectors.Print(value)};"))
        {
            writer.Write($"V step = {names.Vectors.Print(right)};");
            value = binary with { Right = new Variable("step") };
        }

        writer.Write($"{target} = {names.Vectors.Print(value)};");
    }

    private bool DiffersForBiases(StepScalar scalar) => scalar.IsZeroForBiases || HasOwnRate(scalar);

    private bool HasOwnRate(StepScalar scalar) =>
        Plan.Spec.Optimizer.BiasLearningRateScale != 1 && scalar is { DependsOnLearningRate: true, IsZeroForBiases: false };

    private string Rounded(string value) => Plan.Number == NumberFormat.Single ? $"(float)({value})" : value;
}
