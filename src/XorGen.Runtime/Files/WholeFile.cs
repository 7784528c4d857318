using System.Collections.Concurrent;
using System.Globalization;

namespace XorGen;

/// <summary>
/// Writes a file whole or not at all: to a temporary file in the same directory, which is flushed to the disk and then takes its name. A
/// reader, or a crash at any moment, meets the old file or the new one.
/// </summary>
/// <remarks>
/// A symbolic link stays one, and its target is replaced; a file that is replaced keeps its mode. What a process that was killed has
/// left behind is removed by the next save into the directory.
/// </remarks>
internal static class WholeFile
{
    private const string Prefix = ".xorgen.";
    private const string Suffix = ".tmp";
    private const int Attempts = 5;

    private static readonly ConcurrentDictionary<string, bool> Ours = [];

    /// <summary>Writes a file.</summary>
    /// <param name="path">Its name; one that is there is replaced.</param>
    /// <param name="write">Writes the content; may be called again.</param>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = Path.GetFullPath(path);
        string target = new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName;
        if (IsDevice(full) || IsDevice(target))
        {
            using var device = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            write(device);
            return;
        }

        string directory = Path.GetDirectoryName(target) ?? throw new UnauthorizedAccessException($"{path} is a directory.");
        RemoveAbandoned(directory);
        for (int attempt = 1; !TryWrite(directory, target, write, isLast: attempt == Attempts); attempt++)
        {
        }
    }

    /// <summary>
    /// Returns false where somebody else has removed the temporary file, taking it for abandoned: between its creation and its lock, or
    /// where the file system has no locks.
    /// </summary>
    private static bool TryWrite(string directory, string target, Action<Stream> write, bool isLast)
    {
        // A short name, because that of the target may be as long as the file system allows.
        string temporary = Path.Combine(
            directory, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}.{Guid.NewGuid():N}{Suffix}"));
        Ours[temporary] = true;
        bool isCreated = false;
        bool isMoved = false;
        try
        {
            // The file is open, and so locked, until it has its name: that tells others that it is not abandoned. Windows does not
            // rename an open file.
            using (FileStream stream = Create(temporary, target))
            {
                isCreated = true;
                write(stream);
                stream.Flush(flushToDisk: true);
                if (!OperatingSystem.IsWindows())
                {
                    File.Move(temporary, target, overwrite: true);
                    isMoved = true;
                }
            }

            if (!isMoved)
            {
                Replace(temporary, target);
                isMoved = true;
            }

            return true;
        }
        catch (FileNotFoundException) when (!isLast && isCreated)
        {
            return false;
        }
        catch (IOException) when (!isLast && !isCreated && Directory.Exists(directory))
        {
            return false;
        }
        finally
        {
            if (!isMoved)
            {
                File.Delete(temporary);
            }

            Ours.TryRemove(temporary, out _);
        }
    }

    private static FileStream Create(string temporary, string target)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (OperatingSystem.IsWindows() || !File.Exists(target))
        {
            return new FileStream(temporary, options);
        }

        // Nobody may read meanwhile what only the mode of the target keeps from him.
        UnixFileMode mode = File.GetUnixFileMode(target);
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var stream = new FileStream(temporary, options);
        try
        {
            File.SetUnixFileMode(stream.SafeFileHandle, mode);
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>As a rename, but what is replaced hands on its access rules and attributes, which are Windows's mode.</summary>
    private static void Replace(string temporary, string target)
    {
        if (File.Exists(target))
        {
            File.Replace(temporary, target, destinationBackupFileName: null, ignoreMetadataErrors: true);
        }
        else
        {
            File.Move(temporary, target);
        }
    }

    /// <summary>Removes the temporary files of processes that are no more.</summary>
    private static void RemoveAbandoned(string directory)
    {
        try
        {
            foreach (string file in Directory.EnumerateFiles(directory, $"{Prefix}*{Suffix}", new EnumerationOptions { AttributesToSkip = 0 }))
            {
                if (!Ours.ContainsKey(file) && !IsOfLivingProcess(file) && !IsLocked(file))
                {
                    File.Delete(file);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is a courtesy: what cannot be removed does not keep a file from being written.
        }
    }

    /// <summary>Whether the process that a name has may be alive, and not an older one of its number.</summary>
    private static bool IsOfLivingProcess(string file)
    {
        string[] parts = Path.GetFileName(file).Split('.');
        bool isAlive = parts.Length > 2
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out int process)
            && process != Environment.ProcessId
            && OperatingSystem.IsLinux()
            && Directory.Exists(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}"));
        return isAlive && File.GetLastWriteTimeUtc(file) > DateTime.UtcNow.AddHours(-1);
    }

    private static bool IsLocked(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Whether it is a pipe or a device, which is written to and not replaced.</summary>
    private static bool IsDevice(string target) =>
        !OperatingSystem.IsWindows()
        && (target.StartsWith("/proc/", StringComparison.Ordinal)
            || (target.StartsWith("/dev/", StringComparison.Ordinal) && !target.StartsWith("/dev/shm/", StringComparison.Ordinal)));
}
