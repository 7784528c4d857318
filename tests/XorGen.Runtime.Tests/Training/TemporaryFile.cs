namespace XorGen.Training;

/// <summary>A path in a directory of its own, which goes away with it.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("XorGen.Tests");

    public string Path => System.IO.Path.Combine(directory.FullName, "training.checkpoint");

    /// <summary>Gets the names of the files that are there.</summary>
    public string[] Files => [.. directory.GetFiles().Select(file => file.Name)];

    public void Dispose() => directory.Delete(recursive: true);
}
