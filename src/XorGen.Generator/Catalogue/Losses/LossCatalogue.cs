using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Model;

namespace XorGen.Generator.Catalogue.Losses;

/// <summary>The loss functions.</summary>
internal static class LossCatalogue
{
    public static Catalogue<Loss> All { get; } = new("loss", [.. LikelihoodLosses.Entries, .. DistanceLosses.Entries, .. MarginLosses.Entries]);

    /// <summary>Returns the loss that a specification names, with its numbers filled in, on an output layer with this activation.</summary>
    public static Loss Of(LossSpec spec, Activation outputActivation) => All[spec.Name].With(spec, outputActivation);
}
