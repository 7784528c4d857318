using XorGen.Catalogue;
using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Expressions;
using XorGen.Generator.Model;

namespace XorGen.Properties;

/// <summary>
/// The same network as plain loops over arrays, in double precision, with the mathematics of System.Math: written to be
/// obviously right, not fast.
/// </summary>
internal sealed class ReferenceNetwork
{
    private readonly NetworkDeclaration declaration;
    private readonly double[][,] weights;
    private readonly double[][] biases;

    /// <summary>The slope that prelu learns, of each layer that has it.</summary>
    private readonly double[][] slopes;
    private readonly PlainOptimizer[] optimizers;
    private readonly Activation hidden;
    private readonly Activation output;
    private readonly Expression hiddenSlope;
    private readonly Expression outputSlope;
    private readonly Expression lossSlope;
    private int steps;

    public ReferenceNetwork(NetworkDeclaration declaration, double[] parameters)
    {
        this.declaration = declaration;
        hidden = declaration.ActivationOf(isOutput: false);
        output = declaration.ActivationOf(isOutput: true);
        hiddenSlope = SlopeOf(hidden);
        outputSlope = SlopeOf(output);
        lossSlope = LossCatalogue.Of(new LossSpec(declaration.LossName, declaration.DeltaOrDefault), output) is ElementwiseLoss loss
            ? loss.Derivative(new Variable("a"), new Variable("y"))
            : 0;
        int layers = declaration.Sizes.Length - 1;
        weights = new double[layers][,];
        biases = new double[layers][];
        slopes = [.. Enumerable.Range(0, layers).Select(layer => new double[IsLearned(layer) ? 1 : 0])];
        for (int layer = 0; layer < layers; layer++)
        {
            weights[layer] = new double[declaration.Sizes[layer], declaration.Sizes[layer + 1]];
            biases[layer] = new double[declaration.Sizes[layer + 1]];
        }

        Parameters = parameters;
        bool[] isBias = Flatten(weights.Select(w => new bool[w.GetLength(0), w.GetLength(1)]).ToArray(), [.. biases.Select(b => b.Select(_ => true).ToArray())], [.. slopes.Select(s => s.Select(_ => true).ToArray())]);
        optimizers = [.. isBias.Select(bias => new PlainOptimizer(declaration, bias))];
    }

    /// <summary>Gets or sets the parameters in flat order.</summary>
    public double[] Parameters
    {
        get => Flatten(weights, biases, slopes);
        set
        {
            int next = 0;
            for (int layer = 0; layer < weights.Length; layer++)
            {
                for (int i = 0; i < weights[layer].GetLength(0); i++)
                {
                    for (int j = 0; j < weights[layer].GetLength(1); j++)
                    {
                        weights[layer][i, j] = value[next++];
                    }
                }

                for (int j = 0; j < biases[layer].Length; j++)
                {
                    biases[layer][j] = value[next++];
                }

                if (IsLearned(layer))
                {
                    slopes[layer][0] = value[next++];
                }
            }
        }
    }

    /// <summary>Returns the outputs of a row.</summary>
    public double[] Forward(double[] row) => ForwardAll(row, null).Activations[^1];

    /// <summary>Returns the mean loss over the rows, weighted where there are weights, without dropout.</summary>
    public double Evaluate(double[] inputs, double[] targets, double[]? rowWeights = null)
    {
        double[][] y = [.. targets.Chunk(declaration.Targets).Select(Smooth)];
        double[] shares = Shares(y.Length, rowWeights);
        return inputs.Chunk(declaration.Inputs).Select((x, row) =>
        {
            (_, double[][] sums, double[][] activations) = ForwardAll(x, null);
            return Loss(sums[^1], activations[^1], y[row]) * shares[row];
        }).Sum();
    }

    /// <summary>Returns the largest magnitude of a neuron's sum over some rows.</summary>
    public double LargestSum(double[] inputs) =>
        inputs.Chunk(declaration.Inputs).SelectMany(row => ForwardAll(row, null).Sums).SelectMany(sums => sums).Max(Math.Abs);

    /// <summary>Returns the mean loss over the rows, weighted where there are weights, and its gradient in flat order.</summary>
    public (double Loss, double[] Gradient) Backward(double[] inputs, double[] targets, double[]? rowWeights = null)
    {
        int rows = inputs.Length / declaration.Inputs;
        double[] shares = Shares(rows, rowWeights);
        var weightGradients = weights.Select(w => new double[w.GetLength(0), w.GetLength(1)]).ToArray();
        var biasGradients = biases.Select(b => new double[b.Length]).ToArray();
        var slopeGradients = slopes.Select(s => new double[s.Length]).ToArray();
        double total = 0;
        for (int row = 0; row < rows; row++)
        {
            double[] x = inputs[(row * declaration.Inputs)..((row + 1) * declaration.Inputs)];
            double[] y = Smooth(targets[(row * declaration.Targets)..((row + 1) * declaration.Targets)]);
            (double[][] taken, double[][] sums, double[][] activations) = ForwardAll(x, row);
            total += Loss(sums[^1], activations[^1], y) * shares[row];
            double[] delta = OutputDelta(sums[^1], activations[^1], y);
            AddSlopeGradient(slopeGradients[^1], sums[^1], [.. activations[^1].Zip(y, (a, t) => lossSlope.Evaluate(("a", a), ("y", t)) / y.Length)], shares[row]);
            for (int layer = weights.Length - 1; layer >= 0; layer--)
            {
                double[] input = taken[layer];
                for (int j = 0; j < delta.Length; j++)
                {
                    biasGradients[layer][j] += delta[j] * shares[row];
                    for (int i = 0; i < input.Length; i++)
                    {
                        weightGradients[layer][i, j] += input[i] * delta[j] * shares[row];
                    }
                }

                if (layer > 0)
                {
                    double[] before = [.. Enumerable.Range(0, input.Length).Select(i =>
                        Factor(layer, row, i) * delta.Select((d, j) => d * weights[layer][i, j]).Sum())];
                    AddSlopeGradient(slopeGradients[layer - 1], sums[layer - 1], before, shares[row]);
                    delta = [.. before.Select((d, i) => d * Slope(layer - 1, sums[layer - 1][i]))];
                }
            }
        }

        return (total, Flatten(weightGradients, biasGradients, slopeGradients));
    }

    /// <summary>Takes a step along a gradient.</summary>
    public void Update(double[] gradient, double learningRate)
    {
        steps++;
        double norm = Math.Sqrt(gradient.Sum(g => g * g));
        double clip = declaration.GradientClipNorm > 0 ? Math.Min(1, declaration.GradientClipNorm / (norm + 1e-6)) : 1;
        double[] parameters = Parameters;
        Parameters = [.. parameters.Select((parameter, i) => optimizers[i].Step(parameter, gradient[i] * clip, learningRate))];
    }

    /// <summary>What each row counts in the mean.</summary>
    private static double[] Shares(int rows, double[]? rowWeights) => rowWeights is null
        ? [.. Enumerable.Repeat(1.0 / rows, rows)]
        : [.. rowWeights.Select(weight => weight / rowWeights.Sum())];

    private static T[] Flatten<T>(T[][,] matrices, T[][] vectors, T[][] further) =>
        [.. matrices.Zip(vectors, further).SelectMany(layer => layer.First.Cast<T>().Concat(layer.Second).Concat(layer.Third))];

    private bool IsOutput(int layer) => layer == weights.Length - 1;

    private Activation ActivationOf(int layer) => IsOutput(layer) ? output : hidden;

    private bool IsLearned(int layer) => ActivationOf(layer).Name == "prelu";

    private double Alpha(int layer) => IsLearned(layer) ? slopes[layer][0] : ActivationOf(layer).Parameters.Alpha;

    private double Activate(int layer, double z) =>
        PlainActivations.All[ActivationOf(layer).Name](z, Alpha(layer), ActivationOf(layer).Parameters.Threshold);

    /// <summary>Of prelu, where there is a place for it: below zero the output is slope z.</summary>
    private static void AddSlopeGradient(double[] gradient, double[] sums, double[] byOutput, double share)
    {
        if (gradient.Length > 0)
        {
            gradient[0] += share * sums.Zip(byOutput, (z, d) => d * Math.Min(0, z)).Sum();
        }
    }

    /// <summary>By the catalogue's formula, which has tests of its own.</summary>
    private double Slope(int layer, double z) =>
        (IsOutput(layer) ? outputSlope : hiddenSlope).Evaluate(("z", z), ("a", Activate(layer, z)), ("alpha", Alpha(layer)));

    private static Expression SlopeOf(Activation activation) =>
        activation is ElementwiseActivation elementwise ? elementwise.WithLearned(new Variable("alpha")).Derivative(new Variable("z"), new Variable("a")) : 0;

    /// <summary>What dropout multiplies an input of a layer with.</summary>
    private double Factor(int layer, int row, int i) => PlainDropout.Factor(
        seed: 0, steps, layer, row, i, declaration.Sizes[layer], layer == 0 ? declaration.InputDropout : declaration.Dropout);

    /// <summary>Passes a row through the layers; where it has a number in its batch, values are dropped.</summary>
    private (double[][] Taken, double[][] Sums, double[][] Activations) ForwardAll(double[] row, int? number)
    {
        var taken = new double[weights.Length][];
        var sums = new double[weights.Length][];
        var activations = new double[weights.Length][];
        double[] input = row;
        for (int layer = 0; layer < weights.Length; layer++)
        {
            input = number is int n ? [.. input.Select((x, i) => x * Factor(layer, n, i))] : input;
            taken[layer] = input;
            sums[layer] = [.. biases[layer].Select((b, j) => b + input.Select((x, i) => x * weights[layer][i, j]).Sum())];
            activations[layer] = ActivationOf(layer).Name switch
            {
                "softmax" => Softmax(sums[layer]),
                "log_softmax" => LogSoftmax(sums[layer]),
                "mean_variance" => [.. sums[layer].Select((z, j) => j < sums[layer].Length / 2 ? z : Math.Log(1 + Math.Exp(z)))],
                _ => [.. sums[layer].Select(z => Activate(layer, z))],
            };
            input = activations[layer];
        }

        return (taken, sums, activations);
    }

    private static double[] Softmax(double[] z)
    {
        double largest = z.Max();
        double total = z.Sum(v => Math.Exp(v - largest));
        return [.. z.Select(v => Math.Exp(v - largest) / total)];
    }

    private static double[] LogSoftmax(double[] z)
    {
        double largest = z.Max();
        double logTotal = largest + Math.Log(z.Sum(v => Math.Exp(v - largest)));
        return [.. z.Select(v => v - logTotal)];
    }

    /// <summary>PyTorch's label smoothing for cross-entropy, Keras's for binary cross-entropy.</summary>
    private double[] Smooth(double[] y)
    {
        double smoothing = declaration.LabelSmoothing;
        double classes = declaration.LossName == "cross_entropy" ? y.Length : 2;
        return smoothing == 0 ? y : [.. y.Select(target => (target * (1 - smoothing)) + (smoothing / classes))];
    }

    private double Loss(double[] z, double[] a, double[] y) =>
        PlainLosses.All[declaration.LossName](declaration.OutputActivation, z, a, y, declaration.DeltaOrDefault);

    /// <summary>The derivative of a row's loss by the last sums.</summary>
    private double[] OutputDelta(double[] z, double[] a, double[] y)
    {
        switch (declaration.LossName)
        {
            case "binary_cross_entropy":
                return [.. a.Zip(y, (v, t) => (v - t) / a.Length)];
            case "cross_entropy" or "kl_divergence":
                return [.. Softmax(z).Zip(y, (v, t) => (v * y.Sum()) - t)];
            case "gaussian_nll":
                return GaussianDelta(z, a, y);
            case "poisson_nll":
                return [.. z.Zip(y, (v, t) => (Math.Exp(v) - t) / a.Length)];
            default:
                double[] slopes = [.. a.Zip(y, (v, t) => lossSlope.Evaluate(("a", v), ("y", t)) / a.Length)];
                double mean = slopes.Zip(a, (s, v) => s * v).Sum();
                return declaration.OutputActivation switch
                {
                    "softmax" => [.. a.Zip(slopes, (v, s) => v * (s - mean))],
                    "log_softmax" => [.. a.Zip(slopes, (v, s) => s - (Math.Exp(v) * slopes.Sum()))],
                    _ => [.. z.Zip(slopes, (v, s) => s * Slope(weights.Length - 1, v))],
                };
        }
    }

    /// <summary>By the means (m - y) / v, by the z of the variances (1 / v - (m - y)^2 / v^2) / 2 times the logistic function of it.</summary>
    private static double[] GaussianDelta(double[] z, double[] a, double[] y)
    {
        var delta = new double[a.Length];
        for (int j = 0; j < y.Length; j++)
        {
            double error = a[j] - y[j];
            double variance = a[y.Length + j];
            delta[j] = error / variance / y.Length;
            delta[y.Length + j] = ((1 / variance) - (error * error / (variance * variance))) / 2 / (1 + Math.Exp(-z[y.Length + j])) / y.Length;
        }

        return delta;
    }
}
