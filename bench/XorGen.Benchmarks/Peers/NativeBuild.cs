using System.Diagnostics;

namespace XorGen.Benchmarks.Peers;

/// <summary>Builds the native peers when their sources are newer than what is there.</summary>
internal static class NativeBuild
{
    /// <summary>Gets the repository's folder.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Gets where the libraries are.</summary>
    public static string Folder { get; } = Path.Combine(Repository, "artifacts", "bench-native");

    private static string Sources => Path.Combine(Repository, "bench", "native");

    public static void Run()
    {
        string mark = Path.Combine(Folder, "built");
        DateTime newest = Directory.GetFiles(Sources).Max(File.GetLastWriteTimeUtc);
        if (File.Exists(mark) && File.GetLastWriteTimeUtc(mark) >= newest)
        {
            return;
        }

        Console.WriteLine("Building the native peers; Eigen takes some minutes, once.");
        using Process process = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Sources, "build.sh"), Folder]))
            ?? throw new InvalidOperationException("bash did not start.");
        process.WaitForExit();
        if (process.ExitCode == 0)
        {
            File.WriteAllText(mark, string.Empty);
        }
        else
        {
            Console.WriteLine("Not all native peers were built: those that are missing are left out, and built at the next run.");
        }
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "XorGen.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The benchmarks run from within the repository.");
    }
}
