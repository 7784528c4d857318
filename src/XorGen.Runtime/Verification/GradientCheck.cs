using System.Numerics;
using XorGen.Numerics;

namespace XorGen;

/// <summary>
/// Compares the gradient that a network's Backward computes with the slope of the loss that its Evaluate computes.
/// </summary>
/// <remarks>
/// <para>The slope is the central difference <c>(loss(p + h) - loss(p - h)) / 2h</c>, one parameter p at a time. Its two
/// errors, of truncation (h² times the third derivative) and of rounding (the unit roundoff times the loss, over h),
/// balance at <c>h = cbrt(unit roundoff) · max(|p|, 1)</c>: W. H. Press et al., "Numerical Recipes", 3rd edition, §5.7.
/// Where the two differ, the step is taken again a tenth and a hundredth as long, since the loss may have a kink
/// within h of p (relu, mae); a wrong gradient differs from all of them.</para>
/// <para>The error of a parameter is <c>|gradient - slope| / max(|gradient|, |slope|, floor)</c>. The floor keeps the rounding
/// of the loss from being taken for an error where a gradient is next to nothing. It is the unit roundoff times the loss, over h; where
/// that is not enough (the loss of a trained network is small, and what is rounded in it, outputs and targets, is not), it is measured:
/// by how far the slopes are apart when all parameters change by their last bits. A gradient that is wrong by more than that fails. There
/// the slopes of either side count too, and what they tend to as the step goes to 0: training drives parameters to kinks, and the derivative
/// at a kink is that of one side.</para>
/// <para>The numbers are those of the network: of a network in single precision, the check says only what single precision
/// can (<see cref="GradientCheckReport.Tolerance"/> is 0.02 then, not 1e-6). To check its formulas in full, declare
/// the same network with <c>Precision = Precision.Double</c>: both come from the same formulas.</para>
/// <para>It costs two evaluations or more for each parameter. The parameters are put back as they were. Of a network with dropout, the loss
/// is the one that Backward returns, which drops the same values until the next step.</para>
/// </remarks>
public static class GradientCheck
{
    private const double DoubleTolerance = 1e-6;
    private const double SingleTolerance = 0.02;

    /// <summary>Checks the gradient in double precision.</summary>
    /// <param name="network">The network. Its parameters are left as they were, its gradient is that of the rows.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="targets">As many rows of TargetCount values.</param>
    /// <returns>The largest relative error of each layer.</returns>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public static GradientCheckReport Run(INetwork<double> network, ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets)
    {
        ArgumentNullException.ThrowIfNull(network);
        return Run(new ValueLoss<double>(network, inputs, targets), network, DoubleTolerance, Math.BitIncrement(1.0) - 1.0);
    }

    /// <summary>Checks the gradient as far as single precision allows.</summary>
    /// <inheritdoc cref="Run(INetwork{double}, ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public static GradientCheckReport Run(INetwork<float> network, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        ArgumentNullException.ThrowIfNull(network);
        return Run(new ValueLoss<float>(network, inputs, targets), network, SingleTolerance, MathF.BitIncrement(1f) - 1f);
    }

    /// <summary>Checks the gradient in double precision.</summary>
    /// <param name="network">The network. Its parameters are left as they were, its gradient is that of the rows.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">The class of each row, from 0 to OutputCount - 1.</param>
    /// <returns>The largest relative error of each layer.</returns>
    /// <exception cref="ArgumentException">A span has another length, or a label is out of range.</exception>
    public static GradientCheckReport Run(IClassifier<double> network, ReadOnlySpan<double> inputs, ReadOnlySpan<int> labels)
    {
        ArgumentNullException.ThrowIfNull(network);
        return Run(new LabelLoss<double>(network, inputs, labels), network, DoubleTolerance, Math.BitIncrement(1.0) - 1.0);
    }

    /// <summary>Checks the gradient as far as single precision allows.</summary>
    /// <inheritdoc cref="Run(IClassifier{double}, ReadOnlySpan{double}, ReadOnlySpan{int})"/>
    public static GradientCheckReport Run(IClassifier<float> network, ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels)
    {
        ArgumentNullException.ThrowIfNull(network);
        return Run(new LabelLoss<float>(network, inputs, labels), network, SingleTolerance, MathF.BitIncrement(1f) - 1f);
    }

    private static GradientCheckReport Run<TLoss, T>(TLoss loss, INetwork<T> network, double tolerance, double unitRoundoff)
        where TLoss : IRowLoss<T>, allows ref struct
        where T : unmanaged, IFloatingPointIeee754<T>
        => network.Description.Layers.Any(layer => layer.Kind == "dropout")
            ? Compare(new LossOfBackward<TLoss, T>(loss), network, tolerance, unitRoundoff)
            : Compare(loss, network, tolerance, unitRoundoff);

    private static GradientCheckReport Compare<TLoss, T>(TLoss loss, INetwork<T> network, double tolerance, double unitRoundoff)
        where TLoss : IRowLoss<T>, allows ref struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        NetworkDescription description = network.Description;
        var parameters = new T[description.ParameterCount];
        var gradient = new T[description.ParameterCount];
        network.GetParameters(parameters);
        double present = double.CreateTruncating(loss.Backward());
        network.GetGradients(gradient);

        double step = CubeRoot(unitRoundoff);
        double floor = Math.Max(4 * unitRoundoff * Math.Abs(present) / step / tolerance, double.Epsilon);
        var limits = new Limits(step, floor, tolerance, unitRoundoff);
        var slopes = new CentralDifferences<TLoss, T>(loss, network, [.. parameters]);
        double[]? gradientSpreads = null;
        var layers = new List<LayerGradientCheck>(description.Layers.Count);
        for (int number = 1; number <= description.Layers.Count; number++)
        {
            LayerDescription layer = description.Layers[number - 1];
            LayerGradientCheck worst = new(number, 0, layer.ParameterOffset, 0, 0);
            for (int i = layer.ParameterOffset; i < layer.ParameterOffset + layer.ParameterCount; i++)
            {
                LayerGradientCheck check = Compare(ref slopes, number, i, double.CreateTruncating(gradient[i]), limits);
                if (!(check.LargestRelativeError <= tolerance))
                {
                    gradientSpreads ??= slopes.GradientSpreads(unitRoundoff);
                    check = CompareRounded(ref slopes, check, gradientSpreads[i], limits);
                }

                worst = check.LargestRelativeError > worst.LargestRelativeError ? check : worst;
            }

            layers.Add(worst);
        }

        network.SetParameters(parameters);

        // The slopes of a network with dropout have left the gradient of parameters that were changed.
        loss.Backward();
        return new GradientCheckReport(layers.AsReadOnly(), tolerance, description.Precision);
    }

    /// <summary>Compares one derivative with the slope, by shorter steps where they differ.</summary>
    private static LayerGradientCheck Compare<TLoss, T>(
        ref CentralDifferences<TLoss, T> slopes, int layer, int parameter, double derivative, in Limits limits)
        where TLoss : IRowLoss<T>, allows ref struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        LayerGradientCheck best = new(layer, double.PositiveInfinity, parameter, derivative, double.NaN);
        foreach (double shortening in Shortenings)
        {
            double slope = slopes.Slope(parameter, limits.Step / shortening);
            best = limits.Better(best, slope, noise: 0);
            if (best.LargestRelativeError <= limits.Tolerance)
            {
                break;
            }
        }

        return best;
    }

    /// <summary>Compares them again, and measures what rounding does to both.</summary>
    private static LayerGradientCheck CompareRounded<TLoss, T>(
        ref CentralDifferences<TLoss, T> slopes, LayerGradientCheck best, double gradientSpread, in Limits limits)
        where TLoss : IRowLoss<T>, allows ref struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        LayerGradientCheck first = best;
        Span<RoundedSlope> longer = stackalloc RoundedSlope[CentralDifferences<TLoss, T>.RoundedSlopeCount];
        Span<RoundedSlope> slopesNow = stackalloc RoundedSlope[longer.Length];
        longer.Fill(RoundedSlope.None);
        for (int length = 0; length < Shortenings.Length; length++)
        {
            slopes.FindRoundedSlopes(best.Parameter, limits.Step / Shortenings[length], limits.UnitRoundoff, slopesNow);
            for (int i = 0; i < slopesNow.Length; i++)
            {
                best = limits.Better(best, slopesNow[i].Mean, slopesNow[i].Spread + gradientSpread);
                if (length > 0)
                {
                    RoundedSlope limit = slopesNow[i].Extrapolated(longer[i]);
                    best = limits.Better(best, limit.Mean, limit.Spread + gradientSpread);
                }
            }

            if (best.LargestRelativeError <= limits.Tolerance)
            {
                return best;
            }

            // Central differences that do not depend on the step are right, and shorter steps only add noise.
            if (length > 0 && Math.Abs(slopesNow[0].Mean - longer[0].Mean) <= slopesNow[0].Spread + longer[0].Spread)
            {
                break;
            }

            slopesNow.CopyTo(longer);
        }

        return first;
    }

    private static ReadOnlySpan<double> Shortenings => [1, 10, 100];

    /// <summary>The power of two next to the cube root, so that a step changes few bits of a parameter.</summary>
    private static double CubeRoot(double unitRoundoff)
    {
        int exponent = Math.ILogB(unitRoundoff);
        return Math.ScaleB(1, exponent / 3);
    }

    /// <summary>The step for a parameter of at most 1, and which differences are rounding.</summary>
    private readonly record struct Limits(double Step, double Floor, double Tolerance, double UnitRoundoff)
    {
        /// <summary>Returns the comparison with this slope, where it is better than the best so far.</summary>
        /// <param name="best">The best so far.</param>
        /// <param name="slope">The slope.</param>
        /// <param name="noise">A difference that rounding alone may make.</param>
        public LayerGradientCheck Better(LayerGradientCheck best, double slope, double noise)
        {
            double size = Math.Max(Math.Abs(best.Gradient), Math.Abs(slope));
            double error = Math.Abs(best.Gradient - slope) / Math.Max(Math.Max(Floor, noise / Tolerance), size);
            return error < best.LargestRelativeError ? best with { LargestRelativeError = error, Slope = slope } : best;
        }
    }
}
