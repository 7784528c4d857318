namespace XorGen.Generator.Catalogue.Activations;

/// <summary>Activations of a whole row, for the output layer only.</summary>
internal static class RowActivations
{
    public static IEnumerable<Activation> Entries =>
    [
        new SoftmaxActivation
        {
            Name = "softmax",
            NamesElsewhere = ["Softmax2d", "sparsemax", "Softmin"],
            Formula = "exp(z_j) / sum_k exp(z_k)",
            Source = "J. S. Bridle, 1990; torch.nn.Softmax",
            Values = p => OutputRange.Shares,
            OnnxOperator = "Softmax",
            DefaultLoss = "cross_entropy",
        },
        new SoftmaxActivation
        {
            // (z_j - max) - log(sum_k exp(z_k - max)): no exponential overflows, and no logarithm is of 0.
            Name = "log_softmax",
            Aliases = ["logsoftmax"],
            Formula = "log(exp(z_j) / sum_k exp(z_k))",
            Source = "torch.nn.LogSoftmax",
            Values = p => new(double.NegativeInfinity, 0),
            OnnxOperator = "LogSoftmax",
            DefaultLoss = "cross_entropy",
            IsLogarithm = true,
        },
        new MeanVarianceActivation
        {
            Name = "mean_variance",
            Formula = "z_j in the first half of the outputs, log(1 + exp(z_j)) in the second",
            Source = "D. Nix and A. Weigend, 1994; B. Lakshminarayanan, A. Pritzel and C. Blundell, 2017",
            DefaultLoss = "gaussian_nll",
        },
    ];
}
