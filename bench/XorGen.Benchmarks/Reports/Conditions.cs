using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using XorGen.Benchmarks.Peers;

namespace XorGen.Benchmarks.Reports;

/// <summary>Where and with what it was measured.</summary>
internal static class Conditions
{
    /// <summary>Gets a sentence: date, commit, processor, runtime.</summary>
    public static string Text =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, commit {Commit()}, {Processor()}, {Environment.ProcessorCount} virtual processors, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}.");

    private static string Commit()
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("git", ["-C", NativeBuild.Repository, "rev-parse", "--short", "HEAD"]) { RedirectStandardOutput = true })!;
            string commit = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return commit.Length > 0 ? commit : "unknown";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "unknown";
        }
    }

    private static string Processor()
    {
        const string File = "/proc/cpuinfo";
        const string Name = "model name";
        string? line = System.IO.File.Exists(File) ? System.IO.File.ReadLines(File).FirstOrDefault(text => text.StartsWith(Name, StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
