namespace XorGen.Sample.Networks;

/// <summary>A point of the plane to one of two spirals.</summary>
[Network(Inputs = 2, HiddenLayers = new[] { 16, 16 }, Outputs = 1)]
public partial class SpiralsNet;
