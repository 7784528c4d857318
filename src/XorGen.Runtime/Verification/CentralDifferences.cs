using System.Numerics;

namespace XorGen;

/// <summary>Slopes of a loss along one parameter at a time.</summary>
/// <param name="loss">The loss.</param>
/// <param name="network">Its network.</param>
/// <param name="parameters">The parameters; changed and put back.</param>
internal readonly ref struct CentralDifferences<TLoss, T>(TLoss loss, INetwork<T> network, T[] parameters)
    where TLoss : IRowLoss<T>, allows ref struct
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TLoss loss = loss;

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

    private double Loss(int parameter, T value)
    {
        parameters[parameter] = value;
        network.SetParameters(parameters);
        return double.CreateTruncating(loss.Evaluate());
    }
}
