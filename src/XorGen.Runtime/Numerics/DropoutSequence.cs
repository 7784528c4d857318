namespace XorGen.Numerics;

/// <summary>The random sequence of a network with dropout.</summary>
public static class DropoutSequence
{
    /// <summary>Returns where the sequence of a seed begins: one of 2^52 places, so that the sequences of two seeds hardly ever meet.</summary>
    /// <param name="seed">The seed of the network's parameters.</param>
    /// <returns>A whole number, to which a double adds a step's 1 without rounding.</returns>
    public static double Start(int seed)
    {
        // A sequence of its own: the parameters are drawn from the seed itself.
        var random = new RandomSource(unchecked((ulong)seed) ^ 0x44726F706F757421);
        return random.NextUInt64() >> 12;
    }
}
