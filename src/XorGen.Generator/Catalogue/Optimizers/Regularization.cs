using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using static XorGen.Generator.Catalogue.Optimizers.OptimizerStep;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Catalogue.Optimizers;

/// <summary>
/// What every optimizer does before its own step: the gradient is cut off at a value, the penalties L1 and L2 are added to it,
/// or the parameter itself decays (I. Loshchilov and F. Hutter, "Decoupled weight decay regularization", 2019).
/// </summary>
internal static class Regularization
{
    public static OptimizerStep Apply(OptimizerSpec options, OptimizerStep step)
    {
        var scalars = new List<StepScalar>(step.Scalars);
        var assignments = new List<Assignment>();
        if (options.GradientClipValue > 0)
        {
            // As torch.nn.utils.clip_grad_value_; in this order a NaN stays one.
            assignments.Add(new(Gradient, Min(options.GradientClipValue, Max(-options.GradientClipValue, Gradient))));
        }

        if (options.WeightDecay != 0 && !options.DecoupledWeightDecay)
        {
            Expression decay = Strength("weightDecay", options.WeightDecay, options, scalars);
            assignments.Add(new(Gradient, FusedMultiplyAdd(decay, Parameter, Gradient)));
        }

        if (options.L1 != 0)
        {
            Expression strength = Strength("l1", options.L1, options, scalars);
            assignments.Add(new(Gradient, Gradient + SelectGreater(Parameter, 0, strength, SelectGreater(0, Parameter, -strength, 0))));
        }

        if (options.WeightDecay != 0 && options.DecoupledWeightDecay)
        {
            var decay = new StepScalar("decay", options.WeightDecay * (Expression)LearningRate) { IsZeroForBiases = !options.DecayBiases };
            scalars.Add(decay);
            assignments.Add(new(Parameter, FusedMultiplyAdd(-(Expression)decay.Reference, Parameter, Parameter)));
        }

        return step with { Scalars = scalars, Assignments = [.. assignments, .. step.Assignments] };
    }

    /// <summary>A constant where it is the same for all parameters, else a number that is zero for biases.</summary>
    private static Expression Strength(string name, double value, OptimizerSpec options, List<StepScalar> scalars)
    {
        if (options.DecayBiases)
        {
            return value;
        }

        var scalar = new StepScalar(name, value) { IsZeroForBiases = true };
        scalars.Add(scalar);
        return scalar.Reference;
    }
}
