using System.CommandLine;
using XorGen.Benchmarks.Kernels;
using XorGen.Benchmarks.Published;
using XorGen.Benchmarks.Reports;
using XorGen.Benchmarks.Sections;

namespace XorGen.Benchmarks;

/// <summary>The command line.</summary>
internal static class BenchmarkCommand
{
    private const string Everything = "all";

    public static RootCommand Create()
    {
        string list = string.Join("; ", SectionCatalogue.All.Select(section => $"{section.Key}: {section.Description}"));
        var sections = new Argument<string[]>("section") { Description = $"What to measure. {list}; all: all of these; {BenchmarkDotNetRun.Command}: the works under BenchmarkDotNet. The first when none is named." };
        var quick = new Option<bool>("--quick") { Description = "A first look: a fifth of the rounds." };
        var publish = new Option<bool>("--publish") { Description = "Write the results into docs/performance.md." };
        var works = new Option<string[]>("--work", "-w") { Description = "Only works whose key contains one of these.", AllowMultipleArgumentsPerToken = true };
        var peers = new Option<string[]>("--peer", "-p") { Description = "Only peers whose name contains one of these, and XorGen.", AllowMultipleArgumentsPerToken = true };
        var command = new RootCommand("Measures XorGen against its peers and its goals.") { sections, quick, publish, works, peers };
        command.SetAction(arguments => Run(
            arguments.GetValue(sections) ?? [],
            new(arguments.GetValue(quick), arguments.GetValue(works) ?? [], arguments.GetValue(peers) ?? []),
            arguments.GetValue(publish)));
        return command;
    }

    private static void Run(string[] keys, MeasurementOptions options, bool isPublished)
    {
        switch (keys)
        {
            case [WidthReport.Command]:
                WidthReport.Write(options);
                return;
            case [BenchmarkDotNetRun.Command]:
                BenchmarkDotNetRun.Run(options);
                return;
        }

        IEnumerable<ISection> sections = keys switch
        {
            [] => [SectionCatalogue.All[0]],
            [Everything] => SectionCatalogue.All,
            _ => keys.Select(SectionCatalogue.Named),
        };
        foreach (ISection section in sections)
        {
            string text = section.Run(options);
            Console.WriteLine();
            Console.WriteLine(text);
            if (isPublished)
            {
                PerformancePage.Replace(section.Key, text);
            }
        }
    }
}
