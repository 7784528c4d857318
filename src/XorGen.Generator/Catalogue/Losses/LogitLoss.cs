using XorGen.Generator.Expressions;

namespace XorGen.Generator.Catalogue.Losses;

/// <summary>A loss that is fused with the activation of the output layer and computed from its logits z.</summary>
internal sealed class LogitLoss : Loss
{
    /// <summary>Gets the formula by which it is computed from z, for people.</summary>
    public required string LogitFormula { get; init; }

    /// <summary>Gets what an output costs, from z and y.</summary>
    public required Func<Expression, Expression, Expression> Value { get; init; }

    /// <summary>Gets the same from z, ln(1 + exp(-|z|)) and y, where the sigmoid leaves that behind; null where a loss has no use for it.</summary>
    public Func<Expression, Expression, Expression, Expression>? ValueFromSoftplus { get; init; }

    /// <summary>Gets its derivative by z, from z, a and y.</summary>
    public required Func<Expression, Expression, Expression, Expression> Delta { get; init; }
}
