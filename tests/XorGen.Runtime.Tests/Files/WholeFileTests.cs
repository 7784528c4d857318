using System.Diagnostics;
using System.Globalization;
using XorGen.Training;

namespace XorGen.Files;

/// <summary>Files are written whole or not at all, where they belong, with the rights that they had.</summary>
public class WholeFileTests
{
    private static readonly byte[] Content = [1, 2, 3];

    [Fact]
    public void A_symbolic_link_stays_and_its_target_is_replaced()
    {
        using var file = new TemporaryFile();
        string directory = Path.GetDirectoryName(file.Path)!;
        string elsewhere = Directory.CreateDirectory(Path.Combine(directory, "elsewhere")).FullName;
        string target = Path.Combine(elsewhere, "target");
        string middle = Path.Combine(directory, "middle");
        File.WriteAllBytes(target, [9]);
        File.CreateSymbolicLink(middle, target);
        File.CreateSymbolicLink(file.Path, "middle");

        Write(file.Path);

        Assert.NotNull(new FileInfo(file.Path).LinkTarget);
        Assert.NotNull(new FileInfo(middle).LinkTarget);
        Assert.Null(new FileInfo(target).LinkTarget);
        Assert.Equal(Content, File.ReadAllBytes(target));
        Assert.Single(Directory.GetFiles(elsewhere));
        Assert.Equal(2, file.Files.Length);
    }

    [Fact]
    public void A_link_to_nothing_makes_its_target()
    {
        using var file = new TemporaryFile();
        string target = file.Path + ".target";
        File.CreateSymbolicLink(file.Path, target);

        Write(file.Path);

        Assert.Equal(Content, File.ReadAllBytes(target));
        Assert.NotNull(new FileInfo(file.Path).LinkTarget);
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite)]
    public void A_file_that_is_replaced_keeps_its_mode(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var file = new TemporaryFile();
        File.WriteAllBytes(file.Path, [9]);
        File.SetUnixFileMode(file.Path, mode);

        Write(file.Path);

        Assert.Equal(Content, File.ReadAllBytes(file.Path));
        Assert.Equal(mode, File.GetUnixFileMode(file.Path));
    }

    [Fact]
    public void A_name_may_be_as_long_as_the_file_system_allows()
    {
        using var file = new TemporaryFile();
        string path = Path.Combine(Path.GetDirectoryName(file.Path)!, new string('n', 255));

        Write(path);
        Write(path);

        Assert.Equal(Content, File.ReadAllBytes(path));
        Assert.Single(file.Files);
    }

    [Fact]
    public void A_failure_leaves_the_old_file_and_nothing_else()
    {
        using var file = new TemporaryFile();
        File.WriteAllBytes(file.Path, [9]);

        Assert.Throws<NotSupportedException>(() => WholeFile.Write(file.Path, stream =>
        {
            stream.WriteByte(1);
            throw new NotSupportedException();
        }));

        Assert.Equal([9], File.ReadAllBytes(file.Path));
        Assert.Single(file.Files);
        Assert.Throws<DirectoryNotFoundException>(() => Write(Path.Combine(file.Path + ".missing", "file")));
        Assert.ThrowsAny<SystemException>(() => Write(Path.GetDirectoryName(file.Path)!));
        Assert.Single(file.Files);
    }

    [Fact]
    public void What_a_dead_process_has_left_is_removed()
    {
        using var file = new TemporaryFile();
        string directory = Path.GetDirectoryName(file.Path)!;
        int dead = DeadProcess();
        string abandoned = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $".xorgen.{dead}.0123456789abcdef.tmp"));
        string ours = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $".xorgen.{Environment.ProcessId}.0123456789abcdef.tmp"));
        string others = Path.Combine(directory, "model.123.tmp");
        File.WriteAllBytes(abandoned, [1]);
        File.WriteAllBytes(ours, [1]);
        File.WriteAllBytes(others, [1]);

        Write(file.Path);

        Assert.False(File.Exists(abandoned));
        Assert.False(File.Exists(ours), "a process of the same number has been before, in a container, say");
        Assert.True(File.Exists(others));
    }

    [Fact]
    public void What_is_being_written_is_not_removed()
    {
        using var file = new TemporaryFile();
        string directory = Path.GetDirectoryName(file.Path)!;
        string busy = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $".xorgen.{DeadProcess()}.0123456789abcdef.tmp"));
        using (new FileStream(busy, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            Write(file.Path);
            Assert.True(File.Exists(busy));
        }
    }

    [Fact]
    public void Many_threads_write_into_one_directory()
    {
        using var file = new TemporaryFile();
        string directory = Path.GetDirectoryName(file.Path)!;
        Parallel.For(0, 200, i => Write(Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"file{i % 7}"))));

        Assert.Equal(7, file.Files.Length);
    }

    [Fact]
    public void A_kill_at_any_moment_leaves_the_old_file_or_the_new_one()
    {
        using var file = new TemporaryFile();
        WholeFile.Write(file.Path, stream =>
        {
            stream.Write(Content);

            // Whoever reads now, or finds the directory after a crash at this moment, finds nothing of the name.
            Assert.False(File.Exists(file.Path));
        });
        WholeFile.Write(file.Path, stream =>
        {
            stream.WriteByte(4);
            stream.Flush();
            Assert.Equal(Content, File.ReadAllBytes(file.Path));
        });
        Assert.Equal([4], File.ReadAllBytes(file.Path));
    }

    private static void Write(string path) => WholeFile.Write(path, stream => stream.Write(Content));

    private static int DeadProcess()
    {
        using Process process = Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? "hostname" : "true") { RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.Id;
    }
}
