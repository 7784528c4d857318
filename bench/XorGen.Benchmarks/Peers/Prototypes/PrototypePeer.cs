using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Peers.Prototypes;

/// <summary>C# with vectors by hand for exactly these sizes, written before the generator was: what it had to reach.</summary>
internal sealed class PrototypePeer : IPeer
{
    public string Name => "C# by hand";

    public string? Missing { get; } = System.Runtime.Intrinsics.X86.Avx512F.IsSupported ? null : "it needs a processor with AVX-512";

    public Contender? Enter(Work work) => (work.Shape.Name, work.Kind) switch
    {
        ("xor-double", WorkKind.Train) => new XorPrototype(work),
        ("17-64-64-6", WorkKind.Forward or WorkKind.ForwardChain) => new PolicyPrototype(work),
        ("784-128-10-sgd", WorkKind.Train) => new DigitsPrototype(work),
        _ => null,
    };
}
