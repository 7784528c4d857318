using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Properties;

namespace XorGen.Training;

[Network(Inputs = 1, Hidden = 8, Outputs = 1, OutputActivation = "linear", Loss = "huber")]
public sealed partial class PeakHuber;

/// <summary>The restart rule does not give up above the loss of the best constant prediction.</summary>
public class BaselineTests
{
    public static TheoryData<string, string, double> Combinations()
    {
        var data = new TheoryData<string, string, double>();
        foreach (Loss loss in LossCatalogue.All.Entries)
        {
            string[] outputs = loss.OutputActivations is { Length: > 0 } some ? some
                : [.. ActivationCatalogue.All.Entries.Where(entry => entry is ElementwiseActivation || entry.Name == "softmax").Select(entry => entry.Name)];
            foreach (string output in outputs)
            {
                data.Add(loss.Name, output, 0);
                if (loss.SmoothedClasses is not null)
                {
                    data.Add(loss.Name, output, 0.2);
                }
            }
        }

        return data;
    }

    /// <summary>Without its weights a network gives the constant of its biases: none costs less than the baseline, and the best one as much.</summary>
    [Theory]
    [MemberData(nameof(Combinations))]
    [Trait("Category", "Exhaustive")]
    public void No_constant_of_a_network_costs_less(string loss, string output, double smoothing)
    {
        var declaration = new NetworkDeclaration
        {
            Sizes = [1, LossCatalogue.All[loss].OutputsPerTarget == 2 ? 4 : 3], OutputActivation = output, Loss = loss, LabelSmoothing = smoothing, Unroll = Unroll.Full,
        };
        var network = (ITrainable<double>)CompiledNetwork.Create<double>(declaration);
        (double[] inputs, double[] targets) = NetworkGenerators.Data(declaration, rows: 11, seed: 5);
        if (output is "softmax" or "log_softmax" && loss is "cross_entropy" or "kl_divergence")
        {
            // Distributions.
            for (int row = 0; row < targets.Length; row += 3)
            {
                double sum = targets.Skip(row).Take(3).Sum(Math.Abs);
                for (int j = row; j < row + 3; j++)
                {
                    targets[j] = Math.Abs(targets[j]) / sum;
                }
            }
        }

        double[] weights = [.. inputs.Select((_, i) => 1.0 + (i % 3))];
        Loss entry = LossCatalogue.All[loss];
        Activation activation = declaration.ActivationOf(isOutput: true);
        OutputRange range = entry is ElementwiseLoss { Baseline: not "Divergence" }
            ? new OutputRange(activation.Range.Least, activation.Range.Most) { IsShareOfOne = activation.Range.IsShareOfOne }
            : OutputRange.All;
        var baseline = new Baseline(Enum.Parse<BaselineLoss>(entry.Baseline), smoothing, declaration.DeltaOrDefault, range);
        double expected = BaselineLosses.Of<double>(baseline, targets, declaration.Targets, weights);

        // From several starts, each coordinate in turn and ever smaller steps.
        double best = double.PositiveInfinity;
        foreach (double start in (double[])[0, 1, -1, 4, -4])
        {
            var parameters = new double[network.Description.ParameterCount];
            Span<double> biases = parameters.AsSpan(declaration.Outputs, declaration.Outputs);
            biases.Fill(start);
            parameters.AsSpan(2 * declaration.Outputs).Fill(0.25);
            double present = Evaluate();
            for (double step = 4; step > 1e-5; step /= 2)
            {
                for (bool falls = true; falls;)
                {
                    falls = false;
                    for (int i = declaration.Outputs; i < 2 * declaration.Outputs; i++)
                    {
                        foreach (double direction in (double[])[step, -step])
                        {
                            double before = parameters[i];
                            if (Math.Abs(before + direction) > 60)
                            {
                                continue;
                            }

                            parameters[i] += direction;
                            double loss2 = Evaluate();
                            (parameters[i], present, falls) = loss2 < present - 1e-13 ? (parameters[i], loss2, true) : (before, present, falls);
                        }
                    }
                }
            }

            best = Math.Min(best, present);

            double Evaluate()
            {
                network.SetParameters(parameters);
                return network.Evaluate(inputs, targets, weights);
            }
        }

        double size = 1e-6 * Math.Max(1, Math.Abs(best));
        Assert.True(expected <= best + size, $"the baseline {expected} is above a constant's loss, {best}");

        // The outputs of log_softmax depend on each other, and a threshold leaves a gap: there the baseline may be below what they can say.
        if (!(output is "log_softmax" && entry is ElementwiseLoss) && output is not "threshold" and not "hard_shrink")
        {
            Assert.Equal(best, expected, 1e-2 * Math.Max(1, Math.Abs(best)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_training_that_gets_there_without_restarts_is_not_given_up(int seed)
    {
        float[] inputs = [.. Enumerable.Range(0, 40).Select(i => (i / 20f) - 1)];
        float[] targets = [.. Enumerable.Range(0, 40).Select(i => i is >= 13 and <= 15 ? 10f : 0)];
        TrainingReport report = new PeakHuber(seed).Fit(inputs, targets, new() { TargetLoss = 0.1, LearningRate = 0.01 });
        Assert.Equal(StopReason.TargetReached, report.StopReason);
    }
}
