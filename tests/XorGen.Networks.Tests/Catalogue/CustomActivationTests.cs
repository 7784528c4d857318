using System.Numerics;

namespace XorGen.Catalogue;

/// <summary>Activations that are methods of the network's class, in all forms and precisions.</summary>
public class CustomActivationTests
{
    private const int Rows = 21;

    [Fact]
    public void Outputs_are_those_of_the_methods()
    {
        AssertOutputs<CustomScalarDouble, double>(new CustomScalarDouble(), Bump, Kinked, 1e-12);
        AssertOutputs<CustomTiledDouble, double>(new CustomTiledDouble(), Bump, Kinked, 1e-12);
        AssertOutputs<CustomScalarSingle, float>(new CustomScalarSingle(), Bump, Kinked, 1e-4);
        AssertOutputs<CustomTiledSingle, float>(new CustomTiledSingle(), Bump, Kinked, 1e-4);
    }

    [Fact]
    public void Gradients_are_the_slopes_of_the_loss()
    {
        AssertGradient(new CustomScalarDouble());
        AssertGradient(new CustomTiledDouble());
    }

    [Fact]
    public void A_formula_written_out_trains_as_the_one_of_the_catalogue()
    {
        // Swish written out is silu.
        var custom = new OwnSwish();
        var builtIn = new BuiltInSwish();
        float[] inputs = Inputs<float>(Rows * 2);
        float[] targets = Inputs<float>(Rows);
        for (int step = 0; step < 20; step++)
        {
            Assert.Equal(builtIn.Train(inputs, targets, 0.1f), custom.Train(inputs, targets, 0.1f), 1e-4f);
        }
    }

    [Fact]
    public void A_function_of_a_constant_is_that_number()
    {
        AssertOutputs<ConstantCallScalar, double>(new ConstantCallScalar(), x => x / Math.Log(2), x => x * Math.Exp(1), 1e-12);
        AssertOutputs<ConstantCallTiled, double>(new ConstantCallTiled(), x => x / Math.Log(2), x => x * Math.Exp(1), 1e-12);
        AssertGradient(new ConstantCallScalar());
        AssertGradient(new ConstantCallTiled());
    }

    private static double Bump(double x) => x * Math.Exp(-x * x);

    private static double Kinked(double x) => x > 1 ? Math.Sqrt(x) : x < -1 && x > -9 ? Math.Tanh(x) / 2 : Math.Sinh(x) - (0.1 * Math.Pow(x, 3));

    private static void AssertOutputs<TNetwork, T>(TNetwork network, Func<double, double> hidden, Func<double, double> output, double tolerance)
        where TNetwork : INetwork<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] inputs = Inputs<T>(Rows * 2);
        var outputs = new T[Rows];
        var one = new T[1];
        var parameters = new T[network.Description.ParameterCount];
        network.GetParameters(parameters);
        double[] p = [.. parameters.Select(double.CreateTruncating)];
        network.Predict(inputs, outputs);
        int neurons = network.Description.Layers[0].OutputCount;
        for (int row = 0; row < Rows; row++)
        {
            (double x0, double x1) = (double.CreateTruncating(inputs[2 * row]), double.CreateTruncating(inputs[(2 * row) + 1]));
            double sum = p[(4 * neurons)];
            for (int j = 0; j < neurons; j++)
            {
                sum += hidden((x0 * p[j]) + (x1 * p[neurons + j]) + p[(2 * neurons) + j]) * p[(3 * neurons) + j];
            }

            Close.Assert(output(sum), double.CreateTruncating(outputs[row]), tolerance, $"output of row {row}", floor: 0.1);
            network.Forward(inputs.AsSpan(2 * row, 2), one);
            Assert.Equal(outputs[row], one[0]);
        }
    }

    private static void AssertGradient<TNetwork>(TNetwork network)
        where TNetwork : INetwork<double>
    {
        const double Step = 1e-6;
        double[] inputs = Inputs<double>(Rows * 2);
        double[] targets = Inputs<double>(Rows);
        var parameters = new double[network.Description.ParameterCount];
        var gradient = new double[parameters.Length];
        network.GetParameters(parameters);
        network.Backward(inputs, targets);
        network.GetGradients(gradient);
        for (int i = 0; i < parameters.Length; i++)
        {
            double slope = (Loss(i, Step) - Loss(i, -Step)) / (2 * Step);
            Close.Assert(slope, gradient[i], 1e-6, $"derivative by parameter {i}", floor: 0.01);
        }

        double Loss(int parameter, double change)
        {
            double[] moved = [.. parameters];
            moved[parameter] += change;
            network.SetParameters(moved);
            return network.Evaluate(inputs, targets);
        }
    }

    private static T[] Inputs<T>(int count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating((float)((random.NextDouble() * 4) - 2)))];
    }
}

[Network(Inputs = 2, Hidden = 5, Outputs = 1, Activation = nameof(Bits), OutputActivation = nameof(Scaled), Precision = Precision.Double)]
internal sealed partial class ConstantCallScalar
{
    private static double Bits(double x) => x / Math.Log(2);

    private static double Scaled(double x) => x * Math.Exp(1);
}

[Network(Inputs = 2, Hidden = 21, Outputs = 1, Activation = nameof(Bits), OutputActivation = nameof(Scaled), Precision = Precision.Double, Unroll = Unroll.None)]
internal sealed partial class ConstantCallTiled
{
    private static double Bits(double x) => x / Math.Log(2);

    private static double Scaled(double x) => x * Math.Exp(1);
}

[Network(Inputs = 2, Hidden = 5, Outputs = 1, Activation = nameof(Bump), OutputActivation = nameof(Kinked), Initializer = "normal", Precision = Precision.Double)]
internal sealed partial class CustomScalarDouble
{
    private static double Bump(double x) => x * Math.Exp(-x * x);

    private static double Kinked(double x) => x > 1 ? Math.Sqrt(x) : x < -1 && x > -9 ? Half(Math.Tanh(x)) : Math.Sinh(x) - (0.1 * Math.Pow(x, 3));

    private static double Half(double x) => x / 2;
}

[Network(Inputs = 2, Hidden = 21, Outputs = 1, Activation = nameof(Bump), OutputActivation = nameof(Kinked), Initializer = "normal", Precision = Precision.Double, Unroll = Unroll.None)]
internal sealed partial class CustomTiledDouble
{
    private static double Bump(double x) => x * double.Exp(-x * x);

    private static double Kinked(double x)
    {
        if (x > 1)
        {
            return Math.Sqrt(x);
        }

        double cube = Math.Pow(x, 3);
        return x < -1 && !(x <= -9) ? Math.Tanh(x) / 2 : Math.Sinh(x) - (0.1 * cube);
    }
}

[Network(Inputs = 2, Hidden = 9, Outputs = 1, Activation = nameof(Bump), OutputActivation = nameof(Kinked), Initializer = "normal")]
internal sealed partial class CustomScalarSingle
{
    private static float Bump(float x) => x * MathF.Exp(-x * x);

    private static float Kinked(float x) => x > 1 ? MathF.Sqrt(x) : x < -1 && x > -9 ? MathF.Tanh(x) / 2 : MathF.Sinh(x) - (0.1f * MathF.Pow(x, 3));
}

[Network(Inputs = 2, Hidden = 21, Outputs = 1, Activation = nameof(Bump), OutputActivation = nameof(Kinked), Initializer = "normal", Unroll = Unroll.None)]
internal sealed partial class CustomTiledSingle
{
    private static float Bump(float x) => x * float.Exp(-x * x);

    private static float Kinked(float x) => x > 1 ? MathF.Sqrt(x) : x < -1 && x > -9 ? MathF.Tanh(x) / 2 : MathF.Sinh(x) - (0.1f * MathF.Pow(x, 3));
}

[Network(Inputs = 2, Hidden = 4, Outputs = 1, Activation = nameof(Swish), OutputActivation = "linear", Optimizer = "sgd")]
internal sealed partial class OwnSwish
{
    private static float Swish(float x) => x / (1 + MathF.Exp(-x));
}

[Network(Inputs = 2, Hidden = 4, Outputs = 1, Activation = "silu", OutputActivation = "linear", Optimizer = "sgd")]
internal sealed partial class BuiltInSwish;
