namespace XorGen.Sample.Networks;

/// <summary>Thirty measurements of a tumour to the probability that it is benign.</summary>
[Network(Inputs = 30, Hidden = 8, Outputs = 1, WeightDecay = 0.01)]
public partial class BreastCancerClassifier;
