namespace XorGen;

/// <summary>
/// Drops a share of what the layer before it gives, of the inputs where it is the first: in source order among the
/// <see cref="DenseAttribute"/>s of a network.
/// </summary>
/// <remarks>
/// <para>Each step of training replaces each of these values by zero with the probability <paramref name="rate"/>, and multiplies the
/// others by 1 / (1 - rate), so that their expected value stays: N. Srivastava et al., "Dropout: a simple way to prevent neural networks
/// from overfitting", JMLR 15, 2014; torch.nn.Dropout in training mode. Train and Backward drop; Forward, Predict and Evaluate do not.</para>
/// <para>What is dropped follows from the seed of the parameters, the number of steps since Initialize, the row's number in its batch, the
/// layer and the neuron. Backward drops the same until Update has taken the step.</para>
/// </remarks>
/// <param name="rate">The share of values that are dropped, from 0 to less than 1, to a multiple of 2^-24.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class DropoutAttribute(double rate) : Attribute
{
    /// <summary>Gets the share of values that are dropped, from 0 to less than 1. It has no default.</summary>
    public double Rate { get; } = rate;
}
