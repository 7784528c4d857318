namespace XorGen.Sample.Problems.CrossValidated;

/// <summary>What a network that was trained on the other folds says to the rows of a fold.</summary>
/// <param name="Seed">The seed of the folds, of the network's start and of the order of its batches.</param>
/// <param name="Number">Which fold, from 0.</param>
/// <param name="Rows">The rows of the fold.</param>
/// <param name="Outputs">The network's outputs for them, in the units of the targets.</param>
/// <param name="Score">How good they are.</param>
/// <param name="TrainingLosses">The loss of each epoch on the rows that were trained on.</param>
/// <param name="TestLosses">The loss after each epoch on the rows of the fold: watched for the picture, nothing depends on it.</param>
/// <param name="Hints">What Fit has noticed.</param>
internal sealed record TestedFold(
    int Seed,
    int Number,
    IReadOnlyList<int> Rows,
    float[] Outputs,
    double Score,
    IReadOnlyList<double> TrainingLosses,
    IReadOnlyList<double> TestLosses,
    IReadOnlyList<TrainingHint> Hints);
