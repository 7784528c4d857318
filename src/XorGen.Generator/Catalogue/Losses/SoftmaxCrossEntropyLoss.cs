namespace XorGen.Generator.Catalogue.Losses;

/// <summary>Cross-entropy, fused with the softmax. The emitters write it.</summary>
internal sealed class SoftmaxCrossEntropyLoss : Loss;
