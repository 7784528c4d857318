using System.CommandLine;
using XorGen.Sample.Output;
using XorGen.Sample.Plots;
using XorGen.Sample.Story;

namespace XorGen.Sample;

/// <summary>The command line: its options and what it does.</summary>
internal static class SampleCommand
{
    private const string Description = """
        Tells the story of the XOR problem with four neural networks that XorGen has written at compile time: one that cannot learn, two as a well-known tutorial trains them, and the three lines that you would write today.

        Exit code: 0 if every network that should have learned has; 1 if one has not, or if a picture could not be written; 2 if the command line was not understood.
        """;

    public static RootCommand Create()
    {
        var output = new Option<DirectoryInfo>("--output", "-o")
        {
            Description = "Where the pictures go. The directory is made if it does not exist.",
            HelpName = "directory",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("artifacts", "xor-plots")),
        };
        output.AcceptLegalFilePathsOnly();
        output.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<DirectoryInfo>() is { } directory && File.Exists(directory.FullName))
            {
                result.AddError($"'{directory}' is a file, not a directory.");
            }
        });
        var noPlots = new Option<bool>("--no-plots") { Description = "Draw no pictures." };

        var command = new RootCommand(Description) { output, noPlots };
        command.SetAction(arguments => Run(arguments.GetValue(noPlots) ? null : arguments.GetRequiredValue(output)));
        return command;
    }

    private static int Run(DirectoryInfo? pictures)
    {
        IPresenter presenter = Presenters.ForThisConsole();
        IReadOnlyList<Outcome> outcomes = Tutorial.Tell(presenter);
        bool drawn = pictures is null || Gallery.Draw(outcomes, pictures, presenter);
        bool learned = outcomes.All(outcome => outcome.Learned == outcome.ShouldLearn);
        presenter.Verdict(learned, learned
            ? "Every network that should have learned XOR has."
            : "Not every network did what it should have done.");
        return learned && drawn ? ExitCode.Success : ExitCode.Failure;
    }
}
