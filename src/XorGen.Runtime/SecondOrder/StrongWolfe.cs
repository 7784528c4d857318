namespace XorGen.SecondOrder;

/// <summary>A function of a step along a line: its value and slope at one step.</summary>
internal readonly record struct LinePoint(double Step, double Value, double Slope);

/// <summary>The loss along a line.</summary>
internal interface ILineFunction
{
    /// <summary>Evaluates the function at a step.</summary>
    LinePoint At(double step);
}

/// <summary>
/// The line search for the strong Wolfe conditions: J. Nocedal and S. J. Wright, "Numerical Optimization", 2nd edition,
/// algorithms 3.5 (which widens an interval) and 3.6 (zoom, which narrows it).
/// </summary>
/// <remarks>
/// A step is accepted when the value has fallen by c1 = 1e-4 of what the slope at the start promises, and the slope's size to
/// c2 = 0.9 of that at the start. New steps are the minima of cubics (their equation 3.59). Where the book leaves the choice,
/// it is minFunc's and PyTorch's: a wider step grows by at least a hundredth of the last growth and at most tenfold, and a
/// narrower one keeps a tenth of the interval from its ends where it has come near them twice. A value that is not a
/// number counts as too large.
/// </remarks>
internal static class StrongWolfe
{
    private const double SufficientDecrease = 1e-4;
    private const double Curvature = 0.9;
    private const int MostEvaluations = 25;

    /// <summary>Returns an accepted point, or else the best one found; the start where none is better.</summary>
    /// <param name="function">The function.</param>
    /// <param name="start">It at step 0; the slope is negative.</param>
    /// <param name="firstStep">The first step to try.</param>
    /// <param name="narrowest">The width of an interval that is not narrowed further.</param>
    public static LinePoint Search<TFunction>(ref TFunction function, LinePoint start, double firstStep, double narrowest)
        where TFunction : struct, ILineFunction, allows ref struct
    {
        LinePoint previous = start;
        double step = firstStep;
        for (int evaluations = 1; evaluations <= MostEvaluations; evaluations++)
        {
            LinePoint point = function.At(step);
            if (!Falls(start, point) || (evaluations > 1 && point.Value >= previous.Value))
            {
                return Zoom(ref function, start, previous, point, evaluations, narrowest);
            }

            if (IsFlat(start, point))
            {
                return point;
            }

            if (point.Slope >= 0)
            {
                return Zoom(ref function, start, point, previous, evaluations, narrowest);
            }

            step = CubicMinimum(previous, point, step + (0.01 * (step - previous.Step)), 10 * step);
            previous = point;
        }

        return previous;
    }

    /// <summary>The book's algorithm 3.6: the interval has accepted steps; low is the best step so far, and the slope there leads to high.</summary>
    private static LinePoint Zoom<TFunction>(
        ref TFunction function, LinePoint start, LinePoint low, LinePoint high, int evaluations, double narrowest)
        where TFunction : struct, ILineFunction, allows ref struct
    {
        bool cameNearAnEnd = false;
        while (evaluations++ < MostEvaluations && Math.Abs(high.Step - low.Step) >= narrowest)
        {
            double step = AwayFromEnds(low.Step, high.Step, ref cameNearAnEnd, CubicMinimum(low, high));
            LinePoint point = function.At(step);
            if (!Falls(start, point) || point.Value >= low.Value)
            {
                high = point;
                continue;
            }

            if (IsFlat(start, point))
            {
                return point;
            }

            high = point.Slope * (high.Step - low.Step) >= 0 ? low : high;
            low = point;
        }

        return low;
    }

    /// <summary>The first Wolfe condition (3.7a).</summary>
    private static bool Falls(LinePoint start, LinePoint point) =>
        point.Value <= start.Value + (SufficientDecrease * point.Step * start.Slope) && double.IsFinite(point.Slope);

    /// <summary>The second, strong one (3.7b).</summary>
    private static bool IsFlat(LinePoint start, LinePoint point) => Math.Abs(point.Slope) <= -Curvature * start.Slope;

    private static double AwayFromEnds(double low, double high, ref bool cameNearAnEnd, double step)
    {
        double least = Math.Min(low, high);
        double most = Math.Max(low, high);
        double margin = 0.1 * (most - least);
        if (Math.Min(most - step, step - least) >= margin)
        {
            cameNearAnEnd = false;
        }
        else if (cameNearAnEnd || step >= most || step <= least)
        {
            cameNearAnEnd = false;
            return most - step < step - least ? most - margin : least + margin;
        }
        else
        {
            cameNearAnEnd = true;
        }

        return step;
    }

    private static double CubicMinimum(LinePoint a, LinePoint b) =>
        CubicMinimum(a, b, Math.Min(a.Step, b.Step), Math.Max(a.Step, b.Step));

    /// <summary>The minimum of the cubic that has the values and slopes of two points (3.59), within bounds; their middle where it has none.</summary>
    private static double CubicMinimum(LinePoint a, LinePoint b, double least, double most)
    {
        if (a.Step > b.Step)
        {
            (a, b) = (b, a);
        }

        double d1 = a.Slope + b.Slope - (3 * (a.Value - b.Value) / (a.Step - b.Step));
        double d2 = Math.Sqrt((d1 * d1) - (a.Slope * b.Slope));
        double minimum = b.Step - ((b.Step - a.Step) * ((b.Slope + d2 - d1) / (b.Slope - a.Slope + (2 * d2))));
        return double.IsFinite(minimum) ? Math.Min(Math.Max(minimum, least), most) : (least + most) / 2;
    }
}
