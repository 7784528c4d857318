namespace XorGen.Sample.Networks;

/// <summary>Ten measurements of a patient to the progression of diabetes after a year.</summary>
[Network(
    Inputs = 10, Hidden = 8, Outputs = 1,
    OutputActivation = Activations.Linear, WeightDecay = 0.03)]
public partial class DiabetesRegressor;
