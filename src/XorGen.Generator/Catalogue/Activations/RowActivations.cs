namespace XorGen.Generator.Catalogue.Activations;

/// <summary>Activations of a whole row, for the output layer only.</summary>
internal static class RowActivations
{
    public static IEnumerable<Activation> Entries =>
    [
        new SoftmaxActivation
        {
            Name = "softmax",
            Formula = "exp(z_j) / sum_k exp(z_k)",
            Source = "J. S. Bridle, 1990; torch.nn.Softmax",
            OnnxOperator = "Softmax",
            DefaultLoss = "cross_entropy",
        },
    ];
}
