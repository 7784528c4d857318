using System.Globalization;
using System.Text;
using XorGen.Benchmarks.Measurement;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Reports;

/// <summary>The table of all works: a line for each, a column for each peer, with the ratio to XorGen.</summary>
internal static class ResultTable
{
    public static string Of(IReadOnlyList<Work> works, IReadOnlyList<Result> results)
    {
        string[] peers = [.. results.Select(result => result.Peer).Distinct()];
        var text = new StringBuilder();
        text.Append("| work | goal |");
        text.AppendLine(string.Concat(peers.Select(peer => $" {peer} |")));
        text.Append("|---|---:|");
        text.AppendLine(string.Concat(peers.Select(_ => "---:|")));
        foreach (Work work in works)
        {
            Result[] line = [.. results.Where(result => result.Work == work.Key)];
            if (line.Length > 0)
            {
                text.AppendLine(Line(work, peers, line));
            }
        }

        return text.ToString();
    }

    /// <summary>Writes a time in the unit that suits it.</summary>
    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 9.95 => Format(nanoseconds, "0.0", "ns"),
        < 9_995 => Format(nanoseconds, "N0", "ns"),
        < 99_500 => Format(nanoseconds / 1e3, "0.0", "µs"),
        < 9_995_000 => nanoseconds < 995_000 ? Format(nanoseconds / 1e3, "0", "µs") : Format(nanoseconds / 1e6, "0.00", "ms"),
        _ => Format(nanoseconds / 1e6, "0.0", "ms"),
    };

    private static string Line(Work work, string[] peers, Result[] line)
    {
        Result? own = line.FirstOrDefault(result => result.Peer == peers[0]);
        var text = new StringBuilder($"| {work.Title} | {Time(work.Goal)} |");
        foreach (string peer in peers)
        {
            Result? result = line.FirstOrDefault(result => result.Peer == peer);
            text.Append(result is null ? " - |" : Cell(result, own));
        }

        return text.ToString();
    }

    private static string Cell(Result result, Result? own) =>
        own is null || own == result
            ? string.Create(CultureInfo.InvariantCulture, $" **{Time(result.Minimum)}** ({Time(result.Median)}) |")
            : string.Create(CultureInfo.InvariantCulture, $" {Time(result.Minimum)} ({Ratio(result.Minimum / own.Minimum)}) |");

    private static string Ratio(double ratio) =>
        (ratio >= 9.95 ? ratio.ToString("N0", CultureInfo.InvariantCulture) : ratio.ToString("0.00", CultureInfo.InvariantCulture)) + " ×";

    private static string Format(double value, string format, string unit) => value.ToString(format, CultureInfo.InvariantCulture) + " " + unit;
}
