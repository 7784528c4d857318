using XorGen.Benchmarks.Networks;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Peers;

/// <summary>What this is all about.</summary>
internal sealed class XorGenPeer : IPeer
{
    public string Name => "XorGen";

    public string? Missing => null;

    public Contender Enter(Work work)
    {
        return work.Shape.Name switch
        {
            "xor-double" => Generated<XorDoubleCalls, double, XorDouble>(network => new(network)),
            "xor-float" => new XorContender(work, new XorSingle()),
            "xor-mse" => Generated<XorSquaredErrorCalls, float, XorSquaredError>(network => new(network)),
            "4-16-16-3" => Generated<FlowersCalls, float, Flowers>(network => new(network)),
            "4-32-16-4" => Generated<MatrixExponentialCalls, float, MatrixExponential>(network => new(network)),
            "64-32-10" => Generated<DigitsCalls, float, Digits>(network => new(network)),
            "17-64-64-6" => Generated<PolicyCalls, float, Policy>(network => new(network)),
            "784-128-10-sgd" => Generated<MnistSgdCalls, float, MnistSgd>(network => new(network)),
            "784-128-10-adam" => Generated<MnistAdamCalls, float, MnistAdam>(network => new(network)),
            _ => throw new ArgumentException($"No network is declared for {work.Shape.Name}.", nameof(work)),
        };

        Contender Generated<TCalls, T, TNetwork>(Func<TNetwork, TCalls> calls)
            where TCalls : struct, INetworkCalls<T>
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
            where TNetwork : INetwork<T>, new()
        {
            var network = new TNetwork();
            return new GeneratedContender<TCalls, T>(work, calls(network), network, static () => new TNetwork());
        }
    }
}
