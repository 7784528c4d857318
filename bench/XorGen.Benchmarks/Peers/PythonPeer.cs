using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Peers;

/// <summary>A Python library, in a child process that takes its commands from standard input and keeps its own clock.</summary>
internal sealed class PythonPeer(string name, string library, string install) : IPeer
{
    private const string Interpreter = "/usr/bin/python3";

    public string Name => name;

    public string? Missing { get; } = CanImport(library) ? null : $"{install} (Debian: apt-get {install})";

    public Contender? Enter(Work work) => work.Shape.SquaredError ? null : new PythonContender(work, Start(Path.Combine(NativeBuild.Repository, "bench", "python", "peer.py"), library));

    private static bool CanImport(string library)
    {
        if (!File.Exists(Interpreter))
        {
            return false;
        }

        using Process process = Start("-c", $"import {library}");
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Interpreter, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Debian's OpenBLAS 0.3.21 takes newer processors of AMD for ones with SSE3 only.
        if (System.Runtime.Intrinsics.X86.Avx512F.IsSupported)
        {
            start.Environment["OPENBLAS_CORETYPE"] = "SkylakeX";
        }

        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        start.Environment["OMP_NUM_THREADS"] = "1";
        return Process.Start(start) ?? throw new InvalidOperationException("Python did not start.");
    }
}

/// <inheritdoc cref="PythonPeer"/>
internal sealed class PythonContender : Contender
{
    private readonly Process process;
    private readonly string folder = Directory.CreateTempSubdirectory("xorgen-bench").FullName;

    public PythonContender(Work work, Process process)
        : base(work)
    {
        this.process = process;
        Save("parameters", Problem.Parameters);
        Save("inputs", Problem.Inputs);
        Save("targets", Problem.Targets);
        Shape shape = work.Shape;
        _ = Ask($"load {folder} {string.Join(',', shape.Widths)} {shape.Hidden} {shape.Output} {(shape.Adam ? "adam" : "sgd")} {(shape.Double ? "double" : "single")} {work.Kind} {work.Batch} {Problem.Rows}");
    }

    public override bool IsManaged => false;

    public override double[] Outputs(int rows) => Numbers(Ask(FormattableString.Invariant($"outputs {rows}")));

    public override double[] ParametersAfter(int steps) => Numbers(Ask(FormattableString.Invariant($"train {steps} {Problem.CheckedRate}")));

    public override void Run(long operations) => _ = Time(operations);

    public override double Time(long operations) =>
        double.Parse(Ask(FormattableString.Invariant($"time {operations} {Problem.TimedRate}")), CultureInfo.InvariantCulture);

    protected override void Dispose(bool disposing)
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            process.Kill();
        }

        process.Dispose();
        Directory.Delete(folder, recursive: true);
        base.Dispose(disposing);
    }

    private static double[] Numbers(string file) =>
        MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(file)).ToArray();

    private void Save(string name, float[] values) =>
        File.WriteAllBytes(Path.Combine(folder, name), MemoryMarshal.AsBytes<float>(values).ToArray());

    private string Ask(string command)
    {
        process.StandardInput.WriteLine(command);
        process.StandardInput.Flush();
        return process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException("The Python peer has ended: " + process.StandardError.ReadToEnd());
    }
}
