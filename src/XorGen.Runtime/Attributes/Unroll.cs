namespace XorGen;

/// <summary>Whether a network's code is unrolled to straight lines over named fields.</summary>
public enum Unroll
{
    /// <summary>Unrolled where it is the faster form: tiny networks.</summary>
    Auto,

    /// <summary>Unrolled; an error where the methods would pass a limit of the just-in-time compiler.</summary>
    Full,

    /// <summary>Loops with constant bounds over one block of memory.</summary>
    None,
}
