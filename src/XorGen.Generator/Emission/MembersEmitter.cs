using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>
/// Writes the user's part of a network: its public members, each a line that calls the runtime, and the field that holds it all. The user's own
/// types are around it, so every name is a full one.
/// </summary>
internal sealed class MembersEmitter(CodeNames names, ILayoutEmitter layout)
{
    /// <summary>The field that holds the network.</summary>
    public const string Field = "_network";

    /// <summary>The field that holds a second-order optimizer.</summary>
    public const string OptimizerField = "_optimizer";

    private const string Labels = "global::System.ReadOnlySpan<int>";
    private const string Loop = "global::XorGen.Training.TrainingLoop";

    private NetworkPlan Plan => names.Plan;

    private string T => names.T;

    private string Read => $"global::System.ReadOnlySpan<{T}>";

    private string Span => $"global::System.Span<{T}>";

    private string Batch => $"in global::XorGen.Batch<{T}> batch";

    private string Trainable => $"global::XorGen.Training.ITrainable<{T}>";

    /// <summary>Gets what Train and the like are called on.</summary>
    private string Trainer => Plan.Algorithm is null ? Field : OptimizerField;

    public void Write(SourceWriter writer)
    {
        WriteType(writer);
        WriteFields(writer);
        WriteConstructors(writer);
        WriteForward(writer);
        WriteTraining(writer);
        WriteParameters(writer);
        FilesEmitter.Write(writer, names);
        WriteExplicit(writer);
        writer.Close();
    }

    private static string ArgumentsOf(IEnumerable<string> parameters) =>
        string.Join(", ", parameters.Select(parameter => parameter.Split(' ')[1]));

    private void WriteType(SourceWriter writer)
    {
        SummaryEmitter.Write(writer, Plan);
        if (Plan.Type.IsStruct)
        {
            writer.Write("[global::System.Diagnostics.CodeAnalysis.SuppressMessage(\"Performance\", \"CA1815\", Justification = \"Networks are not compared.\")]");
        }

        if (!Plan.Type.HasJsonConverter)
        {
            writer.Write(FilesEmitter.JsonAttribute);
        }

        if (Plan.Type.HasLooseFields)
        {
            writer.Write("[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Auto)]");
        }

        string contract = Plan.Loss.TakesLabels ? "IClassifier" : "INetwork";
        string threads = Plan.Layout == Layout.Blocked ? ", global::XorGen.Training.IThreadedTraining" : string.Empty;
        string guard = Plan.Type.IsStruct ? string.Empty : ", global::XorGen.Training.IGuardedTraining";
        writer.Open($"{Plan.Type.Declaration} : global::XorGen.{contract}<{T}>, {Trainable}{threads}{guard}");
    }

    private void WriteFields(SourceWriter writer)
    {
        writer.Write("/// <summary>The number of inputs of a sample.</summary>");
        writer.Write($"public const int InputCount = {Plan.Spec.Inputs};");
        writer.Separate();
        writer.Write("/// <summary>The number of outputs of a sample.</summary>");
        writer.Write($"public const int OutputCount = {Plan.Spec.Outputs};");
        if (Plan.TargetCount != Plan.Spec.Outputs)
        {
            writer.Separate();
            writer.Write("/// <summary>The number of targets of a sample: the outputs are as many means, then their variances.</summary>");
            writer.Write($"public const int TargetCount = {Plan.TargetCount};");
        }

        writer.Separate();
        writer.Write($"/// <summary>The number of {Plan.ParameterNames}.</summary>");
        writer.Write($"public const int ParameterCount = {Plan.ParameterCount};");
        writer.Separate();
        writer.WriteList("private " + layout.NetworkType[0], [.. layout.NetworkType.Skip(1)], $"> {Field};");
        if (Plan.Algorithm is { } algorithm)
        {
            writer.Write($"private global::XorGen.SecondOrder.SecondOrderMemory<{T}, global::XorGen.SecondOrder.{algorithm.Class}<{T}>> {OptimizerField};");
        }
    }

    private void WriteConstructors(SourceWriter writer)
    {
        string name = Plan.Type.EscapedName;
        writer.Separate();
        writer.Write($"/// <summary>Creates the network with the parameters that the attribute's seed, {Plan.Spec.Seed}, gives.</summary>");
        WriteAttribute();
        writer.Write($"public {name}() : this({Plan.Spec.Seed}) {{ }}");
        writer.Separate();
        writer.Write("/// <summary>Creates the network with the parameters that a seed gives: the same ones on every machine.</summary>");
        writer.Write("/// <param name=\"seed\">Any number.</param>");
        WriteAttribute();
        writer.Write($"public {name}(int seed) => {Field}.Initialize(seed);");
        writer.Separate();
        writer.Write("/// <inheritdoc/>");
        writer.Write(FilesEmitter.JsonRequired);
        writer.Write($"public {names.Readonly}global::XorGen.NetworkDescription Description => {Field}.Description;");
        if (Plan.Algorithm is null)
        {
            Method(writer, "void Initialize", ["int seed"], $"{Field}.Initialize(seed)");
            return;
        }

        writer.Separate();
        writer.Write("/// <inheritdoc/>");
        writer.Open("public void Initialize(int seed)");
        writer.Write($"{Field}.Initialize(seed);");
        writer.Write($"{OptimizerField}.Reset();");
        writer.Close();

        void WriteAttribute()
        {
            if (Plan.Type.SetsRequiredMembers)
            {
                writer.Write("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
            }
        }
    }

    private void WriteForward(SourceWriter writer)
    {
        string[] inputs = [.. Enumerable.Range(0, Plan.Spec.Inputs).Select(i => $"{T} x{i}")];
        if (Plan.HasArgumentForward)
        {
            writer.Separate();
            writer.Write("/// <summary>Computes the output of one sample.</summary>");
            WriteRemarks(writer);
            Lines(writer, $"public {names.Readonly}{T} Forward", inputs, layout.ArgumentForward(ArgumentsOf(inputs)));
        }

        Method(writer, $"{names.Readonly}void Forward", [$"{Read} input", $"{Span} output"], $"{Field}.Forward(input, output)");
        Method(writer, $"{names.Readonly}void Predict", [$"{Read} inputs", $"{Span} outputs"], $"{Field}.Predict(inputs, outputs)");
        AnswerEmitter.Write(writer, names);
    }

    private void WriteRemarks(SourceWriter writer) => writer.Write($"/// <remarks>\n{Formulas.Network(Plan)}\n/// </remarks>");

    private void WriteTraining(SourceWriter writer)
    {
        writer.Separate();
        foreach (string targets in Plan.Loss.TakesLabels ? new[] { $"{Read} targets", $"{Labels} labels" } : [$"{Read} targets"])
        {
            string[] rows = [$"{Read} inputs", targets];
            string arguments = ArgumentsOf(rows);
            string me = Plan.Algorithm is null ? string.Empty : "this, ";
            Method(writer, $"{names.Readonly}{T} Evaluate", rows, $"{Field}.Evaluate({arguments})");
            Method(writer, $"{T} Backward", rows, $"{Field}.Backward({arguments})");
            Method(writer, $"{T} Train", [.. rows, $"{T} learningRate"], $"{Trainer}.Train({me}{arguments}, learningRate)");
            WriteFit(writer, rows, arguments);
        }

        if (Plan.Loss.TakesLabels)
        {
            Method(writer, $"{names.Readonly}double Accuracy", [$"{Read} inputs", $"{Labels} labels"], $"{Field}.Accuracy(inputs, labels)");
        }

        string update = Plan.Algorithm switch
        {
            null => $"{Field}.Update(learningRate)",
            { UpdateRefusal: string refusal } => $"throw new global::System.NotSupportedException(\"{refusal}\")",
            _ => $"{OptimizerField}.Of(ParameterCount).Update(this, learningRate)",
        };
        writer.Write("/// <inheritdoc/>");
        if (Plan.Algorithm is { UpdateRefusal: not null })
        {
            writer.Write("/// <exception cref=\"global::System.NotSupportedException\">Always: the step needs rows.</exception>");
        }

        Lines(writer, "public void Update", [$"{T} learningRate"], update);
    }

    private void WriteFit(SourceWriter writer, string[] rows, string arguments)
    {
        bool isLabels = rows[1].StartsWith(Labels, StringComparison.Ordinal);
        string baseline = isLabels ? string.Empty : $", global::XorGen.Training.BaselineLoss.{Plan.Loss.Baseline}";
        string smoothing = Plan.Loss.LabelSmoothing == 0 ? string.Empty : $", {NumberFormat.Double.Literal(Plan.Loss.LabelSmoothing)}";
        Method(
            writer,
            "global::XorGen.TrainingReport Fit",
            [.. rows, "global::XorGen.TrainingOptions? options = null"],
            $"{Loop}.Fit({(Plan.Type.IsStruct ? "ref this" : "this")}, {arguments}, options, {Field}.Seed{baseline}{smoothing})");
    }

    private void WriteParameters(SourceWriter writer)
    {
        writer.Separate();
        Method(writer, $"{names.Readonly}void GetParameters", [$"{Span} destination"], $"{Field}.GetParameters(destination)");
        Method(writer, "void SetParameters", [$"{Read} source"], $"{Field}.SetParameters(source)");
        Method(writer, $"{names.Readonly}void GetGradients", [$"{Span} destination"], $"{Field}.GetGradients(destination)");
    }

    /// <summary>Writes what the training loop needs beyond the public members.</summary>
    private void WriteExplicit(SourceWriter writer)
    {
        const string Counters = "global::System.Span<double> counters";
        string me = Plan.Algorithm is null ? string.Empty : "this, ";
        writer.Separate();
        writer.Write($"int {Trainable}.Seed {{ get => {Field}.Seed; set => {Field}.Seed = value; }}");
        writer.Write($"int {Trainable}.StateCount => {Trainer}.StateCount;");
        writer.Write($"int {Trainable}.CounterCount => {Trainer}.CounterCount;");
        Lines(writer, $"void {Trainable}.GetState", [$"{Span} state", Counters], $"{Trainer}.GetState({me}state, counters)");
        Lines(writer, $"void {Trainable}.SetState", [$"{Read} state", Counters.Replace("Span", "ReadOnlySpan")], $"{Trainer}.SetState({me}state, counters)");
        Lines(writer, $"{T} {Trainable}.Evaluate", [Batch], $"{Field}.Evaluate(batch)");
        Lines(writer, $"{T} {Trainable}.Backward", [Batch], $"{Field}.Backward(batch)");
        Lines(writer, $"{T} {Trainable}.Train", [Batch, $"{T} learningRate"], $"{Trainer}.Train({me}batch, learningRate)");
        if (Plan.Layout == Layout.Blocked)
        {
            Lines(writer, "void global::XorGen.Training.IThreadedTraining.UseThreads", ["int most"], $"{Field}.Threads = most");
        }

        if (!Plan.Type.IsStruct)
        {
            writer.Write($"ref global::XorGen.Training.TrainingGuard global::XorGen.Training.IGuardedTraining.Guard => ref {Field}.Guard;");
        }

        FilesEmitter.WriteRefusals(writer, names);
    }

    public static void Method(SourceWriter writer, string name, string[] parameters, string body)
    {
        writer.Write("/// <inheritdoc/>");
        Lines(writer, "public " + name, parameters, body);
    }

    /// <summary>Writes a method that is one expression, broken into lines where it is too long for one.</summary>
    public static void Lines(SourceWriter writer, string name, string[] parameters, string body)
    {
        string whole = $"{name}({string.Join(", ", parameters)}) => {body};";
        if (writer.Fits(whole))
        {
            writer.Write(whole);
            return;
        }

        writer.WriteList($"{name}(", parameters, ") =>");
        writer.Write($"    {body};");
    }
}
