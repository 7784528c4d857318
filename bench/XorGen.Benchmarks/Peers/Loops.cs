using System.Numerics;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Peers;

/// <summary>A network of arrays and loops, as most people would write it. In double precision it is also the judge of all results.</summary>
internal sealed class Loops<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly Problem problem;
    private readonly Shape shape;
    private readonly T[] inputs;
    private readonly T[] targets;
    private readonly T[][][] weights;
    private readonly T[][] biases;
    private readonly T[][] activations;
    private readonly T[][] errors;
    private readonly T[][][] weightGradients;
    private readonly T[][] biasGradients;
    private readonly T[][][] weightMeans;
    private readonly T[][][] weightSquares;
    private readonly T[][] biasMeans;
    private readonly T[][] biasSquares;
    private int step;

    public Loops(Problem problem)
        : this(problem, [.. problem.Parameters.Select(value => (double)value)])
    {
    }

    public Loops(Problem problem, double[] parameters)
    {
        this.problem = problem;
        shape = problem.Shape;
        inputs = Array.ConvertAll(problem.Inputs, T.CreateChecked);
        targets = Array.ConvertAll(problem.Targets, T.CreateChecked);
        activations = [.. shape.Widths.Select(width => new T[width])];
        errors = [.. shape.Widths.Select(width => new T[width])];
        weights = Matrices();
        weightGradients = Matrices();
        weightMeans = Matrices();
        weightSquares = Matrices();
        biases = Vectors();
        biasGradients = Vectors();
        biasMeans = Vectors();
        biasSquares = Vectors();
        SetParameters(parameters);
    }

    public T[] Input => activations[0];

    public T[] Output => activations[^1];

    public void SetInput(int row) => Array.Copy(inputs, row * shape.Inputs, Input, 0, shape.Inputs);

    public double[] Predict(int rows)
    {
        var outputs = new double[rows * shape.Outputs];
        for (int row = 0; row < rows; row++)
        {
            SetInput(row);
            Forward();
            for (int i = 0; i < shape.Outputs; i++)
            {
                outputs[(row * shape.Outputs) + i] = double.CreateChecked(Output[i]);
            }
        }

        return outputs;
    }

    public void Forward()
    {
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            T[] from = activations[layer];
            T[] to = activations[layer + 1];
            for (int j = 0; j < to.Length; j++)
            {
                T[] row = weights[layer][j];
                T sum = biases[layer][j];
                for (int i = 0; i < from.Length; i++)
                {
                    sum += from[i] * row[i];
                }

                to[j] = sum;
            }

            Activate(shape.Activation(layer), to);
        }
    }

    /// <summary>One step on a batch.</summary>
    public void Train(int batch, int rows, double learningRate)
    {
        for (int row = batch * rows; row < (batch + 1) * rows; row++)
        {
            SetInput(row);
            Forward();
            Backward(row, T.CreateChecked(rows));
        }

        step++;
        T rate = T.CreateChecked(learningRate);
        T meanCorrection = T.CreateChecked(1 - Math.Pow(0.9, step));
        T squareCorrection = T.CreateChecked(1 - Math.Pow(0.999, step));
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            for (int j = 0; j < biases[layer].Length; j++)
            {
                for (int i = 0; i < activations[layer].Length; i++)
                {
                    Update(ref weights[layer][j][i], ref weightGradients[layer][j][i], ref weightMeans[layer][j][i], ref weightSquares[layer][j][i], rate, meanCorrection, squareCorrection);
                }

                Update(ref biases[layer][j], ref biasGradients[layer][j], ref biasMeans[layer][j], ref biasSquares[layer][j], rate, meanCorrection, squareCorrection);
            }
        }
    }

    /// <summary>Returns the mean loss of the first rows.</summary>
    public double Evaluate(int rows)
    {
        double loss = 0;
        for (int row = 0; row < rows; row++)
        {
            SetInput(row);
            Forward();
            for (int i = 0; i < shape.Outputs; i++)
            {
                loss += Loss(double.CreateChecked(Output[i]), double.CreateChecked(targets[(row * shape.Outputs) + i]));
            }
        }

        return loss / rows;
    }

    public double[] GetParameters()
    {
        var parameters = new List<double>(shape.ParameterCount);
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            for (int i = 0; i < shape.Widths[layer]; i++)
            {
                parameters.AddRange(weights[layer].Select(row => double.CreateChecked(row[i])));
            }

            parameters.AddRange(biases[layer].Select(double.CreateChecked));
        }

        return [.. parameters];
    }

    private static void Activate(string activation, T[] values)
    {
        if (activation == "softmax")
        {
            T max = values[0];
            for (int i = 1; i < values.Length; i++)
            {
                max = T.Max(max, values[i]);
            }

            T sum = T.Zero;
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = T.Exp(values[i] - max);
                sum += values[i];
            }

            for (int i = 0; i < values.Length; i++)
            {
                values[i] /= sum;
            }

            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            values[i] = activation switch
            {
                "tanh" => T.Tanh(values[i]),
                "relu" => T.Max(values[i], T.Zero),
                "sigmoid" => T.One / (T.One + T.Exp(-values[i])),
                _ => values[i],
            };
        }
    }

    private void Backward(int row, T rows)
    {
        for (int j = 0; j < shape.Outputs; j++)
        {
            T difference = Output[j] - targets[(row * shape.Outputs) + j];
            errors[^1][j] = shape.Output == "linear" || shape.SquaredError
                ? T.CreateChecked(2) * difference / (rows * T.CreateChecked(shape.Outputs))
                : difference / rows;
            if (shape.SquaredError)
            {
                errors[^1][j] *= Output[j] * (T.One - Output[j]);
            }
        }

        for (int layer = shape.Layers - 1; layer >= 0; layer--)
        {
            T[] from = activations[layer];
            T[] error = errors[layer + 1];
            for (int j = 0; j < error.Length; j++)
            {
                T[] gradient = weightGradients[layer][j];
                for (int i = 0; i < from.Length; i++)
                {
                    gradient[i] += from[i] * error[j];
                }

                biasGradients[layer][j] += error[j];
            }

            if (layer > 0)
            {
                Propagate(layer);
            }
        }
    }

    /// <summary>The error of a layer's inputs from that of its outputs.</summary>
    private void Propagate(int layer)
    {
        T[] below = errors[layer];
        T[] error = errors[layer + 1];
        Array.Clear(below);
        for (int j = 0; j < error.Length; j++)
        {
            T[] row = weights[layer][j];
            for (int i = 0; i < below.Length; i++)
            {
                below[i] += row[i] * error[j];
            }
        }

        for (int i = 0; i < below.Length; i++)
        {
            T value = activations[layer][i];
            below[i] *= shape.Hidden == "tanh" ? T.One - (value * value) : value > T.Zero ? T.One : T.Zero;
        }
    }

    private void Update(ref T parameter, ref T gradient, ref T mean, ref T square, T rate, T meanCorrection, T squareCorrection)
    {
        if (shape.Adam)
        {
            mean = (T.CreateChecked(0.9) * mean) + (T.CreateChecked(0.1) * gradient);
            square = (T.CreateChecked(0.999) * square) + (T.CreateChecked(0.001) * gradient * gradient);
            parameter -= rate * (mean / meanCorrection) / (T.Sqrt(square / squareCorrection) + T.CreateChecked(1e-8));
        }
        else
        {
            parameter -= rate * gradient;
        }

        gradient = T.Zero;
    }

    private double Loss(double output, double target) => shape.Output switch
    {
        _ when shape.SquaredError => (output - target) * (output - target) / shape.Outputs,
        "softmax" => target == 0 ? 0 : -Math.Log(output),
        "sigmoid" => -((target * Math.Log(output)) + ((1 - target) * Math.Log(1 - output))),
        _ => (output - target) * (output - target) / shape.Outputs,
    };

    private void SetParameters(double[] parameters)
    {
        int at = 0;
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            for (int i = 0; i < shape.Widths[layer]; i++)
            {
                for (int j = 0; j < shape.Widths[layer + 1]; j++)
                {
                    weights[layer][j][i] = T.CreateChecked(parameters[at++]);
                }
            }

            for (int j = 0; j < shape.Widths[layer + 1]; j++)
            {
                biases[layer][j] = T.CreateChecked(parameters[at++]);
            }
        }
    }

    /// <summary>One array of weights for each neuron of each layer.</summary>
    private T[][][] Matrices() =>
        [.. Enumerable.Range(0, shape.Layers).Select(layer => Enumerable.Range(0, shape.Widths[layer + 1]).Select(_ => new T[shape.Widths[layer]]).ToArray())];

    private T[][] Vectors() => [.. shape.Widths.Skip(1).Select(width => new T[width])];
}
