using XorGen.Generator.Model;

namespace XorGen.Generator.Catalogue.Activations;

/// <summary>The activation functions.</summary>
internal static class ActivationCatalogue
{
    public static Catalogue<Activation> All { get; } = new(
        "activation",
        [.. Rectifiers.Entries, .. ExponentialUnits.Entries, .. GatedUnits.Entries, .. SquashingFunctions.Entries, .. ShrinkingFunctions.Entries, .. Waves.Entries, .. RowActivations.Entries]);

    /// <summary>Returns the activation that a specification names, with its numbers filled in.</summary>
    public static Activation Of(ActivationSpec spec) =>
        spec.Formula is { } formula ? CustomActivation.Of(spec.Name, formula) : All[spec.Name].With(new(spec.Alpha, spec.Threshold));
}
