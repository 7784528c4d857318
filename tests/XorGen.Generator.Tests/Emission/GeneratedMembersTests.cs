using System.Reflection;
using Microsoft.CodeAnalysis;
using XorGen.Generator.Model;
using XorGen.Generator.Parsing;

namespace XorGen.Generator.Tests.Emission;

/// <summary>The list of generated members, against which the user's own are checked, is the truth.</summary>
public sealed class GeneratedMembersTests
{
    private const BindingFlags Everything =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static TheoryData<string> Networks => Shapes.All;

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_members_of_the_type_are_those_of_the_list(string arguments)
    {
        GeneratorRun run = Shapes.Run(arguments);
        using LoadedAssembly loaded = run.Load();
        IEnumerable<string> names = loaded.TypeOf("Net").GetMembers(Everything)
            .Where(member => member is not (ConstructorInfo or MethodBase { IsSpecialName: true }) && !member.Name.StartsWith('<') && !IsExplicit(member))
            .Select(member => member.Name)
            .Distinct();
        Assert.Equal(names.Order(StringComparer.Ordinal), new GeneratedMembers(SpecOf(run)).Names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Each_of_them_collides_with_a_field_of_its_name(string arguments)
    {
        IEnumerable<string> names = new GeneratedMembers(SpecOf(Shapes.Run(arguments))).Names;
        string fields = string.Concat(names.Select(name => $"public static int {name};"));
        GeneratorRun run = GeneratorHarness.Run($"using XorGen; [Network({arguments})] public partial class Net {{ {fields} }}");
        Assert.All(run.GeneratorDiagnostics, diagnostic => Assert.Equal("XG0008", diagnostic.Id));
        Assert.Equal(names.Order(StringComparer.Ordinal), run.GeneratorDiagnostics.Select(run.TextAt).Order(StringComparer.Ordinal));
        Assert.Empty(run.Files);
    }

    /// <summary>An explicit implementation of an interface has the interface's name in its own, and cannot collide.</summary>
    private static bool IsExplicit(MemberInfo member) => member.Name.Contains('.', StringComparison.Ordinal);

    private static NetworkSpec SpecOf(GeneratorRun run)
    {
        IncrementalGeneratorRunStep step = Assert.Single(run.Driver.GetRunResult().Results.Single().TrackedSteps["Specs"]);
        return (NetworkSpec)step.Outputs.Single().Value;
    }
}
