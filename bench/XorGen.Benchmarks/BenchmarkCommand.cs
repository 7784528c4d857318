using System.CommandLine;
using XorGen.Benchmarks.Measurement;
using XorGen.Benchmarks.Peers;
using XorGen.Benchmarks.Reports;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks;

/// <summary>The command line.</summary>
internal static class BenchmarkCommand
{
    public static RootCommand Create()
    {
        var quick = new Option<bool>("--quick") { Description = "A first look: a fifth of the rounds." };
        var works = new Option<string[]>("--work", "-w") { Description = "Only works whose key contains one of these.", AllowMultipleArgumentsPerToken = true };
        var peerNames = new Option<string[]>("--peer", "-p") { Description = "Only peers whose name contains one of these, and XorGen.", AllowMultipleArgumentsPerToken = true };
        var command = new RootCommand("Measures XorGen against its peers.") { quick, works, peerNames };
        command.SetAction(arguments => Run(arguments.GetValue(quick) ? 10 : 50, arguments.GetValue(works) ?? [], arguments.GetValue(peerNames) ?? []));
        return command;
    }

    private static int Run(int rounds, string[] workFilter, string[] peerFilter)
    {
        Work[] works = [.. WorkCatalogue.All.Where(work => Matches(work.Key, workFilter))];
        NativeBuild.Run();
        IPeer[] all = [.. PeerCatalogue.Create()];
        IPeer[] peers = [.. all.Where(peer => peer is XorGenPeer || Matches(peer.Name, peerFilter))];
        IEngine engine = new InterleavedEngine(rounds, TimeSpan.FromMilliseconds(2));
        var tournament = new Tournament(peers, engine);
        IReadOnlyList<Result> results = tournament.Run(works);
        Console.WriteLine(engine.Method);
        Console.WriteLine(ResultTable.Of(works, results));
        return 0;
    }

    private static bool Matches(string name, string[] filter) =>
        filter.Length == 0 || filter.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
}
