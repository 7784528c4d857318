using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using static XorGen.Generator.Catalogue.Optimizers.OptimizerStep;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Catalogue.Optimizers;

/// <summary>
/// Adam (D. P. Kingma and J. Ba, "Adam: a method for stochastic optimization", 2015) and its kin, as torch.optim.Adam and
/// torch.optim.NAdam.
/// </summary>
internal static class Adam
{

    private static readonly Variable FirstMoment = new("firstMoment");
    private static readonly Variable SecondMoment = new("secondMoment");
    private static readonly Variable LargestSecondMoment = new("largestSecondMoment");

    // 1 - beta^t grows from zero, so that all the state of a fresh optimizer is zero. So with the others.
    private static readonly Variable Beta1Correction = new("beta1Correction");
    private static readonly Variable Beta2Correction = new("beta2Correction");
    private static readonly Variable MomentumWarmup = new("momentumWarmup");
    private static readonly Variable MomentumCorrection = new("momentumCorrection");

    public static OptimizerStep Step(OptimizerSpec options) => Step(options, SecondMoment, []);

    /// <summary>
    /// AMSGrad (S. Reddi, S. Kale and S. Kumar, "On the convergence of Adam and beyond", 2018): the second moment never falls.
    /// </summary>
    public static OptimizerStep MonotonicStep(OptimizerSpec options) => Step(
        options,
        LargestSecondMoment,
        [new(LargestSecondMoment, Max(LargestSecondMoment, SecondMoment))]);

    /// <summary>Adam with Nesterov's momentum (T. Dozat, "Incorporating Nesterov momentum into Adam", 2016).</summary>
    public static OptimizerStep NesterovStep(OptimizerSpec options)
    {
        // The momentum of step t is mu_t = beta1 (1 - 0.96^(t momentumDecay) / 2); the warm-up is w_t = 1 - 0.96^(t momentumDecay).
        // The correction is 1 - mu_1 mu_2 ... mu_t.
        Expression forgetting = Exp(options.MomentumDecay * (Expression)LogOf096);
        Expression Momentum(Expression warmup) => options.Beta1 * FusedMultiplyAdd(0.5, warmup, 0.5);
        Expression momentum = Momentum(MomentumWarmup);
        Expression next = Momentum(FusedMultiplyAdd(forgetting, MomentumWarmup, 1 - forgetting));
        Expression nextCorrection = 1 - (next * (1 - (Expression)MomentumCorrection));

        var gradientStep = new StepScalar("gradientStep", LearningRate * ((1 - momentum) / MomentumCorrection));
        var momentStep = new StepScalar("momentStep", LearningRate * (next / nextCorrection));
        var correction = new StepScalar("correction", 1 / Sqrt(Beta2Correction));
        Expression direction = FusedMultiplyAdd(gradientStep.Reference, Gradient, momentStep.Reference * (Expression)FirstMoment);
        return new OptimizerStep
        {
            States = Moments,
            Counters =
            [
                new(MomentumWarmup, FusedMultiplyAdd(forgetting, MomentumWarmup, 1 - forgetting), FormattableString.Invariant($"1 - 0.96^({options.MomentumDecay} t) after t steps.")),
                new(MomentumCorrection, 1 - (momentum * (1 - (Expression)MomentumCorrection)), "1 less the product of the momenta of all steps."),
                new(Beta2Correction, Approach(Beta2Correction, options.Beta2), "1 - Beta2^t after t steps."),
            ],
            Scalars = [gradientStep, momentStep, correction],
            Assignments =
            [
                .. MomentAssignments(options),
                new(Parameter, (Expression)Parameter - (direction / FusedMultiplyAdd(Sqrt(SecondMoment), correction.Reference, options.Epsilon))),
            ],
        };
    }

    // ln 0.96.
    private const double LogOf096 = -0.040821994520255166;

    private static StateVariable[] Moments =>
    [
        new(FirstMoment, "The decaying mean of the gradients."),
        new(SecondMoment, "The decaying mean of their squares."),
    ];

    private static OptimizerStep Step(OptimizerSpec options, Variable denominatorMoment, Assignment[] further)
    {
        // parameter -= stepSize * firstMoment / (sqrt(secondMoment) / sqrt(1 - beta2^t) + epsilon)
        var stepSize = new StepScalar("stepSize", (Expression)LearningRate / Beta1Correction);
        var correction = new StepScalar("correction", 1 / Sqrt(Beta2Correction));
        Expression denominator = FusedMultiplyAdd(Sqrt(denominatorMoment), correction.Reference, options.Epsilon);
        return new OptimizerStep
        {
            States = [.. Moments, .. further.Select(assignment => new StateVariable(assignment.Target, "The largest of those so far."))],
            Counters =
            [
                new(Beta1Correction, Approach(Beta1Correction, options.Beta1), "1 - Beta1^t after t steps."),
                new(Beta2Correction, Approach(Beta2Correction, options.Beta2), "1 - Beta2^t after t steps."),
            ],
            Scalars = [stepSize, correction],
            Assignments =
            [
                .. MomentAssignments(options),
                .. further,
                new(Parameter, (Expression)Parameter - (stepSize.Reference * (Expression)FirstMoment / denominator)),
            ],
        };
    }

    private static Assignment[] MomentAssignments(OptimizerSpec options) =>
    [
        new(FirstMoment, FusedMultiplyAdd(1 - options.Beta1, Gradient, options.Beta1 * (Expression)FirstMoment)),
        new(SecondMoment, FusedMultiplyAdd((1 - options.Beta2) * (Expression)Gradient, Gradient, options.Beta2 * (Expression)SecondMoment)),
    ];

    /// <summary>1 - beta^(t + 1) = beta (1 - beta^t) + (1 - beta).</summary>
    private static Expression Approach(Variable correction, double beta) => FusedMultiplyAdd(beta, correction, 1 - beta);
}
