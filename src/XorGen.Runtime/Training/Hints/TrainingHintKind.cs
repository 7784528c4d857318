namespace XorGen;

/// <summary>What a <see cref="TrainingHint"/> is about. The numbers do not change.</summary>
public enum TrainingHintKind
{
    /// <summary>A column of the inputs is far from mean 0 and standard deviation 1.</summary>
    InputsNotScaled = 1,

    /// <summary>Targets lie outside the values that the output activation can give.</summary>
    TargetsOutOfRange = 2,

    /// <summary>All rows have the same target.</summary>
    TargetsAlike = 3,

    /// <summary>The neurons of a hidden layer are copies of each other, because all of them have started with the same parameters.</summary>
    ConstantInitializer = 4,

    /// <summary>The outputs are the same for all rows, and the targets are not.</summary>
    OutputsAlike = 5,

    /// <summary>The loss has never been below that of the best constant prediction.</summary>
    ConstantPredictionNotBeaten = 6,

    /// <summary>The loss rose, or was no longer a finite number.</summary>
    LearningRateTooLarge = 7,

    /// <summary>The loss has hardly changed.</summary>
    LearningRateTooSmall = 8,
}
