using System.Globalization;
using System.Text;
using XorGen.Benchmarks.ColdStart;
using XorGen.Benchmarks.Reports;

namespace XorGen.Benchmarks.Sections;

/// <summary>From the start of a process to its end: programs that train a little beside one that only writes the same line.</summary>
internal sealed class ColdStartSection : ISection
{
    private const int Rounds = 20;

    private static readonly (string Key, string Title)[] Modes =
    [
        ("Jit", "JIT"),
        ("ReadyToRun", "ReadyToRun"),
        ("NativeAot", "NativeAOT"),
    ];

    private static readonly (string Key, string Title)[] Programs =
    [
        ("Empty", "empty"),
        ("XorTrain", "XOR, `Train` until the loss is 0.01"),
        ("XorFit", "XOR, `Fit` with `TargetLoss` 0.01"),
        ("PolicyStep", "17-64-64-6, two steps of 64 rows"),
        ("DigitsStep", "784-128-10, two steps of 64 rows"),
    ];

    public string Key => "cold-start";

    public string Description => "whole processes, from start to trained network";

    public string Run(MeasurementOptions options)
    {
        ProgramRun[] runs = [.. from program in Programs from mode in Modes select new ProgramRun(program.Key, mode.Key)];
        for (int round = 0; round < options.Rounds(Rounds); round++)
        {
            Array.ForEach(runs, run => run.Time());
        }

        var text = new StringBuilder($"{Conditions.Text} {options.Rounds(Rounds)} rounds, the programs by turns; best (median), and the best's distance from the empty program's.\n\n");
        text.AppendLine("| program |" + string.Concat(Modes.Select(mode => $" {mode.Title} |")));
        text.AppendLine("|---|" + string.Concat(Modes.Select(_ => "---:|")));
        foreach ((string key, string title) in Programs)
        {
            text.AppendLine($"| {title} |" + string.Concat(Modes.Select(mode => Cell(runs, key, mode.Key))));
        }

        return text.ToString();
    }

    private static string Cell(ProgramRun[] runs, string program, string mode)
    {
        ProgramRun Find(string name) => runs.First(run => run.Program == name && run.Mode == mode);
        ProgramRun own = Find(program);
        ProgramRun empty = Find(Programs[0].Key);
        string distance = own == empty ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"; {own.Best / empty.Best:0.00} ×, +{own.Best - empty.Best:0.0} ms");
        return string.Create(CultureInfo.InvariantCulture, $" {own.Best:0.0} ms ({own.Median:0.0} ms){distance} |");
    }
}
