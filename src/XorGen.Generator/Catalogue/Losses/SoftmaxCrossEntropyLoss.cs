using XorGen.Generator.Expressions;

namespace XorGen.Generator.Catalogue.Losses;

/// <summary>
/// Cross-entropy, fused with the softmax. The emitters write it: the derivative of a row's cost by z_j is a_j times the sum of
/// its targets, less y_j.
/// </summary>
internal sealed class SoftmaxCrossEntropyLoss : Loss
{
    /// <summary>Gets what an output costs, from the target y and -log a, which is never negative.</summary>
    public required Func<Expression, Expression, Expression> Value { get; init; }
}
