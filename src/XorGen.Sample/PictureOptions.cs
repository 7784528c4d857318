using System.CommandLine;
using System.CommandLine.Parsing;

namespace XorGen.Sample;

/// <summary>The options that say where pictures go, or that there are to be none: the same before and after the name of a command.</summary>
internal sealed class PictureOptions
{
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Where the pictures go: artifacts/COMMAND if nothing is said (artifacts/xor-plots without a command). The directory is made if it does not exist.",
        HelpName = "directory",
        Recursive = true,
    };

    private readonly Option<bool> _noPlots = new("--no-plots") { Description = "Draw no pictures.", Recursive = true };

    public PictureOptions()
    {
        _output.AcceptLegalFilePathsOnly();
        _output.Validators.Add(CheckDirectory);
    }

    /// <summary>Gives the root command, and with it all others, these options.</summary>
    public void AddTo(RootCommand command)
    {
        command.Add(_output);
        command.Add(_noPlots);
    }

    /// <summary>Returns where the pictures go, or null if there are to be none.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="name">The name of the directory below artifacts that is taken where none is given.</param>
    public DirectoryInfo? Directory(ParseResult arguments, string name) => arguments.GetValue(_noPlots)
        ? null
        : new DirectoryInfo(arguments.GetValue(_output) ?? Path.Combine("artifacts", name));

    private static void CheckDirectory(OptionResult result)
    {
        // A missing value has its own error.
        if (result.Tokens is not [.., { Value: string directory }])
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(directory))
        {
            result.AddError("--output must be the name of a directory, but it is empty.");
        }
        else if (File.Exists(directory))
        {
            result.AddError($"'{directory}' is a file, not a directory.");
        }
    }
}
