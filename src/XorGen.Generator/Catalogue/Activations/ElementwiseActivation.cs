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

    /// <summary>Gets the formula of the derivative of a by alpha, from z, where alpha is a parameter that each layer learns; else null.</summary>
    public Func<Expression, ActivationParameters, Expression>? SlopeByAlpha { get; init; }

    /// <summary>Gets whether it gives back what it is given.</summary>
    public bool IsIdentity => Forward(Z) == Z;

    /// <summary>Gets whether the derivative needs z, which training then has to keep.</summary>
    public bool DerivativeNeedsZ => Derivative(Z, A).Mentions(Z);

    /// <summary>Gets whether the function is worth a loop of its own.</summary>
    public bool ForwardCallsFunction => Forward(Z).CallsFunction();

    /// <summary>Gets whether the derivative is worth a loop of its own.</summary>
    public bool DerivativeCallsFunction => Derivative(Z, A).CallsFunction();

    /// <summary>Gets the name of a generated method for the function, or null where its formula is written where it is used.</summary>
    public string? FunctionMethod { get; private set; }

    /// <summary>Gets the name of a generated method for the derivative, or null where its formula is written where it is used.</summary>
    public string? SlopeMethod { get; private set; }

    /// <summary>Gets the formula of the function of z, of which its method is made.</summary>
    public Expression FunctionOfZ => Function(Z, Parameters);

    /// <summary>Gets the formula of the derivative of z and a, of which its method is made.</summary>
    public Expression SlopeOfZA => Slope(Z, A, Parameters);

    /// <summary>Returns f(z).</summary>
    public Expression Forward(Expression z) => FunctionMethod is null ? Function(z, Parameters) : new Call(FunctionMethod, z, null);

    /// <summary>Returns f'(z), from z and a = f(z).</summary>
    public Expression Derivative(Expression z, Expression a)
    {
        if (SlopeMethod is null)
        {
            return Slope(z, a, Parameters);
        }

        Expression[] arguments = [.. new[] { (Z, z), (A, a) }.Where(pair => SlopeOfZA.Mentions(pair.Item1)).Select(pair => pair.Item2)];
        return new Call(SlopeMethod, arguments[0], arguments.ElementAtOrDefault(1));
    }

    /// <summary>Returns the same activation with this in the place of the alpha that it learns.</summary>
    public ElementwiseActivation WithLearned(Expression alpha) => (ElementwiseActivation)With(Parameters with { Learned = alpha });

    /// <summary>
    /// Returns the same activation with methods for those of its formulas that are long: in which a part occurs more than once, and
    /// derivatives that call a function. A formula that is a constant stays where it is used: its method would have no argument.
    /// </summary>
    /// <param name="number">The number of the layer, which the names end with.</param>
    public ElementwiseActivation WithMethods(int number)
    {
        var copy = (ElementwiseActivation)MemberwiseClone();
        copy.FunctionMethod = FunctionOfZ.Mentions(Z) && SharedParts.Of(FunctionOfZ, i => $"t{i}").Locals.Count > 0 ? $"Function{number}" : null;
        copy.SlopeMethod = (SlopeOfZA.Mentions(Z) || SlopeOfZA.Mentions(A)) && SlopeOfZA.CallsFunction() ? $"Slope{number}" : null;
        return copy;
    }
}
