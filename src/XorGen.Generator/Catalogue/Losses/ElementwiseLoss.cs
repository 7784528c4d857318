using XorGen.Generator.Expressions;

namespace XorGen.Generator.Catalogue.Losses;

/// <summary>A loss that is a sum over the outputs of a function of the output a and its target y.</summary>
internal sealed class ElementwiseLoss : Loss
{
    /// <summary>Gets what an output costs, from a and y.</summary>
    public required Func<Expression, Expression, Expression> Value { get; init; }

    /// <summary>Gets its derivative by a, from a and y.</summary>
    public required Func<Expression, Expression, Expression> Derivative { get; init; }
}
