using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;

namespace XorGen.Generator.Parsing;

/// <summary>
/// The names of generated files, which become names of real files with EmitCompilerGeneratedFiles: so they are unique without regard to
/// case, short enough for every file system, and no names of devices.
/// </summary>
internal static class HintName
{
    /// <summary>
    /// The most UTF-8 bytes of a name, without ".Training.g.cs". Linux allows 255 for a file, Windows 260 characters for the whole path, of
    /// which the compiler's own folders below the project's take up to 110.
    /// </summary>
    public const int MaximumLength = 100;

    private const int HashBytes = 8;

    /// <summary>The names that Windows keeps for devices, whatever follows them after a dot.</summary>
    private static readonly string[] Devices =
    [
        "con", "prn", "aux", "nul", "conin$", "conout$",
        .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"com{number}", $"lpt{number}" }),
    ];

    /// <summary>
    /// Returns the full metadata name, with plus signs before nested types: a dot would make Net+Training of Net's own part Net.Training.
    /// A name that is like a sibling's but for its case gets the number of its place among them. One that is too long keeps its end, the
    /// type itself, after a hash of all of it.
    /// </summary>
    public static string Of(INamedTypeSymbol symbol)
    {
        var name = new StringBuilder(DistinctName(symbol));
        for (INamespaceOrTypeSymbol part = symbol; TypeParser.Container(part) is { } container and not INamespaceSymbol { IsGlobalNamespace: true }; part = container)
        {
            name.Insert(0, container is INamespaceSymbol ? '.' : '+').Insert(0, DistinctName(container));
        }

        return NoDevice(Shortened(name.ToString()));
    }

    private static string Shortened(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MaximumLength)
        {
            return name;
        }

        // A minus sign is in no identifier, so a shortened name is never another's whole name.
        string prefix = Hash(name) + "-";
        int start = name.Length;
        for (int bytes = prefix.Length; start > 0; start--)
        {
            bytes += Encoding.UTF8.GetByteCount(name.ToCharArray(start - 1, 1));
            if (bytes > MaximumLength)
            {
                break;
            }
        }

        return prefix + name.Substring(start);
    }

    /// <summary>The same on every machine and in every process, unlike string.GetHashCode.</summary>
    private static string Hash(string name)
    {
        using SHA256 algorithm = SHA256.Create();
        return string.Concat(algorithm.ComputeHash(Encoding.UTF8.GetBytes(name)).Take(HashBytes).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static string NoDevice(string name)
    {
        int dot = name.IndexOf('.');
        string first = dot < 0 ? name : name.Substring(0, dot);
        return Devices.Contains(first, StringComparer.OrdinalIgnoreCase) ? name.Insert(first.Length, "-") : name;
    }

    private static string DistinctName(INamespaceOrTypeSymbol symbol)
    {
        ISymbol[] alike = [.. TypeParser.Container(symbol)!.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .Where(sibling => string.Equals(sibling.MetadataName, symbol.MetadataName, StringComparison.OrdinalIgnoreCase))
            .OrderBy(sibling => sibling.MetadataName, StringComparer.Ordinal)];
        int place = Array.FindIndex(alike, sibling => SymbolEqualityComparer.Default.Equals(sibling, symbol));
        return alike.Length < 2 ? symbol.MetadataName : $"{symbol.MetadataName}-{place + 1}";
    }
}
