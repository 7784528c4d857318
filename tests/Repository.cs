namespace XorGen;

/// <summary>Where the files of the repository are.</summary>
internal static class Repository
{
    /// <summary>Gets the folder that holds XorGen.sln.</summary>
    public static string Root { get; } = Find();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "XorGen.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new DirectoryNotFoundException("The tests run within the repository.");
    }
}
