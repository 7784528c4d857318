using System.CommandLine;
using System.CommandLine.Parsing;
using XorGen.Sample.Datasets;
using XorGen.Sample.Output;
using XorGen.Sample.Plots;
using XorGen.Sample.Problems;
using XorGen.Sample.Problems.CrossValidated;
using XorGen.Sample.Story;

namespace XorGen.Sample;

/// <summary>The command line: its commands and options, and what they do.</summary>
internal static class SampleCommand
{
    private const string Description = """
        Without a command, tells the story of the XOR problem with four neural networks that XorGen has written at compile time: one that cannot learn, two as a well-known tutorial trains them, and the three lines that you would write today. Each command trains another network on another problem.

        Exit code: 0 if every network that should have learned has; 1 if one has not, or if data could not be read or a picture not be written; 2 if the command line was not understood.
        """;

    private const string FashionMnistMissing =
        "Debian's package dataset-fashion-mnist installs the files: apt-get install dataset-fashion-mnist. If they are elsewhere, say so with --data.";

    public static RootCommand Create()
    {
        var pictures = new PictureOptions();
        var command = new RootCommand(Description);
        pictures.AddTo(command);
        command.SetAction(arguments => TellStory(pictures.Directory(arguments, "xor-plots")));
        foreach (Problem problem in ProblemCatalogue.All)
        {
            command.Add(CommandOf(problem, pictures));
        }

        command.Add(FashionMnistCommand(pictures));
        return command;
    }

    /// <summary>Says what is wrong with the command line, a line each, without the pages of help that a line would be lost in.</summary>
    public static int Refuse(IEnumerable<ParseError> errors)
    {
        foreach (ParseError error in errors)
        {
            Console.Error.WriteLine($"{error.Message} (--help shows what there is.)");
        }

        return ExitCode.Usage;
    }

    private static Command CommandOf(Problem problem, PictureOptions pictures)
    {
        var command = new Command(problem.Name, problem.Summary);
        SeedOptions? seeds = problem is ISeeded seeded ? new SeedOptions(seeded) : null;
        seeds?.AddTo(command);
        command.SetAction(arguments =>
        {
            seeds?.Apply(arguments);
            return Solve(problem, pictures.Directory(arguments, problem.Name));
        });
        return command;
    }

    private static Command FashionMnistCommand(PictureOptions pictures)
    {
        var data = new Option<DirectoryInfo>("--data", "-d")
        {
            Description = "Where the four idx files are, as they are or packed with gzip.",
            HelpName = "directory",
            DefaultValueFactory = _ => FashionMnist.DefaultDirectory,
            CustomParser = ParseDirectory,
        };
        var unread = new FashionMnistProblem(FashionMnist.DefaultDirectory);
        var command = new Command(unread.Name, unread.Summary) { data };
        command.SetAction(arguments =>
        {
            try
            {
                return Solve(new FashionMnistProblem(arguments.GetRequiredValue(data)), pictures.Directory(arguments, unread.Name));
            }
            catch (FileNotFoundException e)
            {
                Console.Error.WriteLine($"{e.Message} {FashionMnistMissing}");
                return ExitCode.Failure;
            }
            catch (InvalidDataException e)
            {
                Console.Error.WriteLine(e.Message);
                return ExitCode.Failure;
            }
        });
        return command;
    }

    private static DirectoryInfo? ParseDirectory(ArgumentResult argument)
    {
        string path = argument.Tokens[^1].Value;
        if (!string.IsNullOrWhiteSpace(path) && !path.Contains('\0', StringComparison.Ordinal))
        {
            return new DirectoryInfo(path);
        }

        argument.AddError("--data must be the name of a directory, but it is empty.");
        return null;
    }

    private static int TellStory(DirectoryInfo? pictures)
    {
        IPresenter presenter = Presenters.ForThisConsole();
        IReadOnlyList<Outcome> outcomes = Tutorial.Tell(presenter);
        bool drawn = pictures is null || Gallery.Save(() => Gallery.Draw(outcomes), pictures, presenter);
        bool learned = outcomes.All(outcome => outcome.Learned == outcome.ShouldLearn);
        presenter.Verdict(learned, learned
            ? "Every network that should have learned XOR has."
            : "Not every network did what it should have done.");
        return learned && drawn ? ExitCode.Success : ExitCode.Failure;
    }

    private static int Solve(Problem problem, DirectoryInfo? pictures)
    {
        IPresenter presenter = Presenters.ForThisConsole();
        Solution solution = problem.Tell(presenter);
        bool drawn = pictures is null || Gallery.Save(solution.Draw, pictures, presenter);
        presenter.Verdict(solution.GoalMet, solution.Verdict);
        return solution.GoalMet && drawn ? ExitCode.Success : ExitCode.Failure;
    }
}
