namespace XorGen.Sample.Networks;

/// <summary>What you would write today: everything else has a default.</summary>
[Network(Inputs = 2, Hidden = 2, Outputs = 1)]
public partial class XorNet;
