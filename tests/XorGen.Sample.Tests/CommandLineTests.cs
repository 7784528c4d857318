using System.CommandLine;

namespace XorGen.Sample.Tests;

/// <summary>Mistakes on the command line are errors of the parser, each a line; options of the pictures may stand on either side of a command.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--seeds must be a whole number from 1 to 1,000, but it is 'abc'.", "iris", "--seeds", "abc")]
    [InlineData("--seeds must be a whole number from 1 to 1,000, but it is '0'.", "wine", "--seeds", "0")]
    [InlineData("--seeds must be a whole number from 1 to 1,000, but it is '1.5'.", "digits", "--seeds", "1.5")]
    [InlineData("--seeds must be a whole number from 1 to 1,000, but it is ''.", "digits", "--seeds", "")]
    [InlineData("but it is '18446744073709551615'.", "iris", "--first-seed", "18446744073709551615")]
    [InlineData("but it is '2147483647'.", "iris", "--first-seed", "2147483647", "--seeds", "2")]
    [InlineData("but it is '-1'.", "iris", "--first-seed", "-1")]
    [InlineData("Required argument missing for option: '--seeds'.", "iris", "--seeds")]
    [InlineData("--output must be the name of a directory, but it is empty.", "--output", "")]
    [InlineData("--output must be the name of a directory, but it is empty.", "iris", "-o", " ")]
    [InlineData("--data must be the name of a directory, but it is empty.", "fashion-mnist", "--data", "")]
    [InlineData("Unrecognized command or argument 'irsi'.", "irsi")]
    public void A_mistake_is_a_line(string message, params string[] arguments) =>
        Assert.Contains(SampleCommand.Create().Parse(arguments).Errors, error => error.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void A_file_is_no_directory()
    {
        string file = Path.GetTempFileName();
        try
        {
            Assert.EndsWith("is a file, not a directory.", Assert.Single(SampleCommand.Create().Parse(["iris", "-o", file]).Errors).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("--no-plots", "iris")]
    [InlineData("iris", "--no-plots")]
    public void No_pictures(params string[] arguments)
    {
        (PictureOptions pictures, ParseResult result) = Parse(arguments);

        Assert.Null(pictures.Directory(result, "iris"));
    }

    [Theory]
    [InlineData("pictures", "-o", "pictures", "iris")]
    [InlineData("pictures", "iris", "--output", "pictures")]
    [InlineData("artifacts/iris", "iris")]
    public void Where_pictures_go(string expected, params string[] arguments)
    {
        (PictureOptions pictures, ParseResult result) = Parse(arguments);

        Assert.Equal(Path.GetFullPath(expected), pictures.Directory(result, "iris")?.FullName);
    }

    [Fact]
    public void A_command_line_with_a_mistake_ends_with_2() =>
        Assert.Equal(ExitCode.Usage, SampleCommand.Refuse(SampleCommand.Create().Parse(["iris", "--seeds", "abc"]).Errors));

    private static (PictureOptions Pictures, ParseResult Result) Parse(string[] arguments)
    {
        var pictures = new PictureOptions();
        var root = new RootCommand { new Command("iris") };
        pictures.AddTo(root);
        ParseResult result = root.Parse(arguments);
        Assert.Empty(result.Errors);
        return (pictures, result);
    }
}
