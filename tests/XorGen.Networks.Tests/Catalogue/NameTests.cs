using System.Reflection;
using XorGen.Generator.Catalogue;
using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Initializers;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Catalogue.Optimizers;

namespace XorGen.Catalogue;

/// <summary>The runtime's constants and the generator's catalogue have the same names.</summary>
public class NameTests
{
    [Fact]
    public void Of_activations() => AssertSame(typeof(Activations), ActivationCatalogue.All);

    [Fact]
    public void Of_losses() => AssertSame(typeof(Losses), LossCatalogue.All);

    [Fact]
    public void Of_optimizers() => AssertSame(typeof(Optimizers), OptimizerCatalogue.All);

    [Fact]
    public void Of_initializers() => AssertSame(typeof(Initializers), InitializerCatalogue.All);

    /// <summary>The constant of log_softmax is LogSoftmax.</summary>
    private static void AssertSame<TEntry>(Type constants, Catalogue<TEntry> catalogue)
        where TEntry : CatalogueEntry
    {
        Dictionary<string, string> values = constants.GetFields(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(constant => constant.Name, constant => (string)constant.GetRawConstantValue()!);
        Assert.Equal(catalogue.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal), values.Values.Order(StringComparer.Ordinal));
        Assert.All(values, pair => Assert.Equal(pair.Value.Replace("_", string.Empty, StringComparison.Ordinal), pair.Key, ignoreCase: true));
    }
}
