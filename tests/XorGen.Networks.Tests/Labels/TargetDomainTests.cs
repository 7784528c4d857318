using System.Numerics;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Training;

namespace XorGen.Labels;

/// <summary>Each loss is trained on the targets that it is defined for, and on no others.</summary>
public class TargetDomainTests
{
    private static readonly float[] Inputs = [0, 0, 0, 1, 1, 0, 1, 1];

    public static TheoryData<string> LossNames => [.. LossCatalogue.All.Entries.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(LossNames))]
    public void The_runtime_checks_what_the_catalogue_says(string loss)
    {
        Loss entry = LossCatalogue.All[loss];
        TargetDomain domain = TargetDomains.Of(loss);
        Assert.Equal(entry.Domain, domain.ToString());
        Assert.StartsWith(TargetDomains.Describe(domain), entry.Targets, StringComparison.Ordinal);
        Assert.Equal(entry.NegativeTarget is not null, entry.ClassThreshold is not null);
    }

    [Fact]
    public void Targets_of_the_wrong_loss_are_refused_with_their_place_and_the_domain()
    {
        var options = new TrainingOptions { TargetLoss = 0.01 };
        AssertRefused(() => new Xor().Fit(Inputs, [-1, 1, 1, -1], options), "targets", "Row 0, column 0 is -1; targets of the loss binary_cross_entropy are from 0 to 1.");
        AssertRefused(() => new Xor().Fit(Inputs, [0, 100, 100, 0], options), "targets", "Row 1, column 0 is 100;");
        AssertRefused(() => new XorBlock().Fit(Inputs, [0, 1, 1.5f, 0]), "targets", "Row 2, column 0 is 1.5;");
        AssertRefused(() => new TwoLabels().Fit(Inputs, [0, 1, 1, 0, 0, -0.25f, 1, 1]), "targets", "Row 2, column 1 is -0.25;");
        AssertRefused(() => new Counts().Fit(Inputs, [1, 2, -5, 3]), "targets", "Row 2, column 0 is -5; targets of the loss poisson_nll are not negative.");
        AssertRefused(() => new Margin().Fit(Inputs, [0, 1, 1, 0]), "targets", "Row 0, column 0 is 0; targets of the loss hinge are -1 or 1; 0 and 1 are labels, an array of int.");
        AssertRefused(() => new MarginBlock().Fit(Inputs, [-1, 1, 0.5f, 1]), "targets", "Row 2, column 0 is 0.5; targets of the loss squared_hinge");
        AssertRefused(() => default(MarginValue).Fit([0, 0], [2]), "targets", "Row 0, column 0 is 2;");
        AssertRefused(() => new ThreeClasses().Fit([0, 0, 1, 1], (float[])[1, 0, 0, 0, 1, 1]), "targets", "Row 1, columns 0 to 2, adds up to 2; targets of the loss cross_entropy are from 0 to 1 and add up to 1 in each row.");
        AssertRefused(() => new ThreeClasses().Fit([0, 0, 1, 1], [0.5f, 0, 0.5f, -0.5f, 0.5f, 1]), "targets", "Row 1, column 0 is -0.5;");
        AssertRefused(() => new ThreeShares().Fit([0, 0], [0, 0, 0]), "targets", "Row 0, columns 0 to 2, adds up to 0; targets of the loss kl_divergence");
    }

    [Fact]
    public void A_NaN_is_named_as_one_whatever_the_domain()
    {
        AssertRefused(() => new Xor().Fit(Inputs, [0, float.NaN, 1, 0]), "targets", "Row 1, column 0 is NaN; all numbers must be finite.");
        AssertRefused(() => new Counts().Fit(Inputs, [0, float.PositiveInfinity, 1, 0]), "targets", "Row 1, column 0 is infinity; all numbers must be finite.");
        AssertRefused(() => new Margin().Fit(Inputs, [1, float.NegativeInfinity, 1, 1]), "targets", "Row 1, column 0 is -infinity; all numbers must be finite.");
        AssertRefused(() => new ThreeClasses().Fit([0, 0], [1, float.NaN, 0]), "targets", "Row 0, column 1 is NaN;");
        AssertRefused(() => new Noise().Fit(Inputs, [1, float.NaN, 1, 1]), "targets", "Row 1, column 0 is NaN;");
    }

    [Fact]
    public void Targets_of_the_domain_are_taken_to_its_ends()
    {
        var once = new TrainingOptions { Epochs = 1 };
        new Xor().Fit(Inputs, [0, 1, 0.25f, 0.999f], once);
        new Counts().Fit(Inputs, [0, 1.5f, 7, 1e6f], once);
        new Margin().Fit(Inputs, [-1, 1, 1, -1], once);
        new LinearError().Fit(Inputs, [-1e6f, 1e6f, 0, 100], once);
        new TanhError().Fit(Inputs, [-1, 1, 2, -2], once);
        new Noise().Fit(Inputs, [-3, 3, 0, 1], once);

        // Probabilities that were rounded to two decimals.
        new ThreeClasses().Fit([0, 0, 1, 1], [0.33f, 0.33f, 0.33f, 1, 0, 0], once);
        new ThreeShares().Fit([0, 0], [0.17, 0.5, 0.34], once);
    }

    [Fact]
    public void Validation_rows_are_checked_too()
    {
        float[] targets = [0, 1, 1, 0];
        AssertRefused(
            () => new Xor().Fit(Inputs, targets, new() { Epochs = 1, Validation = Validation.Of(Inputs, (float[])[0, 1, -1, 0]) }),
            "options.Validation.targets",
            "Row 2, column 0 is -1;");
    }

    [Fact]
    public void Without_the_check_and_in_single_steps_the_formula_is_taken_as_it_stands()
    {
        var network = new Xor(3);
        float[] targets = [-1, 1, 1, -1];
        float loss = network.Evaluate(Inputs, targets);
        Assert.True(float.IsFinite(loss));
        Assert.Equal(loss, network.Backward(Inputs, targets));
        Assert.Equal(loss, new Xor(3).Train(Inputs, targets, 0.1f));
        Assert.Equal(loss, new Xor(3).Fit(Inputs, targets, new() { Epochs = 1, CheckData = false }).LossHistory[0]);
    }

    /// <summary>The likelihood of a narrow normal distribution is above 1, and its logarithm's negative below 0.</summary>
    [Fact]
    public void A_loss_that_may_be_negative_still_is()
    {
        TrainingReport report = new Noise(2).Fit(Inputs, [0.5f, 0.5f, 0.5f, 0.5f], new() { Epochs = 500, LearningRate = 0.01 });
        Assert.True(report.LossHistory.Min() < -0.5);
    }

    private static void AssertRefused(Func<object> fit, string parameter, string message)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(fit);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Contains("options.CheckData = false", exception.Message, StringComparison.Ordinal);
        Assert.Equal(parameter, exception.ParamName);
    }
}
