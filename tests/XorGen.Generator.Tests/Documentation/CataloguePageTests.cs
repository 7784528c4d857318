using System.Text;
using XorGen.Generator.Catalogue;
using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Initializers;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Catalogue.Optimizers;

namespace XorGen.Generator.Tests.Documentation;

/// <summary>docs/catalogue.md lists what the catalogue has; where it does not, the right text is written beside it.</summary>
public sealed class CataloguePageTests
{
    [Fact]
    public void The_page_lists_every_entry()
    {
        string page = Path.Combine(Repository.Root, "docs", "catalogue.md");
        string received = Path.Combine(Repository.Root, "docs", "catalogue.received.md");
        string expected = Page();
        if (File.Exists(page) && File.ReadAllText(page).ReplaceLineEndings("\n") == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, expected);
        Assert.Fail($"{page} is stale: {received} is what it should be.");
    }

    private static string Page()
    {
        var page = new StringBuilder("# The catalogue\n\nThe names that attributes take, with their aliases. `z` is the sum of a neuron, `a` its output, `y` the target.\n");
        Append(page, "Activations", ActivationCatalogue.All.Entries, Remark);
        Append(page, "Losses", LossCatalogue.All.Entries);
        AppendTargets(page);
        Append(page, "Optimizers", OptimizerCatalogue.All.Entries, optimizer => optimizer.Options.Length == 0 ? string.Empty : $" Options: {string.Join(", ", optimizer.Options.Select(option => $"`{option}`"))}.");
        Append(page, "Initializers", InitializerCatalogue.All.Entries);
        return page.ToString();
    }

    private static void AppendTargets(StringBuilder page)
    {
        page.Append("\nThe targets that each loss is defined for. `Fit` refuses others, and names row and column; `CheckData = false` leaves that out.\n\n| loss | targets |\n|---|---|\n");
        foreach (Loss loss in LossCatalogue.All.Entries)
        {
            page.Append("| `").Append(loss.Name).Append("` | ").Append(Escaped(loss.Targets)).Append(" |\n");
        }
    }

    private static string Remark(Activation activation)
    {
        string loss = activation.DefaultLoss == "mse" ? string.Empty : $" Default loss: `{activation.DefaultLoss}`.";
        return Option("alpha", activation.Alpha) + Option("threshold", activation.Threshold) + loss;
    }

    private static string Option(string name, ActivationOption? option) =>
        option is null ? string.Empty : FormattableString.Invariant($" {name} is {option.Meaning}, {option.Default} by default.");

    private static void Append<TEntry>(StringBuilder page, string title, IEnumerable<TEntry> entries, Func<TEntry, string>? remark = null)
        where TEntry : CatalogueEntry
    {
        page.Append("\n## ").Append(title).Append("\n\n| name | formula | source |\n|---|---|---|\n");
        foreach (TEntry entry in entries)
        {
            string names = string.Join(", ", entry.Aliases.Prepend(entry.Name).Select(name => $"`{name}`"));
            page.Append("| ").Append(names).Append(" | ").Append(Escaped(entry.Formula)).Append(" | ")
                .Append(Escaped(entry.Source)).Append('.').Append(remark?.Invoke(entry)).Append(" |\n");
        }
    }

    private static string Escaped(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
