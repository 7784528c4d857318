using System.Numerics;
using XorGen.Numerics;

namespace XorGen;

/// <summary>Slopes of a loss along one parameter at a time.</summary>
/// <param name="loss">The loss.</param>
/// <param name="network">Its network.</param>
/// <param name="parameters">The parameters; changed and put back.</param>
internal readonly ref struct CentralDifferences<TLoss, T>(TLoss loss, INetwork<T> network, T[] parameters)
    where TLoss : IRowLoss<T>, allows ref struct
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>So many slopes show how far rounding moves one.</summary>
    private const int Samples = 12;

    /// <summary>The number of slopes that <see cref="FindRoundedSlopes"/> finds.</summary>
    public const int RoundedSlopeCount = 3;

    /// <summary>The smallest magnitude by which the change of a parameter is measured: one that is 0 has no last bit.</summary>
    private const double SmallestMagnitude = 1e-3;

    private readonly TLoss loss = loss;
    private readonly T[] original = [.. parameters];

    /// <summary>Returns the central difference.</summary>
    /// <param name="parameter">The parameter, by its place in the flat order.</param>
    /// <param name="step">The step for a parameter of at most 1; for a larger one it grows with it.</param>
    public double Slope(int parameter, double step)
    {
        T center = parameters[parameter];
        T length = T.CreateTruncating(step) * T.Max(T.Abs(center), T.One);
        T above = center + length;
        T below = center - length;
        double rise = Loss(parameter, above) - Loss(parameter, below);
        parameters[parameter] = center;

        // The distance that was gone, which rounding may have made another than twice the step.
        return rise / (double.CreateTruncating(above) - double.CreateTruncating(below));
    }

    /// <summary>
    /// Finds the mean of several differences, between which all parameters change by their last bits, and how far they are apart: what
    /// rounding does to one of them. First of central differences, then of those to one side, backward and forward.
    /// </summary>
    /// <remarks>
    /// <para>The loss of rounded numbers is a function with steps. A few last bits of all parameters, which say next to nothing about the function
    /// itself, move the steps, so that they show; along one parameter that hardly matters none may lie between the two ends.</para>
    /// <para>Training drives some losses to where they have a kink (an error of 0, a margin of 1, a relu that has just opened): there the
    /// derivative is the slope of one side.</para>
    /// </remarks>
    /// <param name="parameter">The parameter, by its place in the flat order.</param>
    /// <param name="step">The step, as in <see cref="Slope"/>.</param>
    /// <param name="unitRoundoff">The distance from 1 to the next number.</param>
    /// <param name="slopes">Receives the three.</param>
    public void FindRoundedSlopes(int parameter, double step, double unitRoundoff, Span<RoundedSlope> slopes)
    {
        var random = new RandomSource((ulong)(uint)parameter);
        slopes.Fill(RoundedSlope.None);
        for (int sample = 0; sample < Samples; sample++)
        {
            ChangeLastBits(ref random, unitRoundoff);
            T center = parameters[parameter];
            T length = T.CreateTruncating(step) * T.Max(T.Abs(center), T.One);
            (T above, T below) = (center + length, center - length);
            (double high, double middle, double low) = (Loss(parameter, above), Loss(parameter, center), Loss(parameter, below));
            double rise = double.CreateTruncating(above) - double.CreateTruncating(center);
            double fall = double.CreateTruncating(center) - double.CreateTruncating(below);
            slopes[0] = slopes[0].With((high - low) / (rise + fall), Samples);
            slopes[1] = slopes[1].With((middle - low) / fall, Samples);
            slopes[2] = slopes[2].With((high - middle) / rise, Samples);
        }

        original.CopyTo(parameters, 0);
    }

    /// <summary>Returns how far each derivative that Backward computes moves when all parameters change by their last bits.</summary>
    /// <param name="unitRoundoff">The distance from 1 to the next number.</param>
    public double[] GradientSpreads(double unitRoundoff)
    {
        var random = new RandomSource(0);
        var gradient = new T[parameters.Length];
        var least = new double[parameters.Length];
        var most = new double[parameters.Length];
        Array.Fill(least, double.PositiveInfinity);
        Array.Fill(most, double.NegativeInfinity);
        for (int sample = 0; sample < Samples; sample++)
        {
            ChangeLastBits(ref random, unitRoundoff);
            network.SetParameters(parameters);
            loss.Backward();
            network.GetGradients(gradient);
            for (int i = 0; i < gradient.Length; i++)
            {
                double derivative = double.CreateTruncating(gradient[i]);
                least[i] = Math.Min(least[i], derivative);
                most[i] = Math.Max(most[i], derivative);
            }
        }

        original.CopyTo(parameters, 0);
        for (int i = 0; i < most.Length; i++)
        {
            most[i] -= least[i];
        }

        return most;
    }

    private void ChangeLastBits(ref RandomSource random, double unitRoundoff)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            double value = double.CreateTruncating(original[i]);
            double bits = (4 * random.NextDouble()) - 2;
            parameters[i] = T.CreateTruncating(value + (bits * unitRoundoff * Math.Max(Math.Abs(value), SmallestMagnitude)));
        }
    }

    private double Loss(int parameter, T value)
    {
        parameters[parameter] = value;
        network.SetParameters(parameters);
        return double.CreateTruncating(loss.Evaluate());
    }
}
