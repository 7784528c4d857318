using XorGen.Generator.Expressions;

namespace XorGen.Generator.Catalogue.Activations;

/// <summary>An activation of each neuron by itself: a = f(z).</summary>
internal sealed class ElementwiseActivation : Activation
{
    private static readonly Variable Z = new("z");
    private static readonly Variable A = new("a");

    /// <summary>Gets the formula of the function: z to a.</summary>
    public required Func<Expression, ActivationParameters, Expression> Function { get; init; }

    /// <summary>Gets the formula of the derivative, from z and a = f(z), whichever makes it cheaper.</summary>
    public required Func<Expression, Expression, ActivationParameters, Expression> Slope { get; init; }

    /// <summary>Gets whether it gives back what it is given.</summary>
    public bool IsIdentity => Forward(Z) == Z;

    /// <summary>Gets whether the derivative needs z, which training then has to keep.</summary>
    public bool DerivativeNeedsZ => Derivative(Z, A).Mentions(Z);

    /// <summary>Gets whether the function is worth a loop of its own.</summary>
    public bool ForwardCallsFunction => Forward(Z).CallsFunction();

    /// <summary>Gets whether the derivative is worth a loop of its own.</summary>
    public bool DerivativeCallsFunction => Derivative(Z, A).CallsFunction();

    /// <summary>Returns f(z).</summary>
    public Expression Forward(Expression z) => Function(z, Parameters);

    /// <summary>Returns f'(z), from z and a = f(z).</summary>
    public Expression Derivative(Expression z, Expression a) => Slope(z, a, Parameters);
}
