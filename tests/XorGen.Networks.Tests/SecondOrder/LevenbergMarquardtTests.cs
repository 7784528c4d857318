using XorGen.Numerics;

namespace XorGen.SecondOrder;

public class LevenbergMarquardtTests
{
    private static readonly double[] Rows = [.. Enumerable.Range(0, 70 * 3).Select(i => Math.Sin(1 + (2.7 * i)))];
    private static readonly double[] Targets = [.. Enumerable.Range(0, 70 * 2).Select(i => 0.5 + (0.4 * Math.Sin(0.3 * i)))];

    private readonly TwoSigmoidsMarquardt network = new(4);

    [Fact]
    public void Steps_solve_the_damped_normal_equations()
    {
        const double InitialDamping = 0.5;
        System first = Linearize();
        double damping = InitialDamping * first.LargestDiagonal;
        double[] before = Parameters(network);
        double[] step = first.Solve(damping);
        double loss = network.Train(Rows, Targets, InitialDamping);
        Close.Assert(before.Zip(step, (p, s) => p + s).ToArray(), Parameters(network), 1e-6, "parameters", floor: 0.01);

        // The damping of the next step: Madsen, Nielsen and Tingleff, algorithm 3.16.
        double fall = (loss - network.Evaluate(Rows, Targets)) * Targets.Length;
        double gain = fall / step.Select((s, i) => s * ((damping * s) + first.Descent[i])).Sum();
        damping *= Math.Max(1.0 / 3, 1 - Math.Pow((2 * gain) - 1, 3));
        before = Parameters(network);
        step = Linearize().Solve(damping);
        network.Train(Rows, Targets, 123);
        Close.Assert(before.Zip(step, (p, s) => p + s).ToArray(), Parameters(network), 1e-6, "parameters", floor: 0.01);
    }

    [Fact]
    public void The_loss_and_the_gradient_are_those_before_the_step()
    {
        var twin = new TwoSigmoidsMarquardt(4);
        double expected = twin.Backward(Rows, Targets);
        Assert.Equal(expected, network.Train(Rows, Targets, 0.001));
        Assert.Equal(Gradients(twin), Gradients(network));
        Assert.True(network.Evaluate(Rows, Targets) < expected);
    }

    [Fact]
    public void Initialize_starts_the_damping_anew()
    {
        for (int i = 0; i < 4; i++)
        {
            network.Train(Rows, Targets, 0.5);
        }

        network.Initialize(4);
        network.Train(Rows, Targets, 0.5);
        var fresh = new TwoSigmoidsMarquardt(4);
        fresh.Train(Rows, Targets, 0.5);
        Assert.Equal(Parameters(fresh), Parameters(network));
    }

    [Fact]
    public void Where_nothing_is_better_it_stays()
    {
        for (int i = 0; i < 400; i++)
        {
            network.Train(Rows, Targets, 0.001);
        }

        double[] before = Parameters(network);
        double loss = network.Evaluate(Rows, Targets);
        network.Train(Rows, Targets, 0.001);
        Assert.True(network.Evaluate(Rows, Targets) <= loss);
        network.Train([double.NaN, 0, 0], [1, 0], 0.001);
        Assert.All(Parameters(network), parameter => Assert.True(double.IsFinite(parameter)));
        Assert.Equal(before.Length, Parameters(network).Length);
    }

    [Fact]
    public void Without_damping_it_begins_with_Gauss_and_Newton()
    {
        double loss = network.Train(Rows, Targets, 0);
        Assert.True(network.Evaluate(Rows, Targets) < loss);
    }

    [Fact]
    public void Several_outputs_of_a_larger_network_are_learned_in_single_precision()
    {
        var large = new TiledMarquardt(1);
        var random = new RandomSource(1);
        var rows = new float[40 * 12];
        var targets = new float[40 * 3];
        Initialization.Uniform<float>(ref random, rows, -1, 1);
        Initialization.Uniform<float>(ref random, targets, -10, 10);
        Assert.InRange(large.Fit(rows, targets, new TrainingOptions { Epochs = 40 }).FinalLoss, 0, 1e-9);
    }

    [Fact]
    public void Update_says_why_it_cannot()
    {
        network.Backward(Rows, Targets);
        var exception = Assert.Throws<NotSupportedException>(() => network.Update(0.1));
        Assert.Contains("call Train or Fit", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_spans_are_refused() => Assert.Throws<ArgumentException>(() => network.Train(Rows, Targets.AsSpan(1), 1));

    [Fact]
    public void After_the_first_call_nothing_is_allocated()
    {
        network.Train(Rows, Targets, 0.001);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
        {
            network.Train(Rows, Targets, 0.001);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    /// <summary>JᵀJ and -Jᵀr, by finite differences.</summary>
    private System Linearize()
    {
        double[] parameters = Parameters(network);
        double[] errors = Predict(parameters).Zip(Targets, (a, y) => a - y).ToArray();
        double[][] jacobian = [.. Enumerable.Range(0, parameters.Length).Select(Derivative)];
        network.SetParameters(parameters);
        return new System(
            [.. jacobian.Select(row => jacobian.Select(column => row.Zip(column, (a, b) => a * b).Sum()).ToArray())],
            [.. jacobian.Select(row => -row.Zip(errors, (a, b) => a * b).Sum())]);

        double[] Derivative(int parameter)
        {
            const double Step = 1e-5;
            double[] above = [.. parameters];
            double[] below = [.. parameters];
            above[parameter] += Step;
            below[parameter] -= Step;
            return [.. Predict(above).Zip(Predict(below), (a, b) => (a - b) / (2 * Step))];
        }
    }

    private double[] Predict(double[] parameters)
    {
        var outputs = new double[Targets.Length];
        network.SetParameters(parameters);
        network.Predict(Rows, outputs);
        return outputs;
    }

    private static double[] Parameters(TwoSigmoidsMarquardt network)
    {
        var parameters = new double[TwoSigmoidsMarquardt.ParameterCount];
        network.GetParameters(parameters);
        return parameters;
    }

    private static double[] Gradients(TwoSigmoidsMarquardt network)
    {
        var gradients = new double[TwoSigmoidsMarquardt.ParameterCount];
        network.GetGradients(gradients);
        return gradients;
    }

    private sealed record System(double[][] Products, double[] Descent)
    {
        public double LargestDiagonal => Products.Select((row, i) => row[i]).Max();

        /// <summary>Plain elimination.</summary>
        public double[] Solve(double damping)
        {
            int n = Descent.Length;
            double[][] rows = [.. Products.Select((row, i) => (double[])[.. row.Select((a, j) => i == j ? a + damping : a), Descent[i]])];
            for (int k = 0; k < n; k++)
            {
                for (int i = 0; i < n; i++)
                {
                    double factor = i == k ? 0 : rows[i][k] / rows[k][k];
                    for (int j = k; j <= n; j++)
                    {
                        rows[i][j] -= factor * rows[k][j];
                    }
                }
            }

            return [.. rows.Select((row, i) => row[n] / row[i])];
        }
    }
}
