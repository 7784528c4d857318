using System.Globalization;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>
/// Writes what is shown when somebody hovers over the type: the architecture, the number of parameters, the loss and the optimizer. It is a
/// remark where the user's part has a summary, because the compiler puts the comments of all parts one after the other, and a
/// type has one summary.
/// </summary>
internal static class SummaryEmitter
{
    public static void Write(SourceWriter writer, NetworkPlan plan)
    {
        string tag = plan.Type.HasSummary ? "remarks" : "summary";
        string precision = plan.Number == NumberFormat.Single ? "float" : "double";
        string rate = plan.DefaultLearningRate.ToString("G3", CultureInfo.InvariantCulture);
        string learning = plan.Algorithm is null ? $"; learning rate {rate} where Fit is given none" : string.Empty;
        writer.Write(
            $"""
            /// <{tag}>
            /// <para>A neural network: <c>{Formulas.Escape(plan.Shape)}</c>, {plan.ParameterCount} {plan.ParameterNames} (<see cref="{precision}"/>).</para>
            /// <para>Loss {plan.Loss.Name}, optimizer {plan.Optimizer.Name}{learning}; parameters start from {plan.Initializer.Name}.</para>
            /// </{tag}>
            """);
    }
}
