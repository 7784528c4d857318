using System.Globalization;
using XorGen.Generator.Emission.Scalar;
using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Dropout;

/// <summary>Writes dropout where the rows are in the lanes: each neuron's factors are local variables.</summary>
internal sealed class DropoutEmitter(Vocabulary words)
{
    /// <summary>The method that computes factors out of line.</summary>
    public const string FactorsMethod = "DropoutFactors";

    /// <summary>The number of a block's first row in the batch.</summary>
    public const string Row = "row";

    private NetworkPlan Plan => words.Plan;

    private IEnumerable<DropoutPlan> Dropouts => Plan.Layers.Select(layer => layer.Dropout).OfType<DropoutPlan>();

    /// <summary>Gets whether factors are computed out of line, so that the kernels stay small.</summary>
    private bool IsOutOfLine => Dropouts.Sum(dropout => dropout.Width) > ScalarBudget.MaximumInlinedFunctions;

    public IEnumerable<string> Names => Plan.Drops && IsOutOfLine ? [FactorsMethod] : [];

    /// <summary>Returns the expression that makes the factors of a step.</summary>
    public static string NewMask(Vocabulary words, DropoutPlan dropout, string position)
    {
        string rate = NumberFormat.Double.Literal(dropout.Rate);
        return $"new {Vocabulary.Numerics}.DropoutMask<{words.T}>({position}, {dropout.Source}, {rate}, {dropout.Width})";
    }

    /// <summary>Returns the line that describes the layer.</summary>
    public static string Description(DropoutPlan dropout, int parameterOffset) =>
        $"            new global::XorGen.LayerDescription(\"dropout\", {dropout.Width}, {dropout.Width}, \"linear\", {parameterOffset}, 0) {{ DropoutRate = {NumberFormat.Double.Literal(dropout.Rate)} }},";

    /// <summary>Returns what the factors are, for people.</summary>
    public static string Formula(DropoutPlan dropout)
    {
        string rate = dropout.Rate.ToString(CultureInfo.InvariantCulture);
        string values = dropout.Source == 0 ? "x" : $"a{dropout.Source}";
        return $"{dropout.Kept} = m{dropout.Source} {values}, where m{dropout.Source} is 0 with probability {rate}, else 1 / (1 - {rate})";
    }

    /// <summary>Writes the statements that drop, from what a layer takes: m and h of each of its inputs.</summary>
    public void WriteForward(SourceWriter writer, StraightLine lines, DensePlan layer)
    {
        DropoutPlan dropout = layer.Dropout!;
        writer.Separate();
        writer.Write($"// {Formula(dropout)}");
        writer.Write($"{Vocabulary.Numerics}.DropoutMask<{words.T}> {dropout.Mask} = {NewMask(words, dropout, DropoutPlan.PositionField)};");
        for (int i = 0; i < layer.Inputs; i++)
        {
            string call = IsOutOfLine
                ? $"{FactorsMethod}{words.VectorGenerics}(in {dropout.Mask}, {Row}, {i})"
                : $"{dropout.Mask}.OfRows{words.VectorGenerics}({Row}, {i})";
            writer.Write($"{words.Vector} {dropout.Factor(i).Name} = {call};");
            lines.Declare(dropout.KeptValue(i), lines.Whole(layer, i) * (Expression)dropout.Factor(i));
        }
    }

    /// <summary>Writes what the kernels call out of line.</summary>
    public void WriteMethods(SourceWriter writer)
    {
        if (!Names.Any())
        {
            return;
        }

        writer.Separate();
        writer.Write("/// <summary>The factors of dropout of one neuron, for a row in each lane; kept out of line so that the kernels stay small.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Write(Vocabulary.NoInline);
        writer.Open(
            $"private static {words.Vector} {FactorsMethod}{words.VectorGenerics}(in {Vocabulary.Numerics}.DropoutMask<{words.T}> mask, int {Row}, int neuron)\n{words.VectorConstraints}");
        writer.Write($"return mask.OfRows{words.VectorGenerics}({Row}, neuron);");
        writer.Close();
    }
}
