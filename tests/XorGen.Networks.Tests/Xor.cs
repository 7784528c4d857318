namespace XorGen;

/// <summary>The four rows of the XOR gate.</summary>
internal static class Xor
{
    public static readonly double[] Inputs = [0, 0, 0, 1, 1, 0, 1, 1];
    public static readonly double[] Targets = [0, 1, 1, 0];
    public static readonly float[] SingleInputs = [0, 0, 0, 1, 1, 0, 1, 1];
    public static readonly float[] SingleTargets = [0, 1, 1, 0];
}
