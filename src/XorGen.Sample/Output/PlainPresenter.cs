using Spectre.Console;
using XorGen.Sample.Story;

namespace XorGen.Sample.Output;

/// <summary>Shows the story as plain text: no colours, no cursor movements, no progress, ASCII charts.</summary>
internal sealed class PlainPresenter : IPresenter
{
    private const int Width = 100;
    private const int ChartColumns = 64;
    private const int ChartRows = 10;

    private readonly TextWriter _writer;
    private readonly IAnsiConsole _console;

    public PlainPresenter(TextWriter writer)
    {
        _writer = writer;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        _console.Profile.Width = Width;
    }

    /// <inheritdoc/>
    public void Title(string text) => Underlined(text, '=');

    /// <inheritdoc/>
    public void Heading(string text)
    {
        _writer.WriteLine();
        Underlined(text, '-');
    }

    /// <inheritdoc/>
    public void Paragraph(string text)
    {
        _console.Write(new Text(text));
        _console.WriteLine();
        _writer.WriteLine();
    }

    /// <inheritdoc/>
    public void Code(string source)
    {
        foreach (string line in source.Split('\n'))
        {
            _writer.WriteLine(line.Length == 0 ? line : "    " + line);
        }

        _writer.WriteLine();
    }

    /// <inheritdoc/>
    public TrainingReport Train(string name, int epochs, Func<IProgress<TrainingProgress>, TrainingReport> training)
    {
        TrainingReport report = training(new SynchronousProgress(_ => { }));
        _writer.WriteLine($"{name}: {report.Epochs:N0} iterations, loss {report.FinalLoss:F4}");
        _writer.WriteLine();
        return report;
    }

    /// <inheritdoc/>
    public void LossCurve(LossCurve curve)
    {
        _writer.WriteLine(" loss");
        foreach (string line in new LossChart(curve, ChartAlphabet.Ascii, ChartColumns, ChartRows).Lines())
        {
            _writer.WriteLine(line);
        }

        _writer.WriteLine();
    }

    /// <inheritdoc/>
    public void Predictions(IReadOnlyList<Prediction> predictions) => Write(Tables.Of(predictions));

    /// <inheritdoc/>
    public void Summary(IReadOnlyList<Outcome> outcomes) => Write(Tables.Of(outcomes));

    /// <inheritdoc/>
    public void Files(string introduction, IReadOnlyList<string> paths)
    {
        _writer.WriteLine(introduction);
        foreach (string path in paths)
        {
            _writer.WriteLine("  " + path);
        }

        _writer.WriteLine();
    }

    /// <inheritdoc/>
    public void Verdict(bool good, string text) => _writer.WriteLine(text);

    private void Write(Table table)
    {
        _console.Write(table.AsciiBorder());
        _writer.WriteLine();
    }

    private void Underlined(string text, char line)
    {
        _writer.WriteLine(text);
        _writer.WriteLine(new string(line, text.Length));
        _writer.WriteLine();
    }
}
