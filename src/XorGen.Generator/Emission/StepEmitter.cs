using XorGen.Generator.Catalogue.Optimizers;
using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>Writes the optimizer's formulas, which are the same in every tier.</summary>
internal sealed class StepEmitter(Vocabulary words)
{
    private const string ClipFactor = "clipFactor";

    private readonly ScalarDialect doubles = new(NumberFormat.Double);

    private NetworkPlan Plan => words.Plan;

    /// <summary>Gets the names of the numbers that are the same for all parameters.</summary>
    public IEnumerable<string> Parameters
    {
        get
        {
            IEnumerable<string> names = Plan.Step.Scalars.Select(scalar => scalar.Name);
            return Plan.ClipsGradient ? names.Append(ClipFactor) : names;
        }
    }

    /// <summary>Returns the names under which WriteScalars has left those numbers, for a weight or for a bias.</summary>
    public IEnumerable<string> Arguments(bool isBias)
    {
        IEnumerable<string> names = Plan.Step.Scalars.Select(scalar =>
            !isBias ? scalar.Name
            : scalar.IsZeroForBiases ? words.Literal(0)
            : HasOwnRate(scalar) ? BiasName(scalar)
            : scalar.Name);
        return Plan.ClipsGradient ? names.Append(ClipFactor) : names;
    }

    /// <summary>Makes a formula fit for XML documentation.</summary>
    public static string Escape(string formula) => formula.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>Writes the statements that advance the counters and compute the numbers that are the same for all parameters.</summary>
    public void WriteScalars(SourceWriter writer, string gradient)
    {
        foreach (Counter counter in Plan.Step.Counters)
        {
            writer.Write($"// {counter.Summary}");
            writer.Write($"{counter.Variable.Name} = {doubles.Print(counter.Next)};");
        }

        foreach (StepScalar scalar in Plan.Step.Scalars)
        {
            writer.Write($"{words.T} {scalar.Name} = {Rounded(doubles.Print(scalar.Value))};");
            if (HasOwnRate(scalar))
            {
                Expression rate = Plan.Spec.Optimizer.BiasLearningRateScale * (Expression)OptimizerStep.LearningRate;
                writer.Write($"{words.T} {BiasName(scalar)} = {Rounded(doubles.Print(scalar.Value.Replace(OptimizerStep.LearningRate, rate)))};");
            }
        }

        if (Plan.ClipsGradient)
        {
            string limit = doubles.Print(new Constant(Plan.Spec.Optimizer.GradientClipNorm));
            writer.Write($"{words.T} {ClipFactor} = {Vocabulary.Numerics}.GradientNorm.ClipFactor({gradient}, {limit});");
        }
    }

    /// <summary>Writes the statements that move "parameter" along "gradient".</summary>
    public void WriteAssignments(SourceWriter writer, Dialect dialect) => WriteAssignments(writer, dialect, value => value);

    /// <summary>The same for so many parameters that throughput counts, and with it what subnormal numbers cost: <see cref="Subnormals"/>.</summary>
    public void WriteAssignmentsOfMany(SourceWriter writer, Dialect dialect)
    {
        // Roots are divided by that of 1 - beta2^t at most.
        double largestFactor = 1 / Math.Sqrt(1 - Plan.Spec.Optimizer.Beta2);
        WriteAssignments(writer, dialect, value => Subnormals.Avoid(value, Plan.Number, largestFactor));
    }

    private static string BiasName(StepScalar scalar) => "bias" + char.ToUpperInvariant(scalar.Name[0]) + scalar.Name.Substring(1);

    private void WriteAssignments(SourceWriter writer, Dialect dialect, Func<Expression, Expression> rewrite)
    {
        if (Plan.ClipsGradient)
        {
            Variable gradient = OptimizerStep.Gradient;
            writer.Write($"{gradient.Name} = {dialect.Print(gradient * (Expression)new Broadcast(ClipFactor))};");
        }

        foreach (Assignment assignment in Plan.Step.Assignments)
        {
            writer.Write($"{assignment.Target.Name} = {dialect.Print(rewrite(assignment.Value))};");
        }
    }

    private bool HasOwnRate(StepScalar scalar) =>
        Plan.Spec.Optimizer.BiasLearningRateScale != 1 && scalar is { DependsOnLearningRate: true, IsZeroForBiases: false };

    private string Rounded(string value) => Plan.Number == NumberFormat.Single ? $"(float)({value})" : value;
}
