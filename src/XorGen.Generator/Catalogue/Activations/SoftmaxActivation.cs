namespace XorGen.Generator.Catalogue.Activations;

/// <summary>The softmax over the outputs of a row. The emitters write it with the loss that follows it.</summary>
internal sealed class SoftmaxActivation : Activation;
