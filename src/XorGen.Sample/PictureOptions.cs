using System.CommandLine;

namespace XorGen.Sample;

/// <summary>The options that say where pictures go, or that there are to be none.</summary>
internal sealed class PictureOptions
{
    private readonly Option<DirectoryInfo> _output;
    private readonly Option<bool> _noPlots = new("--no-plots") { Description = "Draw no pictures." };

    /// <summary>Makes the options of a command.</summary>
    /// <param name="defaultDirectory">Where its pictures go unless something else is said.</param>
    public PictureOptions(string defaultDirectory)
    {
        _output = new Option<DirectoryInfo>("--output", "-o")
        {
            Description = "Where the pictures go. The directory is made if it does not exist.",
            HelpName = "directory",
            DefaultValueFactory = _ => new DirectoryInfo(defaultDirectory),
        };
        _output.AcceptLegalFilePathsOnly();
        _output.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<DirectoryInfo>() is { } directory && File.Exists(directory.FullName))
            {
                result.AddError($"'{directory}' is a file, not a directory.");
            }
        });
    }

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Add(_output);
        command.Add(_noPlots);
    }

    /// <summary>Returns where the pictures go, or null if there are to be none.</summary>
    public DirectoryInfo? Directory(ParseResult arguments) =>
        arguments.GetValue(_noPlots) ? null : arguments.GetRequiredValue(_output);
}
