using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using XorGen.Sample.Problems.CrossValidated;

namespace XorGen.Sample;

/// <summary>The options that say which seeds a problem is solved from: others than those that its settings were chosen by are a fairer test.</summary>
internal sealed class SeedOptions
{
    private const int MaximumSeeds = 1_000;

    private readonly ISeeded _problem;
    private readonly Option<int> _firstSeed;
    private readonly Option<int> _seeds;

    /// <summary>Makes the options of a problem.</summary>
    /// <param name="problem">The problem, whose own seeds are the defaults.</param>
    public SeedOptions(ISeeded problem)
    {
        _problem = problem;
        _firstSeed = WholeNumber("--first-seed", "The first seed.", 0, int.MaxValue - MaximumSeeds, problem.FirstSeed);
        _seeds = WholeNumber("--seeds", "The number of seeds.", 1, MaximumSeeds, problem.Seeds);
    }

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Add(_firstSeed);
        command.Add(_seeds);
    }

    /// <summary>Tells the problem which seeds were asked for.</summary>
    public void Apply(ParseResult arguments)
    {
        _problem.FirstSeed = arguments.GetValue(_firstSeed);
        _problem.Seeds = arguments.GetValue(_seeds);
    }

    private static Option<int> WholeNumber(string name, string description, int minimum, int maximum, int fallback) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => fallback,
        CustomParser = argument => Parse(argument, name, minimum, maximum),
    };

    private static int Parse(ArgumentResult argument, string name, int minimum, int maximum)
    {
        string text = argument.Tokens[^1].Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= minimum && value <= maximum)
        {
            return value;
        }

        argument.AddError(string.Create(
            CultureInfo.InvariantCulture, $"{name} must be a whole number from {minimum:N0} to {maximum:N0}, but it is '{text}'."));
        return minimum;
    }
}
