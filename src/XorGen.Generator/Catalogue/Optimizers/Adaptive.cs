using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using static XorGen.Generator.Catalogue.Optimizers.OptimizerStep;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Catalogue.Optimizers;

/// <summary>Optimizers that divide the gradient by how large it has been.</summary>
internal static class Adaptive
{
    private static readonly Variable SquareMean = new("squareMean");
    private static readonly Variable GradientMean = new("gradientMean");
    private static readonly Variable Velocity = new("velocity");
    private static readonly Variable SquareSum = new("squareSum");
    private static readonly Variable StepCount = new("stepCount");
    private static readonly Variable SquareStepMean = new("squareStepMean");

    /// <summary>RMSprop (T. Tieleman and G. Hinton, 2012), as torch.optim.RMSprop; Rho is its alpha.</summary>
    public static OptimizerStep RmsProp(OptimizerSpec options)
    {
        var rate = new StepScalar("rate", LearningRate);
        var states = new List<StateVariable> { new(SquareMean, "The decaying mean of the squares of the gradients.") };
        var assignments = new List<Assignment> { new(SquareMean, DecayingMean(SquareMean, Gradient * (Expression)Gradient, options.Rho)) };
        Expression variance = SquareMean;
        if (options.Centered)
        {
            states.Add(new(GradientMean, "The decaying mean of the gradients."));
            assignments.Add(new(GradientMean, DecayingMean(GradientMean, Gradient, options.Rho)));
            
            // Rounding could take it below zero.
            variance = Max(0, FusedMultiplyAdd(-(Expression)GradientMean, GradientMean, SquareMean));
        }

        Expression direction = Gradient / (Sqrt(variance) + options.Epsilon);
        if (options.Momentum != 0)
        {
            states.Add(new(Velocity, "The decaying sum of the steps."));
            assignments.Add(new(Velocity, FusedMultiplyAdd(options.Momentum, Velocity, direction)));
            direction = Velocity;
        }

        assignments.Add(new(Parameter, FusedMultiplyAdd(-rate.Reference, direction, Parameter)));
        return new OptimizerStep { States = states, Scalars = [rate], Assignments = assignments };
    }

    /// <summary>
    /// Adagrad (J. Duchi, E. Hazan and Y. Singer, "Adaptive subgradient methods for online learning and stochastic optimization",
    /// 2011), as torch.optim.Adagrad.
    /// </summary>
    public static OptimizerStep Adagrad(OptimizerSpec options)
    {
        // The state of every optimizer starts at zero: the value that PyTorch's starts from is added where it is used. The rate
        // of step t is divided by 1 + (t - 1) decay = (1 - decay) + t decay.
        bool decays = options.LearningRateDecay != 0;
        Expression divisor = FusedMultiplyAdd(options.LearningRateDecay, StepCount, 1 - options.LearningRateDecay);
        var rate = new StepScalar("rate", decays ? LearningRate / divisor : LearningRate);
        Expression sum = options.InitialAccumulatorValue == 0 ? SquareSum : SquareSum + (Expression)options.InitialAccumulatorValue;
        return new OptimizerStep
        {
            States = [new(SquareSum, "The sum of the squares of the gradients.")],
            Counters = decays ? [new(StepCount, (Expression)StepCount + 1, "The number of steps.")] : [],
            Scalars = [rate],
            Assignments =
            [
                new(SquareSum, FusedMultiplyAdd(Gradient, Gradient, SquareSum)),
                new(Parameter, FusedMultiplyAdd(-rate.Reference, Gradient / (Sqrt(sum) + options.Epsilon), Parameter)),
            ],
        };
    }

    /// <summary>Adadelta (M. Zeiler, "ADADELTA: an adaptive learning rate method", 2012), as torch.optim.Adadelta.</summary>
    public static OptimizerStep Adadelta(OptimizerSpec options)
    {
        var rate = new StepScalar("rate", LearningRate);

        // The step takes the gradient's name: it is what the parameter follows.
        Expression step = Sqrt((Expression)SquareStepMean + options.Epsilon) / Sqrt((Expression)SquareMean + options.Epsilon) * (Expression)Gradient;
        return new OptimizerStep
        {
            States =
            [
                new(SquareMean, "The decaying mean of the squares of the gradients."),
                new(SquareStepMean, "The decaying mean of the squares of the steps."),
            ],
            Scalars = [rate],
            Assignments =
            [
                new(SquareMean, DecayingMean(SquareMean, Gradient * (Expression)Gradient, options.Rho)),
                new(Gradient, step),
                new(SquareStepMean, DecayingMean(SquareStepMean, Gradient * (Expression)Gradient, options.Rho)),
                new(Parameter, FusedMultiplyAdd(-rate.Reference, Gradient, Parameter)),
            ],
        };
    }

    /// <summary>rho mean + (1 - rho) value.</summary>
    private static Expression DecayingMean(Variable mean, Expression value, double rho) => FusedMultiplyAdd(1 - rho, value, rho * (Expression)mean);
}
