using Spectre.Console;
using Spectre.Console.Rendering;
using XorGen.Sample.Story;

namespace XorGen.Sample.Output;

/// <summary>The tables.</summary>
internal static class Tables
{
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Bad = new(Color.Red);

    /// <summary>Returns a table of the answers to the four rows.</summary>
    public static Table Of(IReadOnlyList<Prediction> predictions)
    {
        Table table = With("x0", "x1", "target", "output", "right");
        foreach (Prediction prediction in predictions)
        {
            table.AddRow(
                new Text($"{prediction.X0}"),
                new Text($"{prediction.X1}"),
                new Text($"{prediction.Target}"),
                new Text($"{prediction.Output:F6}"),
                YesOrNo(prediction.IsRight, expected: true));
        }

        return table;
    }

    /// <summary>Returns a table of all networks.</summary>
    public static Table Of(IReadOnlyList<Outcome> outcomes)
    {
        Table table = With("network", "iterations", "time with JIT", "final loss", "learned");
        table.Columns[0].LeftAligned();
        foreach (Outcome outcome in outcomes)
        {
            table.AddRow(
                new Text(outcome.Name),
                new Text($"{outcome.Report.Epochs:N0}"),
                new Text($"{outcome.Report.Elapsed.TotalMilliseconds:F1} ms"),
                new Text($"{outcome.Report.FinalLoss:F6}"),
                YesOrNo(outcome.Learned, outcome.ShouldLearn));
        }

        return table;
    }

    /// <summary>Returns a table of how well each class was recognised.</summary>
    public static Table Of(ClassificationReport report, IReadOnlyList<string> classNames) => Of(
        ["class", "rows", "precision", "recall", "F1"],
        report.Classes.Select((scores, label) => new[]
        {
            classNames[label], $"{scores.Support:N0}", $"{scores.Precision:F4}", $"{scores.Recall:F4}", $"{scores.F1:F4}",
        }));

    /// <summary>Returns a table of texts, the first column to the left, the others to the right.</summary>
    public static Table Of(IReadOnlyList<string> headers, IEnumerable<string[]> rows)
    {
        Table table = With([.. headers]);
        table.Columns[0].LeftAligned();
        foreach (string[] row in rows)
        {
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        return table;
    }

    private static Table With(params ReadOnlySpan<string> headers)
    {
        var table = new Table();
        foreach (string header in headers)
        {
            table.AddColumn(new TableColumn(header).RightAligned());
        }

        return table;
    }

    private static Text YesOrNo(bool value, bool expected) => new(value ? "yes" : "no", value == expected ? Good : Bad);
}
