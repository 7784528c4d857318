using XorGen.Benchmarks.Networks;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Peers;

/// <summary>XOR's <c>Forward(x0, x1)</c>, which takes and returns numbers and not spans.</summary>
internal sealed class XorContender(Work work, XorSingle network)
    : GeneratedContender<XorSingleCalls, float>(work, new(network), network, static () => new XorSingle())
{
    protected override void Forward(long operations)
    {
        float sum = 0;
        for (long i = 0; i < operations; i++)
        {
            sum += network.Forward(i & 1, (i >> 1) & 1);
        }

        Keep(sum);
    }

    protected override void Chain(long operations)
    {
        float x = 0;
        for (long i = 0; i < operations; i++)
        {
            x = network.Forward(x, 1);
        }

        Keep(x);
    }
}
