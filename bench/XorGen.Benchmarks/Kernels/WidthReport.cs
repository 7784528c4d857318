using System.Diagnostics;
using System.Globalization;
using XorGen.Benchmarks.Measurement;
using XorGen.Benchmarks.Peers;
using XorGen.Benchmarks.Sections;
using XorGen.Benchmarks.Works;
using XorGen.Numerics;

namespace XorGen.Benchmarks.Kernels;

/// <summary>What a process measures in which the runtime uses vectors of one width: the switch for it is read at the start.</summary>
/// <param name="Bits">The widest vectors in use.</param>
/// <param name="Kernels">The matrix kernels beside the peak, at that width and, with 256 bits, at 128.</param>
/// <param name="Works">The nanoseconds of the works, by key.</param>
internal sealed record WidthReport(int Bits, IReadOnlyList<KernelSpeed> Kernels, IReadOnlyDictionary<string, double> Works)
{
    /// <summary>The argument that makes the program write such a report.</summary>
    public const string Command = "width-report";

    private const int KernelRounds = 400;
    private const int WorkRounds = 15;

    /// <summary>Measures in a child process with a variable of its environment.</summary>
    public static WidthReport InChild(string variable, string value, MeasurementOptions options)
    {
        string[] arguments = [typeof(WidthReport).Assembly.Location, Command, .. options.IsQuick ? ["--quick"] : Array.Empty<string>(), .. options.Works.SelectMany(work => (string[])["--work", work])];
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true };
        start.Environment[variable] = value;
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("The child process did not start.");
        string[] lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        string[][] fields = [.. lines.Select(line => line.Split('\t')).Where(line => line.Length > 1)];
        IEnumerable<double[]> kernels = fields.Where(line => line[0] == nameof(Kernels)).Select(line => line[1..].Select(Parse).ToArray());
        return new(
            (int)Parse(fields.First(line => line[0] == nameof(Bits))[1]),
            [.. kernels.Select(numbers => new KernelSpeed((int)numbers[0], numbers[1], numbers[2], numbers[3]))],
            fields.Where(line => line[0] == nameof(Works)).ToDictionary(line => line[1], line => Parse(line[2])));
    }

    /// <summary>Measures in this process and writes the report to standard output.</summary>
    public static void Write(MeasurementOptions options)
    {
        int bits = Lanes512Single.IsHardwareAccelerated ? 512 : Lanes256Single.IsHardwareAccelerated ? 256 : 128;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{nameof(Bits)}\t{bits}"));
        foreach (KernelSpeed speed in KernelMeasurement.Run(options.Rounds(KernelRounds)))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{nameof(Kernels)}\t{speed.Bits}\t{speed.Peak:R}\t{speed.Forward:R}\t{speed.WeightGradient:R}"));
        }

        var engine = new InterleavedEngine(options.Rounds(WorkRounds), TimeSpan.FromMilliseconds(2));
        var peer = new XorGenPeer();
        foreach (Work work in WorkCatalogue.All.Where(work => options.HasWork(work.Key)))
        {
            using Contender contender = peer.Enter(work);
            Result result = engine.Measure(work, [(peer.Name, contender)])[0];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{nameof(Works)}\t{work.Key}\t{result.Minimum:R}"));
        }
    }

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);
}
