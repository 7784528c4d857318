using XorGen.Generator.Expressions;

namespace XorGen.Generator.Catalogue.Losses;

/// <summary>A loss of two outputs for each target y: a mean m and a variance v.</summary>
internal sealed class MeanVarianceLoss : Loss
{
    /// <summary>Gets what a mean and its variance cost, from m, v and y.</summary>
    public required Func<Expression, Expression, Expression, Expression> Value { get; init; }

    /// <summary>Gets the derivative of that by m.</summary>
    public required Func<Expression, Expression, Expression, Expression> MeanSlope { get; init; }

    /// <summary>Gets the derivative of that by v.</summary>
    public required Func<Expression, Expression, Expression, Expression> VarianceSlope { get; init; }
}
