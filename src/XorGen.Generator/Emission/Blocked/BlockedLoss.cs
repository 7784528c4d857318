using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Expressions;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Blocked;

/// <summary>Writes the type with the formulas of a loss, which the runtime's kernels call.</summary>
internal sealed class BlockedLoss(CodeNames names)
{
    private NetworkPlan Plan => names.Plan;

    /// <summary>Returns what a comment on the loss says of smoothed labels.</summary>
    public static string OfSmoothedTargets(NetworkPlan plan) =>
        plan.Loss.LabelSmoothing == 0 ? string.Empty : $", of targets {plan.Loss.SmoothedFormula(plan.Spec.Outputs)}";

    public void Write(SourceWriter writer)
    {
        if (Plan.Loss is MeanVarianceLoss pair)
        {
            WriteMeanVarianceLoss(writer, pair);
            return;
        }

        var z = new Variable("z");
        var a = new Variable("a");
        Expression y = Plan.Loss.Smoothed(new Variable("y"), Plan.Spec.Outputs);
        ElementwiseActivation? activation = Plan.Output.IsLearned ? null : Plan.Output.Elementwise;
        (Expression value, Expression derivative) = Plan.Loss switch
        {
            LogitLoss loss => (loss.Value(z, y), loss.Delta(z, a, y)),
            ElementwiseLoss loss when activation is null or { IsIdentity: true } => (loss.Value(a, y), loss.Derivative(a, y)),
            ElementwiseLoss loss => (loss.Value(a, y), loss.Derivative(a, y) * activation.Derivative(z, a)),
            _ => throw new InvalidOperationException($"No kernel for the loss {Plan.Loss.Name}."),
        };
        OpenLoss(writer, "Elementwise");
        WriteFunction(writer, "Activate", "z", activation?.Forward(z) ?? z);
        WriteFunction(writer, "Value", "z, a, y", value);
        WriteFunction(writer, "Derivative", "z, a, y", derivative);
        writer.Close();
    }

    private void WriteMeanVarianceLoss(SourceWriter writer, MeanVarianceLoss loss)
    {
        var z = new Variable("z");
        var mean = new Variable("mean");
        var variance = new Variable("variance");
        var y = new Variable("y");
        OpenLoss(writer, "MeanVariance");
        WriteFunction(writer, "Variance", "z", MeanVarianceActivation.Variance(z));
        WriteFunction(writer, "Value", "mean, variance, y", loss.Value(mean, variance, y));
        WriteFunction(writer, "MeanDerivative", "mean, variance, y", loss.MeanSlope(mean, variance, y));
        WriteFunction(
            writer, "VarianceDerivative", "z, mean, variance, y", loss.VarianceSlope(mean, variance, y) * MeanVarianceActivation.VarianceDerivative(z));
        writer.Close();
    }

    private void OpenLoss(SourceWriter writer, string kind)
    {
        writer.Separate();
        writer.Write($"/// <summary>{Formulas.Escape(Plan.Loss.OutputFormula)}{OfSmoothedTargets(Plan)}</summary>");
        writer.Write(CodeNames.Generated);
        writer.Open($"internal readonly struct Loss : I{kind}Loss<{names.T}>");
    }

    private void WriteFunction(SourceWriter writer, string name, string parameters, Expression value) =>
        BlockedLayers.WriteFunction(writer, names, name, parameters, value);
}
