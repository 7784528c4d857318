using Microsoft.CodeAnalysis;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>The members that a network's generated part has: what the user's own part must not have.</summary>
internal sealed class GeneratedMembers
{
    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat;

    /// <summary>Parameter lists of the public methods by name.</summary>
    private readonly Dictionary<string, List<string>> publicMethods = [];
    private readonly HashSet<string> others;

    private GeneratedMembers(NetworkPlan plan)
    {
        var words = new Vocabulary(plan);
        string read = words.ReadOnlySpan;
        TierEmitter tier = TierEmitter.Of(plan);
        others =
        [
            "InputCount", "OutputCount", "ParameterCount", "Description", "StaticDescription", "_seed", "ComputeLoss", "ComputeGradient", FilesEmitter.RefuseWriting, FilesEmitter.RefuseReading,
            .. words.HasTargetCount ? new[] { "TargetCount" } : [],
            .. ActivationEmitter.Names(plan),
            .. tier.PrivateNames,
            .. plan.Type.IsStruct ? [] : new[] { GuardEmitter.Field },
            .. plan.Algorithm is null ? tier.UpdateNames : [AlgorithmEmitter.Field],
        ];
        AddMethod("Initialize", "int");
        AddMethod("Forward", read, words.Span);
        AddMethod("Predict", read, words.Span);
        AddMethod("Predict", read);
        if (plan.HasClasses)
        {
            AddMethod("Classify", read);
            AddMethod("ClassifyRows", read);
        }

        if (plan.HasArgumentForward)
        {
            AddMethod("Forward", [.. Enumerable.Repeat(words.T, plan.Spec.Inputs)]);
        }

        foreach (string targets in plan.HasClasses ? new[] { read, Vocabulary.Labels } : [read])
        {
            AddMethod("Evaluate", read, targets);
            AddMethod("Backward", read, targets);
            AddMethod("Train", read, targets, words.T);
            AddMethod("Fit", read, targets, "global::XorGen.TrainingOptions");
        }

        if (plan.HasClasses)
        {
            AddMethod("Accuracy", read, Vocabulary.Labels);
        }

        AddMethod("Update", words.T);
        AddMethod("GetParameters", words.Span);
        AddMethod("SetParameters", read);
        AddMethod("GetGradients", words.Span);
        foreach (string place in new[] { "string", "global::System.IO.Stream" })
        {
            AddMethod("Save", place, "global::XorGen.SaveOptions");
            AddMethod("Load", place);
            if (!plan.Type.HasRequiredMembers)
            {
                AddMethod("LoadFrom", place);
            }
        }
    }

    /// <summary>Gets the names of all members.</summary>
    public IEnumerable<string> Names => publicMethods.Keys.Concat(others);

    public static GeneratedMembers Of(NetworkPlan plan) => new(plan);

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
