using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using static XorGen.Generator.Catalogue.Optimizers.OptimizerStep;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Catalogue.Optimizers;

/// <summary>Stochastic gradient descent with momentum (B. Polyak, 1964; Y. Nesterov, 1983), as torch.optim.SGD.</summary>
internal static class GradientDescent
{
    private static readonly Variable Velocity = new("velocity");

    public static OptimizerStep Step(OptimizerSpec options)
    {
        var rate = new StepScalar("rate", LearningRate);
        var assignments = new List<Assignment>();
        Expression direction = Gradient;
        if (options.Momentum != 0)
        {
            assignments.Add(new(Velocity, FusedMultiplyAdd(options.Momentum, Velocity, Gradient)));
            direction = options.Nesterov ? FusedMultiplyAdd(options.Momentum, Velocity, Gradient) : Velocity;
        }

        assignments.Add(new(Parameter, FusedMultiplyAdd(-rate.Reference, direction, Parameter)));
        return new OptimizerStep
        {
            States = options.Momentum == 0 ? [] : [new(Velocity, "The decaying sum of the gradients.")],
            Scalars = [rate],
            Assignments = assignments,
        };
    }
}
