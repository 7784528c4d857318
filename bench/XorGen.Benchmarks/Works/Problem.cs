using XorGen.Numerics;

namespace XorGen.Benchmarks.Works;

/// <summary>A network with the numbers it starts from and the data it works on, the same for all peers.</summary>
internal sealed class Problem
{
    private Problem(Shape shape, int rows)
    {
        Shape = shape;
        Rows = rows;
        Parameters = new float[shape.ParameterCount];
        Inputs = new float[rows * shape.Inputs];
        Targets = new float[rows * shape.Outputs];
    }

    public Shape Shape { get; }

    public int Rows { get; }

    /// <summary>Gets for each layer its weights row-major [input][output], then its biases.</summary>
    public float[] Parameters { get; }

    /// <summary>Gets the rows of inputs, one after the other.</summary>
    public float[] Inputs { get; }

    /// <summary>Gets the rows of targets, one after the other; with softmax, a single one in each row.</summary>
    public float[] Targets { get; }

    /// <summary>Gets the learning rate of the comparison of results: large enough that a wrong step shows.</summary>
    public double CheckedRate => Shape.Adam ? 1e-3 : 0.1;

    /// <summary>Gets the learning rate while the clock runs: small, so that millions of steps do not end at gradients that underflow.</summary>
    public double TimedRate => Shape.Adam ? 1e-6 : 1e-4;

    /// <summary>The four rows of XOR.</summary>
    public static Problem Xor(Shape shape)
    {
        var problem = new Problem(shape, 4);
        problem.Start();
        float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1];
        float[] targets = [0, 1, 1, 0];
        inputs.CopyTo(problem.Inputs, 0);
        targets.CopyTo(problem.Targets, 0);
        return problem;
    }

    /// <summary>Random rows: inputs in [-1, 1), or in [0, 1) where the network is for pixels.</summary>
    public static Problem Random(Shape shape, int rows)
    {
        var problem = new Problem(shape, rows);
        problem.Start();
        // With seed 2 one of the 163,840 sums before a relu at 784-128-10 is so near to zero that rounding decides its sign, and with it
        // the rest of the trajectory: whoever adds up in another order than the reference was taken to be wrong.
        var random = new RandomSource(3);
        double low = shape.Hidden == "relu" ? 0 : -1;
        for (int i = 0; i < problem.Inputs.Length; i++)
        {
            problem.Inputs[i] = (float)(low + ((1 - low) * random.NextDouble()));
        }

        for (int row = 0; row < rows; row++)
        {
            problem.Target(row, ref random);
        }

        return problem;
    }

    private void Target(int row, ref RandomSource random)
    {
        Span<float> target = Targets.AsSpan(row * Shape.Outputs, Shape.Outputs);
        if (Shape.Output == "softmax")
        {
            target[(int)(random.NextDouble() * Shape.Outputs)] = 1;
            return;
        }

        for (int i = 0; i < target.Length; i++)
        {
            target[i] = (float)Math.Sin(3 * Inputs[(row * Shape.Inputs) + (i % Shape.Inputs)]);
        }
    }

    private void Start()
    {
        var random = new RandomSource(1);
        int at = 0;
        for (int layer = 0; layer < Shape.Layers; layer++)
        {
            int weights = Shape.Widths[layer] * Shape.Widths[layer + 1];
            double scale = Math.Sqrt(3.0 / Shape.Widths[layer]);
            for (int i = 0; i < weights; i++)
            {
                Parameters[at++] = (float)(scale * ((2 * random.NextDouble()) - 1));
            }

            for (int i = 0; i < Shape.Widths[layer + 1]; i++)
            {
                Parameters[at++] = (float)(0.1 * ((2 * random.NextDouble()) - 1));
            }
        }
    }
}
