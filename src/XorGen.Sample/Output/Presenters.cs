using Spectre.Console;

namespace XorGen.Sample.Output;

/// <summary>Chooses a presenter.</summary>
internal static class Presenters
{
    /// <summary>Returns colours, bars and charts for a terminal, plain text for all else: a file, a pipe, a dumb terminal.</summary>
    public static IPresenter ForThisConsole() =>
        Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Ansi
            ? new PlainPresenter(Console.Out)
            : new TerminalPresenter(AnsiConsole.Console);
}
