namespace XorGen.Sample.Story;

/// <summary>What became of one network.</summary>
/// <param name="Name">What to call it in tables and pictures.</param>
/// <param name="ShouldLearn">Whether it is expected to learn.</param>
/// <param name="Report">What its training did.</param>
/// <param name="Curve">How its loss fell.</param>
/// <param name="Predict">Its answer to two inputs.</param>
internal sealed record Outcome(
    string Name,
    bool ShouldLearn,
    TrainingReport Report,
    LossCurve Curve,
    Func<double, double, double> Predict)
{
    /// <summary>Gets its answers to the four rows.</summary>
    public IReadOnlyList<Prediction> Predictions { get; } = Answers(Predict);

    /// <summary>Gets a value indicating whether all four answers are right.</summary>
    public bool Learned => Predictions.All(prediction => prediction.IsRight);

    private static Prediction[] Answers(Func<double, double, double> predict)
    {
        var answers = new Prediction[XorTable.Rows];
        for (int row = 0; row < answers.Length; row++)
        {
            double x0 = XorTable.Inputs[2 * row];
            double x1 = XorTable.Inputs[(2 * row) + 1];
            answers[row] = new Prediction(x0, x1, XorTable.Targets[row], predict(x0, x1));
        }

        return answers;
    }
}
