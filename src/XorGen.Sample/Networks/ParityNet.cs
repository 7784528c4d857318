namespace XorGen.Sample.Networks;

/// <summary>Eight bits to whether an odd number of them is set.</summary>
[Network(Inputs = 8, Hidden = 16, Outputs = 1)]
public partial class ParityNet;
