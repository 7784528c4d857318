using XorGen.Generator.Expressions;

namespace XorGen.Generator.Catalogue.Activations;

/// <summary>The first half of the outputs is means, which are the sums as they are, and the second half their variances.</summary>
internal sealed class MeanVarianceActivation : Activation
{
    /// <summary>Returns the variance.</summary>
    public static Expression Variance(Expression z) => Expression.Softplus(z);

    /// <summary>Returns its derivative by z.</summary>
    public static Expression VarianceDerivative(Expression z) => Expression.Sigmoid(z);
}
