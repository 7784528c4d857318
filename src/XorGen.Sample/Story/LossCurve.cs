namespace XorGen.Sample.Story;

/// <summary>How the loss fell.</summary>
/// <param name="Losses">The mean loss before iterations 0, n, 2n, ...</param>
/// <param name="Interval">The n of the above.</param>
internal sealed record LossCurve(IReadOnlyList<double> Losses, int Interval)
{
    /// <summary>The loss of a network that always says 0.5: ln 2.</summary>
    public const double Undecided = 0.6931471805599453;

    /// <summary>Returns the curve of a training, up to the loss at its end.</summary>
    public static LossCurve Of(TrainingReport report, int interval) => new([.. report.LossHistory, report.FinalLoss], interval);

    /// <summary>Gets the first iteration at which the loss was clearly below that of <see cref="Undecided"/>, or null.</summary>
    public int? LeavesPlateauAt
    {
        get
        {
            for (int i = 0; i < Losses.Count; i++)
            {
                if (Losses[i] < 0.9 * Undecided)
                {
                    return i * Interval;
                }
            }

            return null;
        }
    }
}
