namespace XorGen.Generator.Diagnostics;

/// <summary>An exception of XorGen's own, for its message.</summary>
internal static class Failure
{
    private static readonly char[] LineBreaks = ['\r', '\n'];

    /// <summary>Returns the exception and where it was thrown, in one line: the lists that builds and editors show have no more.</summary>
    public static string Describe(Exception exception) =>
        string.Join(" ", exception.ToString().Split(LineBreaks, StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim()));
}
