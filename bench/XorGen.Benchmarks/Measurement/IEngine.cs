using XorGen.Benchmarks.Peers;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Measurement;

/// <summary>A way to measure.</summary>
internal interface IEngine
{
    /// <summary>Gets a sentence that says how it measures.</summary>
    string Method { get; }

    /// <summary>Measures contenders whose results agree.</summary>
    IReadOnlyList<Result> Measure(Work work, IReadOnlyList<(string Peer, Contender Contender)> contenders);
}
