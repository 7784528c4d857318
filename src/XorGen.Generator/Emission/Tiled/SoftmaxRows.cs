using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Tiled;

/// <summary>
/// Writes the softmax of a padded row and its losses. Sums over a row are made in virtual lanes, column j in lane j modulo
/// their number.
/// </summary>
internal sealed class SoftmaxRows(Vocabulary words)
{
    private NetworkPlan Plan => words.Plan;

    private DensePlan Output => Plan.Output;

    private int VirtualLanes => Plan.Number.Lanes();

    public IEnumerable<string> Names => Output.Activation is SoftmaxActivation ? ["ComputeExponentials"] : [];

    private string Sum => $"{Vocabulary.Numerics}.VirtualLanes.Sum(ref lanes[0], {VirtualLanes})";

    public void Write(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>e_j = exp(z_j - largest z), zeros after the outputs; and their sum. No exponential overflows.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open(
            $"private static {words.T} ComputeExponentials{words.VectorGenerics}(ref {words.T} z, ref {words.T} e, out {words.T} largest)\n{words.VectorConstraints}");
        Expression exponential = Expression.Exp((Expression)new Variable("value") - new Broadcast("largest"));
        writer.Write(
            $$"""
            {{words.Span}} lanes = stackalloc {{words.T}}[{{VirtualLanes}}];
            lanes.Fill({{words.T}}.NegativeInfinity);
            """);
        WriteColumns(
            writer,
            $"{words.Vector} value = {words.Lanes}.Select(mask, {words.Lanes}.Load(ref z, column), {words.Lanes}.Create({words.T}.NegativeInfinity));",
            $"{words.Lanes}.Store({words.Lanes}.Max(value, {words.Lanes}.Load(ref lanes[0], lane)), ref lanes[0], lane);");
        writer.Separate();
        writer.Write($"largest = {Vocabulary.Numerics}.VirtualLanes.Largest<{words.T}>(lanes);\nlanes.Clear();");
        WriteColumns(
            writer,
            $"{words.Vector} value = {words.Lanes}.Load(ref z, column);",
            $"value = {words.Lanes}.Select(mask, {words.Vectors.Print(exponential)}, {words.Lanes}.Zero);",
            $"{words.Lanes}.Store(value, ref e, column);",
            AddToLane("value"));
        writer.Separate();
        writer.Write($"return {Sum};");
        writer.Close();
    }

    /// <summary>Writes the statements that turn "rows" rows of z in "from" to a in "to".</summary>
    public void WriteActivation(SourceWriter writer)
    {
        writer.Open("for (int row = 0; row < rows; row++)");
        writer.Write($"ref {words.T} z = ref {Vocabulary.Unsafe}.Add(ref from, row * {Output.PaddedOutputs});");
        writer.Write($"ref {words.T} a = ref {Vocabulary.Unsafe}.Add(ref to, row * {Output.PaddedOutputs});");
        writer.Write($"{words.T} total = ComputeExponentials{words.VectorGenerics}(ref z, ref a, out _);");
        writer.Open($"for (nuint column = 0; column < {Output.PaddedOutputs}; column += (nuint){words.Lanes}.Count)");
        writer.Write($"{words.Lanes}.Store({words.Lanes}.Divide({words.Lanes}.Load(ref a, column), {words.Lanes}.Create(total)), ref a, column);");
        writer.Close();
        writer.Close();
    }

    /// <summary>
    /// Writes the statements that add the losses of "rows" rows to "sums" and turn z in "outputs" to the scaled derivative;
    /// "e" is memory for a row.
    /// </summary>
    public void WriteLoss(SourceWriter writer)
    {
        writer.Write($"{words.Span} lanes = stackalloc {words.T}[{VirtualLanes}];");
        writer.Open("for (int row = 0; row < rows; row++)");
        writer.Write(
            $"""
            ref {words.T} z = ref {Vocabulary.Unsafe}.Add(ref outputs, row * {Output.PaddedOutputs});
            ref {words.T} y = ref {Vocabulary.Unsafe}.Add(ref targets, row * {Output.PaddedOutputs});
            {words.T} total = ComputeExponentials{words.VectorGenerics}(ref z, ref e, out {words.T} largest);
            """);
        if (Plan.Loss is ElementwiseLoss loss)
        {
            WriteElementwise(writer, loss);
        }
        else
        {
            WriteCrossEntropy(writer);
        }

        writer.Close();
    }

    private void WriteCrossEntropy(SourceWriter writer)
    {
        writer.Write($"{words.T} logTotal = {words.Elementary}.Log(total);");
        writer.Separate();
        writer.Write("// The sum of the targets: 1 where they are a distribution.");
        writer.Write("lanes.Clear();");
        WriteColumns(
            writer,
            $"{words.Vector} target = {words.Lanes}.Select(mask, {words.Lanes}.Load(ref y, column), {words.Lanes}.Zero);",
            AddToLane("target"));
        writer.Write($"{words.T} targetSum = {Sum};");
        writer.Separate();
        writer.Write("// -log a_j = logTotal - (z_j - largest), and the derivative by z_j is a_j targetSum - y_j.");
        writer.Write("lanes.Clear();");
        var z = new Variable("value");
        var target = new Variable("target");
        var a = new Variable("a");
        Expression value = target * (new Broadcast("logTotal") - (z - (Expression)new Broadcast("largest")));
        Expression delta = Expression.FusedMultiplyAdd(a, new Broadcast("targetSum"), -(Expression)target) * new Broadcast("scale");
        WriteColumns(
            writer,
            $"{words.Vector} value = {words.Lanes}.Load(ref z, column);",
            $"{words.Vector} target = {words.Lanes}.Load(ref y, column);",
            $"{words.Vector} loss = {words.Lanes}.Select(mask, {words.Vectors.Print(value)}, {words.Lanes}.Zero);",
            AddToLane("loss"),
            $"{words.Vector} a = {words.Lanes}.Divide({words.Lanes}.Load(ref e, column), {words.Lanes}.Create(total));",
            $"{words.Lanes}.Store({words.Lanes}.Select(mask, {words.Vectors.Print(delta)}, {words.Lanes}.Zero), ref z, column);");
        writer.Write($"sums += {Sum};");
    }

    private void WriteElementwise(SourceWriter writer, ElementwiseLoss loss)
    {
        var a = new Variable("a");
        var target = new Variable("target");
        var slope = new Variable("slope");
        string load = $"{words.Vector} target = {words.Lanes}.Load(ref y, column);";
        writer.Write("lanes.Clear();");
        WriteColumns(
            writer,
            $"{words.Vector} a = {words.Lanes}.Divide({words.Lanes}.Load(ref e, column), {words.Lanes}.Create(total));",
            load,
            $"{words.Lanes}.Store(a, ref e, column);",
            $"{words.Vector} loss = {words.Lanes}.Select(mask, {words.Vectors.Print(loss.Value(a, target))}, {words.Lanes}.Zero);",
            AddToLane("loss"));
        writer.Write($"sums += {Sum};");
        writer.Separate();
        writer.Write("// The derivative by z_j is a_j (slope_j - sum_k slope_k a_k), slope being the derivative by a.");
        writer.Write("lanes.Clear();");
        WriteColumns(
            writer,
            $"{words.Vector} a = {words.Lanes}.Load(ref e, column);",
            load,
            $"{words.Vector} slope = {words.Vectors.Print(loss.Derivative(a, target))};",
            $"{words.Vector} product = {words.Lanes}.Select(mask, {words.Vectors.Print(slope * (Expression)a)}, {words.Lanes}.Zero);",
            AddToLane("product"));
        writer.Write($"{words.T} slopeSum = {Sum};");
        Expression delta = (Expression)a * ((Expression)slope - new Broadcast("slopeSum")) * new Broadcast("scale");
        WriteColumns(
            writer,
            $"{words.Vector} a = {words.Lanes}.Load(ref e, column);",
            load,
            $"{words.Vector} slope = {words.Vectors.Print(loss.Derivative(a, target))};",
            $"{words.Lanes}.Store({words.Lanes}.Select(mask, {words.Vectors.Print(delta)}, {words.Lanes}.Zero), ref z, column);");
    }

    /// <summary>Writes a loop over the columns of a row, with the mask of those that are outputs and their virtual lane.</summary>
    private void WriteColumns(SourceWriter writer, params string[] statements)
    {
        bool usesLane = statements.Any(statement => statement.Contains(", lane"));
        writer.Open($"for (nuint column = 0; column < {Output.PaddedOutputs}; column += (nuint){words.Lanes}.Count)");
        writer.Write($"{words.Vector} mask = {words.Lanes}.FirstLanes(OutputCount - (int)column);");
        if (usesLane)
        {
            writer.Write($"nuint lane = column % {VirtualLanes};");
        }

        foreach (string statement in statements)
        {
            writer.Write(statement);
        }

        writer.Close();
        writer.Separate();
    }

    private string AddToLane(string value) =>
        $"{words.Lanes}.Store({words.Lanes}.Add({words.Lanes}.Load(ref lanes[0], lane), {value}), ref lanes[0], lane);";
}
