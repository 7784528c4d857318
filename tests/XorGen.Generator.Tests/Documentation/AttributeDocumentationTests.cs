using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Catalogue.Optimizers;
using XorGen.Generator.Model;

namespace XorGen.Generator.Tests.Documentation;

/// <summary>The XML documentation of the attributes' properties says the defaults and the ranges that the generator goes by.</summary>
public sealed partial class AttributeDocumentationTests
{
    private static readonly XDocument Documentation = XDocument.Load(Path.ChangeExtension(typeof(NetworkAttribute).Assembly.Location, ".xml"));

    /// <summary>What a network needs to use an option, where adam and the default loss do not.</summary>
    private static readonly Dictionary<string, string> Users = new()
    {
        ["Delta"] = "OutputActivation = \"linear\", Loss = \"huber\"",
        ["Momentum"] = "Optimizer = \"sgd\"",
        ["Rho"] = "Optimizer = \"rmsprop\"",
        ["MomentumDecay"] = "Optimizer = \"nadam\"",
        ["EtaMinus"] = "Optimizer = \"rprop\"",
        ["EtaPlus"] = "Optimizer = \"rprop\"",
        ["StepSizeMin"] = "Optimizer = \"rprop\"",
        ["StepSizeMax"] = "Optimizer = \"rprop\"",
        ["LearningRateDecay"] = "Optimizer = \"adagrad\"",
        ["InitialAccumulatorValue"] = "Optimizer = \"adagrad\"",
        ["InitializerScale"] = "Initializer = \"uniform\"",
    };

    public static TheoryData<string> OptimizerOptions =>
        [.. typeof(NetworkAttribute).GetProperties().Select(property => property.Name).Where(name => typeof(OptimizerSpec).GetProperty(name) is not null)];

    public static TheoryData<string> Numbers =>
        [.. typeof(NetworkAttribute).GetProperties().Where(property => property.PropertyType == typeof(double) && !IsOfActivation(property)).Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(OptimizerOptions))]
    public void The_default_of_an_option_is_that_of_each_optimizer(string option)
    {
        Match stated = Default().Match(Summary(typeof(NetworkAttribute), option));
        Assert.True(stated.Success, Summary(typeof(NetworkAttribute), option));
        foreach (Optimizer optimizer in OptimizerCatalogue.All.Entries.Where(optimizer => Uses(optimizer, option)))
        {
            string value = stated.Groups["value"].Value;
            foreach (Capture exception in stated.Groups["exception"].Captures)
            {
                string[] parts = exception.Value.Split(' ');
                value = parts[..^1].Contains(optimizer.Name) ? parts[^1] : value;
            }

            object actual = typeof(OptimizerSpec).GetProperty(option)!.GetValue(optimizer.Defaults)!;
            Assert.Equal(Convert.ToString(actual, CultureInfo.InvariantCulture), Normal(value), ignoreCase: true);
        }
    }

    /// <summary>Reflection gives what the property's initialiser says: right with every optimizer, or nothing.</summary>
    [Theory]
    [MemberData(nameof(OptimizerOptions))]
    public void An_initialiser_is_right_with_every_optimizer(string option)
    {
        object initial = typeof(NetworkAttribute).GetProperty(option)!.GetValue(new NetworkAttribute())!;
        if (initial is not (0.0 or false))
        {
            Assert.All(
                OptimizerCatalogue.All.Entries.Where(optimizer => Uses(optimizer, option)),
                optimizer => Assert.Equal(initial, typeof(OptimizerSpec).GetProperty(option)!.GetValue(optimizer.Defaults)));
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_range_is_that_of_the_diagnostic(string option)
    {
        string user = Users.GetValueOrDefault(option, "Optimizer = \"adam\"");
        GeneratorRun run = GeneratorHarness.Run($"using XorGen; [Network(Inputs = 2, Hidden = 2, Outputs = 1, {user}, {option} = double.NaN)] public partial class Net;");
        Diagnostic diagnostic = Assert.Single(run.GeneratorDiagnostics, diagnostic => diagnostic.Id == "XG0010");
        Match expected = Expected().Match(diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Contains(expected.Groups[1].Value, Summary(typeof(NetworkAttribute), option), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_property_says_its_default()
    {
        foreach (Type attribute in (Type[])[typeof(NetworkAttribute), typeof(DenseAttribute), typeof(DropoutAttribute)])
        {
            Assert.All(
                attribute.GetProperties(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance),
                property => Assert.Matches("default|Required", Summary(attribute, property.Name)));
        }
    }

    [Fact]
    public void Names_and_the_numbers_of_losses_have_the_stated_defaults()
    {
        var attribute = new NetworkAttribute();
        Assert.Contains($"By default \"{attribute.Activation}\"", Summary(typeof(NetworkAttribute), "Activation"), StringComparison.Ordinal);
        Assert.Contains($"By default \"{attribute.Optimizer}\"", Summary(typeof(NetworkAttribute), "Optimizer"), StringComparison.Ordinal);
        Assert.Contains($"By default \"{attribute.Initializer}\"", Summary(typeof(NetworkAttribute), "Initializer"), StringComparison.Ordinal);
        Assert.Contains($"By default \"{attribute.OutputActivation}\"", Summary(typeof(NetworkAttribute), "OutputActivation"), StringComparison.Ordinal);
        Assert.All(
            LossCatalogue.All.Entries.Where(loss => loss.DefaultParameter is not null),
            loss => Assert.Contains(FormattableString.Invariant($"By default {loss.DefaultParameter}."), Summary(typeof(NetworkAttribute), "Delta"), StringComparison.Ordinal));
        NetworkDescription network = DescriptionOf("Inputs = 2, Hidden = 2, Outputs = 1");
        Assert.Equal(attribute.Activation, network.Layers[0].Activation);
        Assert.Equal(attribute.OutputActivation, network.Layers[1].Activation);
        Assert.Equal(attribute.Optimizer, network.Optimizer);
        Assert.Equal(attribute.Initializer, network.Initializer);
        Assert.Equal(attribute.Precision, network.Precision);
    }

    /// <summary>The learning rates that TrainingOptions.LearningRate states.</summary>
    [Theory]
    [InlineData(9, 0.1)]
    [InlineData(100, 0.1)]
    [InlineData(400, 0.05)]
    [InlineData(10_000, 0.01)]
    [InlineData(4_000_000, 0.001)]
    public void The_default_learning_rate_follows_from_the_number_of_parameters(int parameters, double rate)
    {
        Dictionary<string, double> stated = new()
        {
            ["sgd"] = 0.1,
            ["adagrad"] = 0.1,
            ["adadelta"] = 1,
            ["lbfgs"] = 1,
            ["rprop"] = 0.01,
            ["levenberg_marquardt"] = 0.001,
            ["rmsprop"] = rate / 3,
            ["lion"] = rate / 3,
        };
        Assert.All(
            OptimizerCatalogue.All.Entries,
            optimizer => Assert.Equal(stated.GetValueOrDefault(optimizer.Name, rate), optimizer.DefaultLearningRate(parameters), 15));
        string remarks = Text("P:XorGen.TrainingOptions.LearningRate", "remarks");
        Assert.All(OptimizerCatalogue.All.Entries, optimizer => Assert.Contains(optimizer.Name, remarks, StringComparison.Ordinal));
    }

    private static bool IsOfActivation(PropertyInfo property) =>
        property.Name.Contains("Activation", StringComparison.Ordinal);

    private static bool Uses(Optimizer optimizer, string option) =>
        optimizer.Algorithm is null
        && (optimizer.Options.Contains(option) || !OptimizerCatalogue.All.Entries.Any(other => other.Options.Contains(option)));

    private static NetworkDescription DescriptionOf(string arguments)
    {
        using LoadedAssembly loaded = GeneratorHarness.Run($"using XorGen; [Network({arguments})] public partial class Net;").Load();
        return ((INetwork<float>)Activator.CreateInstance(loaded.TypeOf("Net"))!).Description;
    }

    private static string Normal(string value) => value is "true" or "false"
        ? value
        : double.Parse(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    private static string Summary(Type attribute, string property) => Text($"P:{attribute.FullName}.{property}", "summary");

    private static string Text(string member, string element)
    {
        XElement found = Documentation.Descendants("member").Single(candidate => (string)candidate.Attribute("name")! == member);
        return Spaces().Replace(found.Element(element)!.Value, " ").Trim();
    }

    [GeneratedRegex(@"By default (?<value>[\w.-]+?)(, with (?<exception>[\w ]+? [\d.e-]+\d|[\w ]+? (true|false)))*[.,](?=$| )")]
    private static partial Regex Default();

    [GeneratedRegex("it must be (.*)$")]
    private static partial Regex Expected();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
