namespace XorGen.Training;

/// <summary>Runs the training loop on a <see cref="ScriptedNetwork"/>.</summary>
internal static class Scripted
{
    /// <summary>The best constant prediction for <see cref="Targets"/> costs ln 2.</summary>
    public static readonly double[] Targets = [0, 1, 1, 0];

    public static readonly double[] Inputs = [10, 11, 12, 13];

    public static TrainingReport Fit(ScriptedNetwork network, TrainingOptions? options, int seed = 0) =>
        Fit(network, Inputs, Targets, options, seed);

    public static TrainingReport Fit(ScriptedNetwork network, double[] inputs, double[] targets, TrainingOptions? options, int seed = 0) =>
        TrainingLoop.Fit(ref network, inputs, targets, options, seed, BaselineLoss.BinaryEntropy);

    /// <summary>A loss that falls with each step, from 1 on.</summary>
    public static double Falling(int attempt, int steps) => 1.0 / (1 + steps);
}
