namespace XorGen;

/// <summary>The type of the numbers of a network.</summary>
public enum Precision
{
    /// <summary><see cref="float"/>, 32 bits.</summary>
    Single,

    /// <summary><see cref="double"/>, 64 bits.</summary>
    Double,
}
