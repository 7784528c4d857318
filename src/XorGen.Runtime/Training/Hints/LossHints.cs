using System.Globalization;

namespace XorGen.Training;

/// <summary>Says what losses tell. Called for trainings that have learned nothing, or lost it again.</summary>
internal static class LossHints
{
    public static TrainingHint Diverged(double rate, int epochs, double lastLoss) => new(
        TrainingHintKind.LearningRateTooLarge,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The loss or a parameter was no longer a finite number after {epochs} epochs with a learning rate of {rate:G4}; the last finite loss is {lastLoss:G4}. Take a learning rate of a tenth or less, or scale inputs and targets, or set GradientClipNorm."));

    public static TrainingHint Risen(in LossEvidence seen) => new(
        TrainingHintKind.LearningRateTooLarge,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The loss has risen from {seen.Lowest:G4} to {seen.Final:G4}, above {seen.Baseline:G4}, which is that of the best constant prediction. The learning rate of {seen.Rate:G4} is probably too large: take a tenth (the network's default is {seen.Description.DefaultLearningRate:G4}), a schedule that lowers it, or GradientClipNorm."));

    public static TrainingHint Frozen(in LossEvidence seen) => new(
        TrainingHintKind.LearningRateTooSmall,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The loss has hardly changed: {seen.First:G6} at first, {seen.Final:G6} after {seen.Epochs} epochs ({seen.Steps} steps) with a learning rate of {seen.Rate:G4}. {(seen.Rate < seen.Description.DefaultLearningRate ? "Take a larger one" : "The gradients are probably close to zero, because activations are saturated: scale the inputs, or take another Activation")} (the network's default learning rate is {seen.Description.DefaultLearningRate:G4})."));

    public static TrainingHint NotBeaten(in LossEvidence seen) => new(
        TrainingHintKind.ConstantPredictionNotBeaten,
        string.Create(
            CultureInfo.InvariantCulture,
            $"In {seen.Epochs} epochs ({seen.Steps} steps) the loss has never been clearly below {seen.Baseline:G6}, that of the best constant prediction; the lowest was {seen.Lowest:G6}. Set TargetLoss, so that Fit starts again from other parameters when it is stuck, or take more hidden units, more epochs or another seed. If none of that helps, the inputs may say nothing about the targets."));

    public static TrainingHint Alike(in LossEvidence seen, int rows, ReadOnlySpan<double> output) => new(
        TrainingHintKind.OutputsAlike,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The outputs are the same for all of {rows} rows looked at (output 0 is {output[0]:G6}), and their targets are not, after {seen.Epochs} epochs; the loss is {seen.Final:G6}, that of the best constant prediction {seen.Baseline:G6}. {Advice(seen.Description)}"));

    public static TrainingHint Symmetric(NetworkDescription description, int neurons) => new(
        TrainingHintKind.ConstantInitializer,
        string.Create(
            CultureInfo.InvariantCulture,
            $"All {neurons} neurons of the first hidden layer have the same parameters, because they started with the same ones (initializer {description.Initializer}): they get the same gradients and stay copies of one neuron. Take an initializer that draws random numbers, such as the default glorot_uniform."));

    private static string Advice(NetworkDescription description)
    {
        foreach (LayerDescription layer in description.Layers)
        {
            if (layer.Activation is "relu" or "relu6" or "threshold" or "hard_tanh" or "hard_sigmoid" or "hard_shrink" or "soft_shrink")
            {
                return $"Neurons of {layer.Activation} whose sum is on the flat side for every row have no gradient and stay so: take a smaller learning rate, scaled inputs, an activation such as leaky_relu or tanh, or another seed.";
            }
        }

        return "Scale the inputs, so that activations are not saturated, take a smaller learning rate, or another seed.";
    }
}
