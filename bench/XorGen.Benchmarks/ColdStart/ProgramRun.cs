using System.Diagnostics;

namespace XorGen.Benchmarks.ColdStart;

/// <summary>A program whose whole life is timed again and again.</summary>
internal sealed class ProgramRun(string program, string mode)
{
    private const string Expected = "XOR is learned.";

    private readonly string executable = Publication.Of(program, mode);
    private readonly List<double> times = [];

    public string Program => program;

    public string Mode => mode;

    /// <summary>Gets the best time in milliseconds.</summary>
    public double Best => times.Min();

    /// <summary>Gets the median in milliseconds.</summary>
    public double Median => times.Order().ElementAt(times.Count / 2);

    public void Time()
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo(executable) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{executable} did not start.");
        string output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        if (output != Expected)
        {
            throw new InvalidOperationException($"{executable} says: {output}");
        }
    }
}
