using XorGen.Numerics;

namespace XorGen.Training;

/// <summary>A loss that is a convex function of one output a and its target y, and its derivative by a: for the search of the best constant.</summary>
internal readonly record struct ConstantLoss(BaselineLoss Kind, double Delta)
{
    private const double Ln2 = 0.6931471805599453;

    public double Value(double a, double y)
    {
        double distance = Math.Abs(a - y);
        double gap = Math.Max(0, 1 - (y * a));
        double near = Math.Min(Delta, distance);
        return Kind switch
        {
            BaselineLoss.Variance => distance * distance,
            BaselineLoss.AbsoluteDeviation => distance,
            BaselineLoss.Huber => near * (distance - (near / 2)),
            BaselineLoss.LogCosh => distance + (ElementaryDouble.Softplus(-2 * distance) - Ln2),
            BaselineLoss.Margin => gap,
            BaselineLoss.SquaredMargin => gap * gap,
            _ => throw new InvalidOperationException($"The constant of {Kind} is not searched for."),
        };
    }

    public double Slope(double a, double y) => Kind switch
    {
        BaselineLoss.Variance => 2 * (a - y),
        BaselineLoss.AbsoluteDeviation => Math.Sign(a - y),
        BaselineLoss.Huber => Math.Min(Delta, Math.Max(-Delta, a - y)),
        BaselineLoss.LogCosh => ElementaryDouble.Tanh(a - y),
        BaselineLoss.Margin => y * a < 1 ? -y : 0,
        _ => -2 * y * Math.Max(0, 1 - (y * a)),
    };
}
