using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using static XorGen.Generator.Catalogue.Optimizers.OptimizerStep;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Catalogue.Optimizers;

/// <summary>Optimizers that follow the sign of the gradient alone.</summary>
internal static class SignDescent
{
    private static readonly Variable Momentum = new("momentum");
    private static readonly Variable StepSize = new("stepSize");
    private static readonly Variable PreviousGradient = new("previousGradient");

    /// <summary>Lion (X. Chen et al., "Symbolic discovery of optimization algorithms", 2023).</summary>
    public static OptimizerStep Lion(OptimizerSpec options)
    {
        var rate = new StepScalar("rate", LearningRate);
        Expression direction = Mix(options.Beta1);
        return new OptimizerStep
        {
            States = [new(Momentum, "The decaying mean of the gradients.")],
            Scalars = [rate],
            Assignments =
            [
                new(Parameter, (Expression)Parameter - SelectGreater(direction, 0, rate.Reference, SelectGreater(0, direction, -(Expression)rate.Reference, direction))),
                new(Momentum, Mix(options.Beta2)),
            ],
        };

        Expression Mix(double beta) => FusedMultiplyAdd(1 - beta, Gradient, beta * (Expression)Momentum);
    }

    /// <summary>
    /// iRPROP- (C. Igel and M. Huesken, "Improving the Rprop learning algorithm", 2000; the method is M. Riedmiller's and H. Braun's,
    /// 1993), as torch.optim.Rprop, whose etas and step_sizes are EtaMinus, EtaPlus, StepSizeMin and StepSizeMax. A step size of zero has not begun: it is the learning rate.
    /// </summary>
    public static OptimizerStep Rprop(OptimizerSpec options)
    {
        var rate = new StepScalar("rate", LearningRate);
        Expression size = SelectGreater(StepSize, 0, StepSize, rate.Reference);
        Expression agreement = Gradient * (Expression)PreviousGradient;
        Expression factor = SelectGreater(agreement, 0, options.EtaPlus, SelectGreater(0, agreement, options.EtaMinus, 1));
        return new OptimizerStep
        {
            States =
            [
                new(StepSize, "The size of the next step."),
                new(PreviousGradient, "The gradient of the last step, or zero where the sign has changed."),
            ],
            Scalars = [rate],
            Assignments =
            [
                new(StepSize, Min(options.StepSizeMax, Max(options.StepSizeMin, size * factor))),
                new(Gradient, SelectGreater(0, agreement, 0, Gradient)),
                new(Parameter, (Expression)Parameter - SelectGreater(Gradient, 0, StepSize, SelectGreater(0, Gradient, -(Expression)StepSize, Gradient))),
                new(PreviousGradient, Gradient),
            ],
        };
    }
}
