using System.Diagnostics;
using XorGen.Benchmarks.Peers;

namespace XorGen.Benchmarks.ColdStart;

/// <summary>Publishes the programs of bench/ColdStart, where their sources are newer than what is there.</summary>
internal static class Publication
{
    private static string Project => Path.Combine(NativeBuild.Repository, "bench", "ColdStart", "XorGen.ColdStart.csproj");

    private static DateTime NewestSource => new[] { "bench/ColdStart", "src" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(NativeBuild.Repository, folder), "*.cs*", SearchOption.AllDirectories))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
        .Max(File.GetLastWriteTimeUtc);

    /// <summary>Returns the program's executable file.</summary>
    public static string Of(string program, string mode)
    {
        string folder = Path.Combine(NativeBuild.Repository, "artifacts", "cold-start", mode, program);
        string executable = Path.Combine(folder, program);
        string mark = Path.Combine(folder, "published");
        if (!File.Exists(mark) || File.GetLastWriteTimeUtc(mark) < NewestSource)
        {
            Publish(program, mode, folder);
            File.WriteAllText(mark, string.Empty);
        }

        return executable;
    }

    private static void Publish(string program, string mode, string folder)
    {
        Console.WriteLine($"Publishing {program} ({mode})");
        string[] arguments = ["publish", Project, "-c", "Release", "-v", "q", "--nologo", $"-p:Program={program}", $"-p:Mode={mode}", "-o", folder];
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("dotnet did not start.");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(output);
        }
    }
}
