using System.Globalization;
using Microsoft.CodeAnalysis;
using XorGen.Generator.Emission;
using XorGen.Generator.Model;

namespace XorGen.Generator.Tests.Robustness;

/// <summary>XG0016: an exception becomes a diagnostic at the network's attribute.</summary>
public sealed class InternalErrorTests
{
    [Theory]
    [InlineData("partial class Outer<T> { [Network(Inputs = 2, Outputs = 1)] partial class Net { } }")]
    [InlineData("partial class Net { } [System.Obsolete, Network(Inputs = 2, Outputs = 1)] partial class NET { }")]
    public void A_failure_of_the_emission_is_reported_at_the_attribute(string source)
    {
        GeneratorRun run = GeneratorHarness.Run("using XorGen; " + source);
        var spec = (NetworkSpec)Assert.Single(run.Driver.GetRunResult().Results.Single().TrackedSteps["Specs"]).Outputs.Single().Value;
        EmissionResult result = EmissionResult.Of(spec with { Initializer = "no such thing" });
        Assert.Null(result.File);
        Diagnostic diagnostic = result.ToDiagnostic(run.Input, CancellationToken.None);
        string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        Assert.Equal("XG0016", diagnostic.Id);
        Assert.Equal("Network", run.TextAt(diagnostic));
        Assert.StartsWith($"XorGen has failed on '{spec.Type.Name}', which is an error of XorGen: please report it. System.", message, StringComparison.Ordinal);
        Assert.Contains(" at XorGen.Generator.", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
