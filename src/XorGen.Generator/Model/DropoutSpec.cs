namespace XorGen.Generator.Model;

/// <summary>Dropout of what the layer before it gives, of the inputs where it is the first.</summary>
internal sealed record DropoutSpec(double Rate) : LayerSpec;
