using Microsoft.CodeAnalysis;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Catalogue.Optimizers;
using XorGen.Generator.Emission;
using XorGen.Generator.Model;

namespace XorGen.Generator.Parsing;

/// <summary>
/// The members that a network's generated part has: what the user's own part must not have. They are the public ones, a field and what refuses serializers; all else is in a
/// namespace of the generator's own. A test compares them with what is generated.
/// </summary>
internal sealed class GeneratedMembers
{
    private const string Labels = "global::System.ReadOnlySpan<int>";

    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat;

    /// <summary>Parameter lists of the public methods by name.</summary>
    private readonly Dictionary<string, List<string>> publicMethods = [];
    private readonly HashSet<string> others;

    public GeneratedMembers(NetworkSpec spec)
    {
        string number = spec.Number.Keyword();
        string read = $"global::System.ReadOnlySpan<{number}>";
        string span = $"global::System.Span<{number}>";
        Loss loss = LossCatalogue.All[spec.Loss.Name];
        others =
        [
            "InputCount", "OutputCount", "ParameterCount", "Description", "_network", FilesEmitter.RefuseWriting, FilesEmitter.RefuseReading,
            .. loss.OutputsPerTarget == 1 ? [] : new[] { "TargetCount" },
            .. OptimizerCatalogue.All[spec.Optimizer.Name].Algorithm is null ? [] : new[] { "_optimizer" },
        ];
        AddMethod("Initialize", "int");
        AddMethod("Forward", read, span);
        AddMethod("Predict", read, span);
        AddMethod("Predict", read);
        bool takesLabels = loss.TakesLabels || (spec.Outputs == 1 && loss.NegativeTarget is not null);
        if (takesLabels)
        {
            AddMethod("Classify", read);
            AddMethod("ClassifyRows", read);
        }

        if (spec.HasArgumentForward)
        {
            AddMethod("Forward", [.. Enumerable.Repeat(number, spec.Inputs)]);
        }

        foreach (string targets in takesLabels ? new[] { read, Labels } : [read])
        {
            AddMethod("Evaluate", read, targets);
            AddMethod("Backward", read, targets);
            AddMethod("Train", read, targets, number);
            AddMethod("Fit", read, targets, "global::XorGen.TrainingOptions");
        }

        if (takesLabels)
        {
            AddMethod("Accuracy", read, Labels);
        }

        AddMethod("Update", number);
        AddMethod("GetParameters", span);
        AddMethod("SetParameters", read);
        AddMethod("GetGradients", span);
        foreach (string place in new[] { "string", "global::System.IO.Stream" })
        {
            AddMethod("Save", place, "global::XorGen.SaveOptions");
            AddMethod("Load", place);
            if (!spec.Type.HasRequiredMembers)
            {
                AddMethod("LoadFrom", place);
            }
        }
    }

    /// <summary>Gets the names of all members.</summary>
    public IEnumerable<string> Names => publicMethods.Keys.Concat(others);

    /// <summary>
    /// Returns whether a member cannot live beside the generated ones. A method may share the name of a public one, as an
    /// overload.
    /// </summary>
    public bool CollidesWith(ISymbol member)
    {
        if (others.Contains(member.Name) || member.Name is "get_Description" or "set_Description")
        {
            return true;
        }

        return publicMethods.TryGetValue(member.Name, out List<string> signatures)
            && (member is not IMethodSymbol method || signatures.Contains(Signature(method.Parameters.Select(parameter => TypeName(parameter.Type)))));
    }

    private static string TypeName(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(TypeFormat);

    private static string Signature(IEnumerable<string> types) => string.Join(", ", types);

    private void AddMethod(string name, params string[] types)
    {
        if (!publicMethods.TryGetValue(name, out List<string> signatures))
        {
            publicMethods.Add(name, signatures = []);
        }

        signatures.Add(Signature(types));
    }
}
