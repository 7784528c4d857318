using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using static XorGen.Generator.Catalogue.Optimizers.OptimizerStep;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Catalogue.Optimizers;

/// <summary>Adam (D. P. Kingma and J. Ba, "Adam: a method for stochastic optimization", 2015), as torch.optim.Adam.</summary>
internal static class Adam
{
    private static readonly Variable FirstMoment = new("firstMoment");
    private static readonly Variable SecondMoment = new("secondMoment");
    // 1 - beta^t grows from zero, so that all the state of a fresh optimizer is zero.
    private static readonly Variable Beta1Correction = new("_beta1Correction");
    private static readonly Variable Beta2Correction = new("_beta2Correction");

    public static OptimizerStep Step(OptimizerSpec options)
    {
        // parameter -= stepSize * firstMoment / (sqrt(secondMoment) / sqrt(1 - beta2^t) + epsilon)
        var stepSize = new StepScalar("stepSize", (Expression)LearningRate / Beta1Correction);
        var correction = new StepScalar("correction", 1 / Sqrt(Beta2Correction));
        Expression denominator = FusedMultiplyAdd(Sqrt(SecondMoment), correction.Reference, options.Epsilon);
        var assignments = new List<Assignment>();
        if (options.WeightDecay != 0)
        {
            assignments.Add(new(Gradient, FusedMultiplyAdd(options.WeightDecay, Parameter, Gradient)));
        }

        assignments.Add(new(FirstMoment, FusedMultiplyAdd(1 - options.Beta1, Gradient, options.Beta1 * (Expression)FirstMoment)));
        assignments.Add(new(SecondMoment, FusedMultiplyAdd((1 - options.Beta2) * (Expression)Gradient, Gradient, options.Beta2 * (Expression)SecondMoment)));
        assignments.Add(new(Parameter, (Expression)Parameter - (stepSize.Reference * (Expression)FirstMoment / denominator)));
        return new OptimizerStep
        {
            States =
            [
                new(FirstMoment, "The decaying mean of the gradients."),
                new(SecondMoment, "The decaying mean of their squares."),
            ],
            Counters =
            [
                new(Beta1Correction, Approach(Beta1Correction, options.Beta1), "1 - Beta1^t after t steps."),
                new(Beta2Correction, Approach(Beta2Correction, options.Beta2), "1 - Beta2^t after t steps."),
            ],
            Scalars = [stepSize, correction],
            Assignments = assignments,
        };
    }

    /// <summary>1 - beta^(t + 1) = beta (1 - beta^t) + (1 - beta).</summary>
    private static Expression Approach(Variable correction, double beta) => FusedMultiplyAdd(beta, correction, 1 - beta);
}
