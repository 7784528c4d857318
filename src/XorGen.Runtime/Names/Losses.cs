namespace XorGen;

/// <summary>The names of the loss functions.</summary>
public static class Losses
{
    /// <summary>-(y log a + (1 - y) log(1 - a)), the mean over outputs and rows; computed from logits. Needs a sigmoid output.</summary>
    public const string BinaryCrossEntropy = "binary_cross_entropy";

    /// <summary>-sum_j y_j log a_j, the mean over rows; computed from logits. Needs a softmax output.</summary>
    public const string CrossEntropy = "cross_entropy";

    /// <summary>(a - y)^2, the mean over outputs and rows.</summary>
    public const string Mse = "mse";
}
