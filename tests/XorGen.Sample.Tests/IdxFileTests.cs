using System.IO.Compression;
using XorGen.Sample.Datasets;

namespace XorGen.Sample.Tests;

/// <summary>The idx format: right files, packed or not, and wrong ones.</summary>
public sealed class IdxFileTests : IDisposable
{
    private static readonly byte[] TwoByThree = [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6];

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("xorgen-idx-");

    [Fact]
    public void Values_of_a_file() => Assert.Equal<byte>([1, 2, 3, 4, 5, 6], IdxFile.Read(Write(TwoByThree), 2, 3));

    [Fact]
    public void Values_of_a_packed_file()
    {
        string path = Path.Combine(_directory.FullName, "packed.gz");
        using (var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            packed.Write(TwoByThree);
        }

        Assert.Equal<byte>([1, 2, 3, 4, 5, 6], IdxFile.Read(new FileInfo(path), null, 3));
    }

    [Fact]
    public void Another_format() => Wrong("but it starts with 1F8B0800", [0x1f, 0x8b, 8, 0, 0]);

    [Fact]
    public void Another_size() => Wrong("Expected a dimension of 4, but it is 3.", TwoByThree, columns: 4);

    [Fact]
    public void Too_short() => Wrong("end of the stream", TwoByThree[..^1]);

    [Fact]
    public void Too_long() => Wrong("more after its 6 values", [.. TwoByThree, 7]);

    public void Dispose() => _directory.Delete(recursive: true);

    private FileInfo Write(byte[] content)
    {
        var file = new FileInfo(Path.Combine(_directory.FullName, "file"));
        File.WriteAllBytes(file.FullName, content);
        return file;
    }

    private void Wrong(string message, byte[] content, int columns = 3)
    {
        FileInfo file = Write(content);
        InvalidDataException e = Assert.Throws<InvalidDataException>(() => IdxFile.Read(file, 2, columns));
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.Contains(file.FullName, e.Message, StringComparison.Ordinal);
    }
}
