using System.Globalization;
using System.Text;
using XorGen.Benchmarks.Kernels;
using XorGen.Benchmarks.Reports;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Sections;

/// <summary>The matrix kernels' share of the core's peak, and all works, at each vector width.</summary>
internal sealed class WidthsSection : ISection
{
    private static readonly (string Variable, string Value)[] Switches = [("DOTNET_EnableAVX512", "1"), ("DOTNET_EnableAVX512", "0"), ("DOTNET_EnableAVX2", "0")];

    public string Key => "widths";

    public string Description => "the kernels' share of the core's peak, and the works, with vectors of 512, 256 and 128 bits";

    public string Run(MeasurementOptions options)
    {
        WidthReport[] reports = [.. Switches.Select(one => WidthReport.InChild(one.Variable, one.Value, options)).DistinctBy(report => report.Bits)];
        var text = new StringBuilder($"{Conditions.Text} A process for each width; best of many short runs. The runtime's switch for 128 bits (`DOTNET_EnableAVX2=0`) also takes the fused multiply-add away, which is then computed in software, to the same bits: what a processor from before 2013 does.\n\n");
        text.AppendLine("| bits | peak, GFLOP/s | forward product, 64 x 784 x 128 | weight gradient with the step, 784 x 64 x 128 |");
        text.AppendLine("|---:|---:|---:|---:|");
        foreach (KernelSpeed speed in reports.SelectMany(report => report.Kernels))
        {
            text.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {speed.Bits} | {speed.Peak:0} | {speed.Forward:0} ({speed.Forward / speed.Peak:P0}) | {speed.WeightGradient:0} ({speed.WeightGradient / speed.Peak:P0}) |"));
        }

        text.AppendLine();
        text.AppendLine("| work |" + string.Concat(reports.Select(report => $" {report.Bits} bits{(report.Bits == 128 ? ", without FMA" : string.Empty)} |")));
        text.AppendLine("|---|" + string.Concat(reports.Select(_ => "---:|")));
        foreach (Work work in WorkCatalogue.All.Where(work => options.HasWork(work.Key)))
        {
            text.AppendLine($"| {work.Title} |" + string.Concat(reports.Select(report => $" {ResultTable.Time(report.Works[work.Key])} |")));
        }

        return text.ToString();
    }
}
