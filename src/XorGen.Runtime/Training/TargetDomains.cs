using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace XorGen.Training;

/// <summary>Which targets each loss is defined for, and the check of <c>Fit</c> that the data has no others.</summary>
public static class TargetDomains
{
    /// <summary>
    /// How far the sum of a row of a <see cref="TargetDomain.Distribution"/> may be from 1: as much as probabilities that were rounded to two
    /// decimals need. PyTorch checks nothing, and says that each row must be a distribution.
    /// </summary>
    public const double SumTolerance = 0.05;

    /// <summary>Returns the targets that a loss is defined for.</summary>
    /// <param name="loss">A name of <see cref="Losses"/>.</param>
    public static TargetDomain Of(string loss) => loss switch
    {
        Losses.BinaryCrossEntropy => TargetDomain.ZeroToOne,
        Losses.CrossEntropy or Losses.KlDivergence => TargetDomain.Distribution,
        Losses.PoissonNll => TargetDomain.NotNegative,
        Losses.Hinge or Losses.SquaredHinge => TargetDomain.MinusOneOrOne,
        _ => TargetDomain.AnyNumber,
    };

    /// <summary>Returns a domain in words: "from 0 to 1".</summary>
    /// <param name="domain">The domain.</param>
    public static string Describe(TargetDomain domain) => domain switch
    {
        TargetDomain.ZeroToOne => "from 0 to 1",
        TargetDomain.Distribution => "from 0 to 1 and add up to 1 in each row",
        TargetDomain.NotNegative => "not negative",
        TargetDomain.MinusOneOrOne => "-1 or 1",
        _ => "any finite number",
    };

    /// <summary>Throws unless all targets are finite numbers for which the loss is defined.</summary>
    /// <exception cref="ArgumentException">One is not: row and column are counted from 0.</exception>
    internal static void Check<T>(ReadOnlySpan<T> targets, int width, string loss, string parameter)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        switch (Of(loss))
        {
            case TargetDomain.ZeroToOne:
                CheckRange(targets, width, 1, loss, parameter);
                break;
            case TargetDomain.Distribution:
                CheckDistributions(targets, width, loss, parameter);
                break;
            case TargetDomain.NotNegative:
                CheckRange(targets, width, double.PositiveInfinity, loss, parameter);
                break;
            case TargetDomain.MinusOneOrOne:
                CheckSides(targets, width, loss, parameter);
                break;
            default:
                FiniteNumbers.Check(targets, width, parameter);
                break;
        }
    }

    private static void CheckRange<T>(ReadOnlySpan<T> targets, int width, double most, string loss, string parameter)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // By the type: operators of T would cost a short program half a millisecond of compiling.
        bool isValid = typeof(T) == typeof(float)
            ? IsWithin(MemoryMarshal.Cast<T, float>(targets), (float)most)
            : IsWithin(MemoryMarshal.Cast<T, double>(targets), most);
        if (!isValid)
        {
            Throw(targets, width, Array.FindIndex(targets.ToArray(), value => !(value >= T.Zero && value <= T.CreateTruncating(most))), loss, parameter);
        }

        if (double.IsInfinity(most))
        {
            FiniteNumbers.Check(targets, width, parameter);
        }
    }

    /// <summary>Whether all values are from 0 to the most. A NaN is not.</summary>
    private static bool IsWithin(ReadOnlySpan<float> values, float most)
    {
        bool isWithin = true;
        foreach (float value in values)
        {
            isWithin &= value >= 0 & value <= most;
        }

        return isWithin;
    }

    /// <inheritdoc cref="IsWithin(ReadOnlySpan{float}, float)"/>
    private static bool IsWithin(ReadOnlySpan<double> values, double most)
    {
        bool isWithin = true;
        foreach (double value in values)
        {
            isWithin &= value >= 0 & value <= most;
        }

        return isWithin;
    }

    private static void CheckSides<T>(ReadOnlySpan<T> targets, int width, string loss, string parameter)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < targets.Length; i++)
        {
            if (T.Abs(targets[i]) != T.One)
            {
                Throw(targets, width, i, loss, parameter);
            }
        }
    }

    private static void CheckDistributions<T>(ReadOnlySpan<T> targets, int width, string loss, string parameter)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CheckRange(targets, width, 1, loss, parameter);
        for (int first = 0; first < targets.Length; first += width)
        {
            double sum = 0;
            foreach (T target in targets.Slice(first, width))
            {
                sum += double.CreateTruncating(target);
            }

            if (Math.Abs(sum - 1) > SumTolerance)
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Row {first / width}, columns 0 to {width - 1}, adds up to {sum}; targets of the loss {loss} are {Describe(TargetDomain.Distribution)}. options.CheckData = false switches this check off."),
                    parameter);
            }
        }
    }

    private static void Throw<T>(ReadOnlySpan<T> targets, int width, int index, string loss, string parameter)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        FiniteNumbers.Check(targets, width, parameter);
        TargetDomain domain = Of(loss);
        string labels = domain == TargetDomain.MinusOneOrOne && width == 1 ? "; 0 and 1 are labels, an array of int" : string.Empty;
        throw new ArgumentException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Row {index / width}, column {index % width} is {targets[index]}; targets of the loss {loss} are {Describe(domain)}{labels}. options.CheckData = false switches this check off."),
            parameter);
    }
}
