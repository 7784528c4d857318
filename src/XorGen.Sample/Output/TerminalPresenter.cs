using Spectre.Console;
using Spectre.Console.Rendering;
using XorGen.Sample.Story;

namespace XorGen.Sample.Output;

/// <summary>Shows all in a terminal: colours, progress bars, fine charts.</summary>
/// <param name="console">The terminal.</param>
internal sealed class TerminalPresenter(IAnsiConsole console) : IPresenter
{
    private const int WidestText = 100;
    private const int ChartColumns = 64;
    private const int ChartRows = 8;
    private const int ChartMargin = 8;

    // Beside it there is room for what is done, in a terminal of 80 columns.
    private const int BarWidth = 20;

    /// <inheritdoc/>
    public void Title(string text)
    {
        console.WriteLine();
        console.Write(new Rule(Markup.Escape(text)) { Style = new Style(Color.Blue), Border = BoxBorder.Double });
        console.WriteLine();
    }

    /// <inheritdoc/>
    public void Heading(string text)
    {
        console.WriteLine();
        console.Write(new Rule($"[bold]{Markup.Escape(text)}[/]") { Style = new Style(Color.Blue), Justification = Justify.Left });
        console.WriteLine();
    }

    /// <inheritdoc/>
    public void Paragraph(string text)
    {
        Write(new Text(text));
        console.WriteLine();
    }

    /// <inheritdoc/>
    public void Code(string source)
    {
        Write(new Panel(new Text(source, new Style(Color.Yellow))) { Border = BoxBorder.Rounded, BorderStyle = new Style(Color.Grey) });
        console.WriteLine();
    }

    /// <inheritdoc/>
    public TrainingReport Train(string name, int epochs, Func<IProgress<TrainingProgress>, TrainingReport> training) =>
        console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(name), maxValue: epochs);
                TrainingReport report = training(new SynchronousProgress<TrainingProgress>(progress =>
                {
                    task.Value = progress.Epoch;
                    task.Description = Markup.Escape($"{name}: iteration {progress.Epoch:N0}, loss {progress.Loss:F4}");
                }));
                task.Description = Markup.Escape($"{name}: {report.Epochs:N0} iterations, loss {report.FinalLoss:F4}");
                task.Value = epochs;
                return report;
            });

    /// <inheritdoc/>
    public T Work<T>(string name, Func<IProgress<WorkProgress>, T> work) =>
        console.Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = BarWidth },
                new PercentageColumn(),
                new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(name), maxValue: 1);
                T result = work(new SynchronousProgress<WorkProgress>(progress =>
                {
                    task.Value = progress.Share;
                    task.Description = Markup.Escape($"{name}: {progress.Text}");
                }));
                task.Value = 1;
                return result;
            });

    /// <inheritdoc/>
    public void LossCurve(LossCurve curve)
    {
        ChartAlphabet alphabet = console.Profile.Capabilities.Unicode ? ChartAlphabet.Braille : ChartAlphabet.Ascii;
        int columns = Math.Clamp(console.Profile.Width - ChartMargin, 20, ChartColumns);
        console.WriteLine(" loss", new Style(decoration: Decoration.Dim));
        foreach (string line in new LossChart(curve, alphabet, columns, ChartRows).Lines())
        {
            console.WriteLine(line, new Style(Color.Aqua));
        }

        console.WriteLine();
    }

    /// <inheritdoc/>
    public void Show(Table table)
    {
        console.Write(table.RoundedBorder());
        console.WriteLine();
    }

    /// <inheritdoc/>
    public void Files(string introduction, IReadOnlyList<string> paths)
    {
        console.WriteLine(introduction);
        foreach (string path in paths)
        {
            // Past the word wrap, which would break a path in two.
            console.Profile.Out.Writer.WriteLine("  " + path);
        }

        console.WriteLine();
    }

    /// <inheritdoc/>
    public void Verdict(bool good, string text) =>
        console.WriteLine(text, new Style(good ? Color.Green : Color.Red, decoration: Decoration.Bold));

    private void Write(IRenderable what) =>
        console.Write(new Padder(what, new Padding(0, 0, Math.Max(0, console.Profile.Width - WidestText), 0)));
}
