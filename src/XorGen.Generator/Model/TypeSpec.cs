using System.Text.RegularExpressions;

namespace XorGen.Generator.Model;

/// <summary>Where the generated members go: the network's type and those that contain it.</summary>
/// <param name="Namespace">The namespace, keywords escaped; empty for the global one.</param>
/// <param name="Containers">The declarations of the containing types, outermost first, such as "partial class Outer&lt;T&gt;".</param>
/// <param name="Declaration">The declaration of the type itself.</param>
/// <param name="Name">The name of the type, as it is.</param>
/// <param name="EscapedName">The same, escaped where it is a keyword.</param>
/// <param name="HintName">The unique part of the generated files' names.</param>
/// <param name="GeneratedName">The namespace of the generated types after XorGen.Generated, keywords escaped: another for each hint name.</param>
/// <param name="IsStruct">Whether it is a struct.</param>
/// <param name="HasLooseFields">Whether it is a struct with fields of the user's own and no layout: the compiler wants one where fields are in several parts.</param>
internal sealed record TypeSpec(
    string Namespace,
    EquatableArray<string> Containers,
    string Declaration,
    string Name,
    string EscapedName,
    string HintName,
    string GeneratedName,
    bool IsStruct,
    bool HasLooseFields)
{
    /// <summary>Gets whether the user's own part has a documentation comment that says what the type is.</summary>
    public bool HasSummary { get; init; }

    /// <summary>Gets whether its base class's constructor says that it sets all required members, which its own must say too.</summary>
    public bool SetsRequiredMembers { get; init; }

    /// <summary>Gets whether a new one needs values for required members, of its own or inherited.</summary>
    public bool HasRequiredMembers { get; init; }

    /// <summary>Gets whether the user has said how System.Text.Json converts it.</summary>
    public bool HasJsonConverter { get; init; }

    /// <summary>Gets the full name of the type with its type parameters, which nothing within the type hides.</summary>
    public string FullName => "global::" + string.Join(
        ".", new[] { Namespace }.Where(name => name.Length > 0).Concat(Containers.Append(Declaration).Select(WithoutKeywords)));

    private static string WithoutKeywords(string declaration) =>
        Regex.Replace(declaration, "^partial (record struct|record|class|struct|interface) |(?<=[<,] ?)(in|out) ", string.Empty);
}
