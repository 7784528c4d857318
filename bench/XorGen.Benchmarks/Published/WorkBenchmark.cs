using BenchmarkDotNet.Attributes;
using XorGen.Benchmarks.Peers;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Published;

/// <summary>A work of the table under BenchmarkDotNet.</summary>
[MemoryDiagnoser]
public class WorkBenchmark
{
    private const int Operations = 64;

    private static IReadOnlyList<IPeer> peers = [];

    private Contender? contender;

    /// <summary>Gets or sets the work, by key.</summary>
    [ParamsSource(nameof(Works))]
    public string Work { get; set; } = string.Empty;

    /// <summary>Gets or sets the peer, by name.</summary>
    [ParamsSource(nameof(PeerNames))]
    public string Peer { get; set; } = string.Empty;

    /// <summary>Gets the keys of the works that are measured.</summary>
    public static IEnumerable<string> Works { get; private set; } = [];

    /// <summary>Gets the names of the peers that are measured.</summary>
    public static IEnumerable<string> PeerNames => peers.Select(peer => peer.Name);

    /// <summary>Starts the work.</summary>
    [GlobalSetup]
    public void Start()
    {
        Work work = WorkCatalogue.All.First(entry => entry.Key == Work);
        contender = peers.First(entry => entry.Name == Peer).Enter(work) ?? throw new NotSupportedException($"{Peer} does not do {Work}.");
        if (Agreement.Objection(contender) is string objection)
        {
            throw new InvalidOperationException($"{Peer} does not agree at {Work}: {objection}.");
        }
    }

    /// <summary>Ends it.</summary>
    [GlobalCleanup]
    public void End() => contender?.Dispose();

    /// <summary>Does it.</summary>
    [Benchmark(OperationsPerInvoke = Operations)]
    public void Run() => contender!.Run(Operations);

    /// <summary>Says what is measured.</summary>
    internal static void Choose(IEnumerable<string> works, IReadOnlyList<IPeer> chosen)
    {
        Works = works;
        peers = chosen;
    }
}
