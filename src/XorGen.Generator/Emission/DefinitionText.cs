using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>
/// Says everything that decides what the parameters of a network mean, a line each for inputs, layers, loss, optimizer, initializer and
/// precision: the runtime writes it into files, and refuses those of another network. XorGen.NetworkDefinition reads it.
/// </summary>
internal static class DefinitionText
{
    private const int LongestFormula = 300;

    public static IEnumerable<string> Lines(NetworkPlan plan)
    {
        yield return $"inputs: {plan.Spec.Inputs}";
        DenseSpec[] specs = [.. plan.Spec.Layers.OfType<DenseSpec>()];
        for (int i = 0; i < plan.Layers.Count; i++)
        {
            DensePlan layer = plan.Layers[i];
            if (layer.Dropout is { } dropout)
            {
                yield return $"layer: dropout {Number(dropout.Rate)}";
            }

            yield return $"layer: {layer.Kind} {layer.Outputs}, {Activation(layer, specs[i].Activation)}";
        }

        yield return $"loss: {plan.Loss.Name}"
            + (plan.Loss.DefaultParameter is null ? string.Empty : $", delta {Number(plan.Loss.Parameter)}")
            + (plan.Loss.LabelSmoothing == 0 ? string.Empty : $", label smoothing {Number(plan.Loss.LabelSmoothing)}");
        yield return $"optimizer: {plan.Optimizer.Name}{string.Concat(OptimizerOptions(plan).Select(option => ", " + option))}";
        yield return $"initializer: {plan.Initializer.Name}"
            + (plan.Spec.InitializerScale == 1 ? string.Empty : $", scale {Number(plan.Spec.InitializerScale)}");
        yield return $"precision: {(plan.Number == NumberFormat.Single ? "single" : "double")}";
    }

    private static string Activation(DensePlan layer, ActivationSpec spec)
    {
        if (spec.Formula is not null)
        {
            return $"z => {Formula(spec.Formula)}";
        }

        // What is learned only starts from alpha.
        string alpha = layer.Activation.Alpha is null || layer.IsLearned ? string.Empty : $", alpha {Number(spec.Alpha)}";
        string threshold = layer.Activation.Threshold is null ? string.Empty : $", threshold {Number(spec.Threshold)}";
        return layer.Activation.Name + alpha + threshold;
    }

    /// <summary>Spells a formula without the names of classes; of a long one, which is there to be compared only, a hash.</summary>
    private static string Formula(Expression formula)
    {
        string text = new ScalarDialect(NumberFormat.Double, CodeNames.Functions).Print(formula)
            .Replace(CodeNames.Functions + ".", string.Empty)
            .Replace(NumberFormat.Double.MathClass() + ".", string.Empty);
        if (text.Length <= LongestFormula)
        {
            return text;
        }

        using var algorithm = SHA256.Create();
        byte[] hash = algorithm.ComputeHash(Encoding.UTF8.GetBytes(text));
        return $"{text.Substring(0, LongestFormula)}... {string.Concat(hash.Take(16).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)))}";
    }

    private static IEnumerable<string> OptimizerOptions(NetworkPlan plan)
    {
        OptimizerSpec options = plan.Spec.Optimizer;
        foreach ((string name, object value) in ((string, object)[])
        [
            ("Momentum", options.Momentum), ("Nesterov", options.Nesterov), ("Beta1", options.Beta1), ("Beta2", options.Beta2),
            ("Rho", options.Rho), ("Epsilon", options.Epsilon), ("Centered", options.Centered), ("MomentumDecay", options.MomentumDecay),
            ("EtaMinus", options.EtaMinus), ("EtaPlus", options.EtaPlus), ("StepSizeMin", options.StepSizeMin),
            ("StepSizeMax", options.StepSizeMax), ("LearningRateDecay", options.LearningRateDecay),
            ("InitialAccumulatorValue", options.InitialAccumulatorValue),
        ])
        {
            if (plan.Optimizer.Options.Contains(name))
            {
                yield return $"{name} {Text(value)}";
            }
        }

        // What every optimizer has whose step is made of formulas, where it does something.
        foreach ((string name, object value, object none) in ((string, object, object)[])
        [
            ("WeightDecay", options.WeightDecay, 0.0), ("DecoupledWeightDecay", options.DecoupledWeightDecay, false), ("L1", options.L1, 0.0),
            ("DecayBiases", options.DecayBiases, plan.Optimizer.Defaults.DecayBiases), ("BiasLearningRateScale", options.BiasLearningRateScale, 1.0),
            ("GradientClipValue", options.GradientClipValue, plan.Optimizer.Defaults.GradientClipValue), ("GradientClipNorm", options.GradientClipNorm, 0.0),
        ])
        {
            if (plan.Algorithm is null && !value.Equals(none))
            {
                yield return $"{name} {Text(value)}";
            }
        }
    }

    private static string Text(object value) => value is double number ? Number(number) : value is true ? "true" : "false";

    /// <summary>The shortest text that gives the number back, without the ".0" of C#.</summary>
    private static string Number(double value)
    {
        string text = NumberFormat.Double.Literal(value);
        return text.EndsWith(".0", StringComparison.Ordinal) ? text.Substring(0, text.Length - 2) : text;
    }
}
