using System.Reflection;

namespace XorGen.Sample.Story;

/// <summary>Parts of this program's own source, so that what is shown is what has run.</summary>
internal static class SourceExcerpt
{
    /// <summary>Returns the declaration of a network, from its attribute on.</summary>
    public static string Declaration(Type network) =>
        string.Join('\n', Lines(network.Name + ".cs").SkipWhile(line => !line.StartsWith("[Network", StringComparison.Ordinal)));

    /// <summary>Returns the lines between two marks in a file, without their indentation.</summary>
    public static string Between(string fileName, string start, string end) =>
        string.Join('\n', Lines(fileName)
            .Select(line => line.Trim())
            .SkipWhile(line => line != start)
            .Skip(1)
            .TakeWhile(line => line != end));

    private static IEnumerable<string> Lines(string fileName)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(fileName)
            ?? throw new FileNotFoundException("The program's own source was not embedded.", fileName);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
