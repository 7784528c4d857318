using Spectre.Console;
using Spectre.Console.Rendering;
using XorGen.Sample.Story;

namespace XorGen.Sample.Output;

/// <summary>Shows all as plain text: no colours, no cursor movements, no progress, ASCII charts.</summary>
/// <param name="writer">Where it goes.</param>
internal sealed class PlainPresenter(TextWriter writer) : IPresenter
{
    private const int Width = 100;
    private const int ChartColumns = 64;
    private const int ChartRows = 10;

    /// <inheritdoc/>
    public void Title(string text) => Underlined(text, '=');

    /// <inheritdoc/>
    public void Heading(string text)
    {
        writer.WriteLine();
        Underlined(text, '-');
    }

    /// <inheritdoc/>
    public void Paragraph(string text) => Write(new Text(text));

    /// <inheritdoc/>
    public void Code(string source)
    {
        foreach (string line in source.Split('\n'))
        {
            writer.WriteLine(line.Length == 0 ? line : "    " + line);
        }

        writer.WriteLine();
    }

    /// <inheritdoc/>
    public TrainingReport Train(string name, int epochs, Func<IProgress<TrainingProgress>, TrainingReport> training)
    {
        TrainingReport report = training(new SynchronousProgress<TrainingProgress>(_ => { }));
        writer.WriteLine($"{name}: {report.Epochs:N0} iterations, loss {report.FinalLoss:F4}");
        writer.WriteLine();
        return report;
    }

    /// <inheritdoc/>
    public T Work<T>(string name, Func<IProgress<WorkProgress>, T> work)
    {
        string last = "done";
        T result = work(new SynchronousProgress<WorkProgress>(progress => last = progress.Text));
        writer.WriteLine($"{name}: {last}");
        writer.WriteLine();
        return result;
    }

    /// <inheritdoc/>
    public void LossCurve(LossCurve curve)
    {
        writer.WriteLine(" loss");
        foreach (string line in new LossChart(curve, ChartAlphabet.Ascii, ChartColumns, ChartRows).Lines())
        {
            writer.WriteLine(line);
        }

        writer.WriteLine();
    }

    /// <inheritdoc/>
    public void Show(Table table) => Write(table.AsciiBorder());

    /// <inheritdoc/>
    public void Files(string introduction, IReadOnlyList<string> paths)
    {
        writer.WriteLine(introduction);
        foreach (string path in paths)
        {
            writer.WriteLine("  " + path);
        }

        writer.WriteLine();
    }

    /// <inheritdoc/>
    public void Verdict(bool good, string text) => writer.WriteLine(text);

    /// <summary>Writes text or a table, without the blanks that end a wrapped line.</summary>
    private void Write(IRenderable what)
    {
        using var rendered = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(rendered),
        });
        console.Profile.Width = Width;
        console.Write(what);
        foreach (string line in rendered.ToString().TrimEnd().Split('\n'))
        {
            writer.WriteLine(line.TrimEnd());
        }

        writer.WriteLine();
    }

    private void Underlined(string text, char line)
    {
        writer.WriteLine(text);
        writer.WriteLine(new string(line, text.Length));
        writer.WriteLine();
    }
}
