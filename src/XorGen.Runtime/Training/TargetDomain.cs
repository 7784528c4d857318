namespace XorGen.Training;

/// <summary>The targets that a loss is defined for.</summary>
public enum TargetDomain
{
    /// <summary>Any finite number.</summary>
    AnyNumber,

    /// <summary>From 0 to 1: a probability, 0 and 1 where the class is certain.</summary>
    ZeroToOne,

    /// <summary>Each from 0 to 1, and those of a row add up to 1: a distribution over the classes.</summary>
    Distribution,

    /// <summary>0 or more: a count or a rate.</summary>
    NotNegative,

    /// <summary>-1 or 1: the side of a margin.</summary>
    MinusOneOrOne,
}
