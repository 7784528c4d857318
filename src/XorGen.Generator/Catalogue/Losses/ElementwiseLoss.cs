using XorGen.Generator.Expressions;

namespace XorGen.Generator.Catalogue.Losses;

/// <summary>A loss that is a sum over the outputs of a function of the output a and its target y.</summary>
internal sealed class ElementwiseLoss : Loss
{
    /// <summary>Gets the formula of what an output costs, from a, y and Delta.</summary>
    public required Func<Expression, Expression, double, Expression> Cost { get; init; }

    /// <summary>Gets the formula of its derivative by a, from a, y and Delta.</summary>
    public required Func<Expression, Expression, double, Expression> Slope { get; init; }

    /// <summary>Returns what an output costs.</summary>
    public Expression Value(Expression a, Expression y) => Cost(a, y, Parameter);

    /// <summary>Returns its derivative by a.</summary>
    public Expression Derivative(Expression a, Expression y) => Slope(a, y, Parameter);
}
