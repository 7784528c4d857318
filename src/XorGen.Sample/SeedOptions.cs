using System.CommandLine;
using XorGen.Sample.Problems.CrossValidated;

namespace XorGen.Sample;

/// <summary>The options that say which seeds a problem is solved from: others than those that its settings were chosen by are a fairer test.</summary>
internal sealed class SeedOptions
{
    private readonly ISeeded _problem;
    private readonly Option<int> _firstSeed;
    private readonly Option<int> _seeds;

    /// <summary>Makes the options of a problem.</summary>
    /// <param name="problem">The problem, whose own seeds are the defaults.</param>
    public SeedOptions(ISeeded problem)
    {
        _problem = problem;
        _firstSeed = new Option<int>("--first-seed") { Description = "The first seed.", DefaultValueFactory = _ => problem.FirstSeed };
        _seeds = new Option<int>("--seeds") { Description = "The number of seeds.", DefaultValueFactory = _ => problem.Seeds };
        _firstSeed.Validators.Add(result => Check(result.GetValueOrDefault<int>() >= 0, result, "--first-seed must not be negative."));
        _seeds.Validators.Add(result => Check(result.GetValueOrDefault<int>() is >= 1 and <= 1_000, result, "--seeds must be from 1 to 1,000."));
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

    private static void Check(bool valid, System.CommandLine.Parsing.OptionResult result, string message)
    {
        if (!valid)
        {
            result.AddError(message);
        }
    }
}
