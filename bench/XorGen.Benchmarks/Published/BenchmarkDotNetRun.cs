using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using XorGen.Benchmarks.Peers;
using XorGen.Benchmarks.Sections;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Published;

/// <summary>
/// The works under BenchmarkDotNet, for numbers to be quoted: it warms up, chooses the number of iterations, and states
/// errors and allocations. It measures one contender after the other, so ratios on a machine that is shared are better
/// taken from the tournament.
/// </summary>
internal static class BenchmarkDotNetRun
{
    /// <summary>The argument that starts it.</summary>
    public const string Command = "bdn";

    public static void Run(MeasurementOptions options)
    {
        NativeBuild.Run();
        IPeer[] peers = [.. PeerCatalogue.Create().Where(peer => (peer is XorGenPeer || (options.Peers.Length > 0 && options.HasPeer(peer.Name))) && peer.Missing is null)];
        WorkBenchmark.Choose(WorkCatalogue.All.Select(work => work.Key).Where(options.HasWork), peers);

        // In this process: the peers and the choice are here, and the loops are the contenders' own.
        Job job = (options.IsQuick ? Job.ShortRun : Job.Default).WithToolchain(InProcessEmitToolchain.Instance);
        BenchmarkRunner.Run<WorkBenchmark>(DefaultConfig.Instance.AddJob(job));
    }
}
