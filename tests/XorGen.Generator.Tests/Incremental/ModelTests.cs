using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace XorGen.Generator.Tests.Incremental;

/// <summary>What the steps remember between runs holds no compilation alive.</summary>
public sealed class ModelTests
{
    private const string Source =
        """
        using XorGen;

        [Network(Inputs = 2, HiddenLayers = [3, 2], Outputs = 1, Momentum = 0.5)]
        internal partial class GoodNet<T>;

        [Network(Inputs = 2, Outputs = 1, Loss = "sin")]
        internal partial class WrongNet;
        """;

    /// <summary>The types of Roslyn that are plain values, or constants of the generator.</summary>
    private static readonly Type[] Allowed = [typeof(TextSpan), typeof(LinePositionSpan), typeof(DiagnosticDescriptor)];

    [Fact]
    public void No_symbol_syntax_or_compilation_is_reachable_from_the_steps()
    {
        GeneratorRunResult result = GeneratorHarness.Run(Source).Driver.GetRunResult().Results.Single();
        string[] steps = ["Parse", "Diagnostics", "Specs", "Files"];
        Assert.All(steps, step => Assert.Contains(step, result.TrackedSteps.Keys));
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (object output in steps.SelectMany(step => result.TrackedSteps[step]).SelectMany(run => run.Outputs).Select(output => output.Value))
        {
            Walk(output, output.GetType().Name, seen);
        }

        Assert.True(seen.Count > 10, "The walk has found too little to be believed.");
    }

    [Fact]
    public void Two_runs_give_equal_outputs_that_are_not_the_same_objects()
    {
        object[] first = Outputs();
        object[] second = Outputs();
        Assert.Equal(first, second);
        Assert.Equal(first.Select(output => output.GetHashCode()), second.Select(output => output.GetHashCode()));
        Assert.DoesNotContain(first.Zip(second), pair => ReferenceEquals(pair.First, pair.Second));
    }

    private static object[] Outputs() =>
        [.. GeneratorHarness.Run(Source).Driver.GetRunResult().Results.Single().TrackedSteps["Parse"].SelectMany(run => run.Outputs).Select(output => output.Value)];

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null || (!value.GetType().IsValueType && !seen.Add(value)))
        {
            return;
        }

        Type type = value.GetType();
        if (type.IsPrimitive || type.IsEnum || type == typeof(string) || Allowed.Contains(type))
        {
            return;
        }

        Assert.False(
            type.Namespace!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || value is Delegate or Type or MemberInfo,
            $"{path} is a {type}.");
        if (value is Array items)
        {
            foreach (object? item in (IEnumerable)items)
            {
                Walk(item, path + "[]", seen);
            }

            return;
        }

        for (Type? declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (FieldInfo field in declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }
}
