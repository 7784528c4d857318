namespace XorGen.Benchmarks.Sections;

/// <summary>All sections, in the order of the page. The first is what the program measures when none is named.</summary>
internal static class SectionCatalogue
{
    public static IReadOnlyList<ISection> All { get; } =
    [
        new PeersSection(),
        new WidthsSection(),
        new ElementarySection(),
        new CatalogueSection(),
        new ThreadsSection(),
        new PlotsSection(),
        new ColdStartSection(),
        new GeneratorSection(),
    ];

    public static ISection Named(string key) =>
        All.FirstOrDefault(section => section.Key == key)
        ?? throw new ArgumentException($"There is no section {key}, only {string.Join(", ", All.Select(section => section.Key))}.", nameof(key));
}
