using System.Globalization;
using System.Text;
using XorGen.Benchmarks.Generation;
using XorGen.Benchmarks.Reports;

namespace XorGen.Benchmarks.Sections;

/// <summary>The generator's own time, and the size of what it writes.</summary>
internal sealed class GeneratorSection : ISection
{
    private const int Rounds = 60;
    private const int WarmUps = 30;

    private static readonly (string Name, string Attribute)[] Networks =
    [
        ("XOR 2-2-1", "Inputs = 2, Hidden = 2, Outputs = 1"),
        ("8-8-4-4, named fields by request", "Inputs = 8, HiddenLayers = new[] { 8, 4 }, Outputs = 4, Unroll = XorGen.Unroll.Full"),
        ("4-16-16-3", "Inputs = 4, HiddenLayers = new[] { 16, 16 }, Outputs = 3, OutputActivation = \"softmax\""),
        ("17-64-64-6", "Inputs = 17, HiddenLayers = new[] { 64, 64 }, Outputs = 6, OutputActivation = \"linear\""),
        ("784-128-10", "Inputs = 784, Hidden = 128, Outputs = 10, Activation = \"relu\", OutputActivation = \"softmax\""),
        ("784-1024-1024-10", "Inputs = 784, HiddenLayers = new[] { 1024, 1024 }, Outputs = 10, Activation = \"relu\", OutputActivation = \"softmax\""),
        ("16 layers of 64", "Inputs = 64, HiddenLayers = new[] { 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64 }, Outputs = 10"),
    ];

    public string Key => "generator";

    public string Description => "the generator's time and the size of its text";

    public string Run(MeasurementOptions options)
    {
        (string Name, GeneratorRuns Runs, List<double> Times)[] networks = [.. Networks.Select(network => (network.Name, new GeneratorRuns(network.Attribute), new List<double>()))];
        for (int round = -WarmUps; round < options.Rounds(Rounds); round++)
        {
            foreach ((_, GeneratorRuns runs, List<double> times) in networks)
            {
                double time = runs.Run();
                if (round >= 0)
                {
                    times.Add(time);
                }
            }

            if (round < 0 && round % 10 == 0)
            {
                Thread.Sleep(200);
            }
        }

        var text = new StringBuilder($"{Conditions.Text} In memory, warm, a new driver for each run; best (median) of {options.Rounds(Rounds)}.\n\n| network | time | text |\n|---|---:|---:|\n");
        foreach ((string name, GeneratorRuns runs, List<double> times) in networks)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {times.Min():0.0} ms ({times.Order().ElementAt(times.Count / 2):0.0} ms) | {runs.TextBytes / 1024.0:0} KB |");
        }

        return text.ToString();
    }
}
