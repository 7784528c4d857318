using System.Globalization;
using System.Text;

namespace XorGen;

/// <summary>How far a network's gradient is from the slopes of its loss.</summary>
/// <param name="Layers">The worst parameter of each layer, from the input to the output.</param>
/// <param name="Tolerance">The relative error that is taken for rounding: 1e-6 in double precision, 0.02 in single.</param>
/// <param name="Precision">The numbers that the network, and so the check, computes with.</param>
public sealed record GradientCheckReport(IReadOnlyList<LayerGradientCheck> Layers, double Tolerance, Precision Precision)
{
    /// <summary>Gets the largest relative error of all layers; infinity where a derivative or a slope is not a number.</summary>
    public double LargestRelativeError => Layers.Max(layer => layer.LargestRelativeError);

    /// <summary>Gets a value indicating whether every error is within <see cref="Tolerance"/>.</summary>
    public bool Passed => LargestRelativeError <= Tolerance;

    /// <summary>Returns a table: a line for each layer.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("layer  relative error  parameter         gradient            slope\n");
        foreach (LayerGradientCheck layer in Layers)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{layer.Layer,5}  {layer.LargestRelativeError,14:E2}  {layer.Parameter,9}  {layer.Gradient,15:E8}  {layer.Slope,15:E8}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"{(Passed ? "passed" : "FAILED")}: at most {Tolerance:G2} is taken for rounding\n").ToString();
    }
}

/// <summary>The parameter of a layer whose gradient is furthest from the slope of the loss.</summary>
/// <param name="Layer">The number of the layer; the first is 1.</param>
/// <param name="LargestRelativeError">The error of that parameter, relative to the larger of the two numbers.</param>
/// <param name="Parameter">Its place in the flat order.</param>
/// <param name="Gradient">What Backward has computed.</param>
/// <param name="Slope">The central difference of what Evaluate computes.</param>
public readonly record struct LayerGradientCheck(int Layer, double LargestRelativeError, int Parameter, double Gradient, double Slope)
{
    /// <summary>Returns the numbers in a line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"layer {Layer}: relative error {LargestRelativeError:E2} of parameter {Parameter}, gradient {Gradient:E8}, slope {Slope:E8}");
}
