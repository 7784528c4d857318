namespace XorGen;

/// <summary>Something that <c>Fit</c> has noticed and that probably keeps the network from learning: what was seen, and what to do about it.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Message">What was seen, with its numbers, and what to do, in English and in the invariant culture.</param>
public sealed record TrainingHint(TrainingHintKind Kind, string Message)
{
    private const string Pages = "https://github.com/xorgen/xorgen/blob/main/docs/hints/";

    /// <summary>Gets the name of the kind, and of its page: "inputs-not-scaled". It does not change.</summary>
    public string Id => Kind switch
    {
        TrainingHintKind.InputsNotScaled => "inputs-not-scaled",
        TrainingHintKind.TargetsOutOfRange => "targets-out-of-range",
        TrainingHintKind.TargetsAlike => "targets-alike",
        TrainingHintKind.ConstantInitializer => "constant-initializer",
        TrainingHintKind.OutputsAlike => "outputs-alike",
        TrainingHintKind.ConstantPredictionNotBeaten => "constant-prediction-not-beaten",
        TrainingHintKind.LearningRateTooLarge => "learning-rate-too-large",
        TrainingHintKind.LearningRateTooSmall => "learning-rate-too-small",
        _ => string.Empty,
    };

    /// <summary>Gets the address of the page that explains the kind, with an example.</summary>
    public string HelpLink => Pages + Id + ".md";

    /// <summary>Returns the message, with the identifier before it and the address of the page after it.</summary>
    public override string ToString() => $"{Id}: {Message} See {HelpLink}";
}
