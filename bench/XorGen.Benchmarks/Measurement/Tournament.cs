using XorGen.Benchmarks.Peers;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Measurement;

/// <summary>Lets the peers enter for the works, turns away those whose results do not agree, and measures the others.</summary>
internal sealed class Tournament(IReadOnlyList<IPeer> peers, IEngine engine)
{
    private readonly List<string> remarks = [];

    /// <summary>Gets what a reader of the results must know: who is missing, whose results differ.</summary>
    public IReadOnlyList<string> Remarks => remarks;

    public IReadOnlyList<Result> Run(IReadOnlyList<Work> works)
    {
        IPeer[] present = [.. peers.Where(IsPresent)];
        var results = new List<Result>();
        foreach (Work work in works)
        {
            results.AddRange(Run(work, present));
        }

        return results;
    }

    private IReadOnlyList<Result> Run(Work work, IPeer[] present)
    {
        Console.WriteLine(work.Key);
        var contenders = new List<(string Peer, Contender Contender)>();
        try
        {
            foreach (IPeer peer in present)
            {
                Admit(peer, work, contenders);
            }

            if (contenders.Count == 0)
            {
                return [];
            }

            IReadOnlyList<Result> results = engine.Measure(work, contenders);
            foreach (Result result in results)
            {
                double ratio = result.Minimum / results[0].Minimum;
                Console.WriteLine($"  {result.Peer,-22} {result.Minimum,12:N1} ns   median {result.Median,12:N1} ns   {ratio,8:0.00} x   {result.Allocated:N0} B");
            }

            return results;
        }
        finally
        {
            contenders.ForEach(entry => entry.Contender.Dispose());
        }
    }

    private void Admit(IPeer peer, Work work, List<(string Peer, Contender Contender)> contenders)
    {
        if (peer.Enter(work) is not { } contender)
        {
            return;
        }

        if (Agreement.Objection(contender) is { } objection)
        {
            Remark($"{peer.Name} does not agree at {work.Key} and is left out: {objection}.");
            contender.Dispose();
            return;
        }

        contenders.Add((peer.Name, contender));
    }

    private bool IsPresent(IPeer peer)
    {
        if (peer.Missing is { } reason)
        {
            Remark($"{peer.Name} is not here: {reason}");
        }

        return peer.Missing is null;
    }

    private void Remark(string remark)
    {
        remarks.Add(remark);
        Console.WriteLine("! " + remark);
    }
}
