using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Expressions;

namespace XorGen.Generator.Catalogue.Losses;

/// <summary>A loss that is a sum over the outputs of a function of the output a and its target y.</summary>
internal sealed class ElementwiseLoss : Loss
{
    /// <summary>Gets the formula of what an output costs, from a, y and Delta.</summary>
    public required Func<Expression, Expression, double, Expression> Cost { get; init; }

    /// <summary>Gets the formula of its derivative by a, from a, y and Delta.</summary>
    public required Func<Expression, Expression, double, Expression> Slope { get; init; }

    /// <summary>Gets the formula of what an output costs that is the logarithm of a, from log a, y and Delta; null where that makes no difference.</summary>
    public Func<Expression, Expression, double, Expression>? LogarithmCost { get; init; }

    /// <summary>Gets the formula of its derivative by log a.</summary>
    public Func<Expression, Expression, double, Expression>? LogarithmSlope { get; init; }

    /// <summary>Returns what an output costs.</summary>
    public Expression Value(Expression a, Expression y) => Choose(Cost, LogarithmCost)(a, y, Parameter);

    /// <summary>Returns its derivative by the output.</summary>
    public Expression Derivative(Expression a, Expression y) => Choose(Slope, LogarithmSlope)(a, y, Parameter);

    private Func<Expression, Expression, double, Expression> Choose(
        Func<Expression, Expression, double, Expression> usual, Func<Expression, Expression, double, Expression>? ofLogarithm) =>
        OutputActivation is SoftmaxActivation { IsLogarithm: true } && ofLogarithm is not null ? ofLogarithm : usual;
}
