using XorGen.Benchmarks.Measurement;
using XorGen.Benchmarks.Peers;
using XorGen.Benchmarks.Reports;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Sections;

/// <summary>The table of all works and peers.</summary>
internal sealed class PeersSection : ISection
{
    private const int Rounds = 50;
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(2);

    public string Key => "peers";

    public string Description => "XorGen and its peers at the works of the table";

    public string Run(MeasurementOptions options)
    {
        Work[] works = [.. WorkCatalogue.All.Where(work => options.HasWork(work.Key))];
        NativeBuild.Run();
        IPeer[] all = [.. PeerCatalogue.Create()];
        IPeer[] peers = [.. all.Where(peer => peer is XorGenPeer || options.HasPeer(peer.Name))];
        IEngine engine = new InterleavedEngine(options.Rounds(Rounds), Slice);
        var tournament = new Tournament(peers, engine);
        IReadOnlyList<Result> results = tournament.Run(works);
        string remarks = string.Concat(tournament.Remarks.Select(remark => $"\n- {remark}"));
        return $"{Conditions.Text} {engine.Method}\n\n{ResultTable.Of(works, results)}{(remarks.Length == 0 ? string.Empty : remarks + "\n")}";
    }
}
