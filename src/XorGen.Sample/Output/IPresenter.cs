using Spectre.Console;
using XorGen.Sample.Story;

namespace XorGen.Sample.Output;

/// <summary>Shows the story, or a problem and its solution, to somebody.</summary>
internal interface IPresenter
{
    /// <summary>Shows the title of it all.</summary>
    void Title(string text);

    /// <summary>Shows the title of a part.</summary>
    void Heading(string text);

    /// <summary>Shows some sentences.</summary>
    void Paragraph(string text);

    /// <summary>Shows lines of C#.</summary>
    void Code(string source);

    /// <summary>Runs a training and shows how far it is.</summary>
    TrainingReport Train(string name, int epochs, Func<IProgress<TrainingProgress>, TrainingReport> training);

    /// <summary>Does some work and shows how far it is.</summary>
    T Work<T>(string name, Func<IProgress<WorkProgress>, T> work);

    /// <summary>Shows how the loss fell.</summary>
    void LossCurve(LossCurve curve);

    /// <summary>Shows a table.</summary>
    void Show(Table table);

    /// <summary>Shows where files were written.</summary>
    void Files(string introduction, IReadOnlyList<string> paths);

    /// <summary>Shows how it ended.</summary>
    void Verdict(bool good, string text);
}
