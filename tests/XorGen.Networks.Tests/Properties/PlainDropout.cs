using XorGen.Numerics;

namespace XorGen.Properties;

/// <summary>The factors of dropout once more, one at a time, on plain integers.</summary>
internal static class PlainDropout
{
    public static double Factor(int seed, int steps, int layer, int row, int neuron, int width, double rate)
    {
        if (rate == 0)
        {
            return 1;
        }

        unchecked
        {
            ulong key = (ulong)(DropoutSequence.Start(seed) + steps) + ((ulong)layer * 0x9E3779B97F4A7C15);
            key = (key ^ (key >> 30)) * 0xBF58476D1CE4E5B9;
            key = (key ^ (key >> 27)) * 0x94D049BB133111EB;
            key ^= key >> 31;
            uint x = (uint)((row * width) + neuron) + (uint)key;
            x = (x ^ (x >> 16)) * 0x85EBCA6B;
            x = (x ^ (x >> 13) ^ (uint)(key >> 32)) * 0xC2B2AE35;
            x ^= x >> 16;
            return (x >> 8) < Math.Round(rate * 16777216) ? 0 : 1 / (1 - rate);
        }
    }
}
