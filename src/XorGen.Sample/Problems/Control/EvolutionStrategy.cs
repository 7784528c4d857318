using XorGen.Numerics;

namespace XorGen.Sample.Problems.Control;

/// <summary>
/// Climbs a function of many parameters without its gradient: T. Salimans, J. Ho, X. Chen, S. Sidor and I. Sutskever, "Evolution
/// strategies as a scalable alternative to reinforcement learning", 2017. Each generation tries pairs of opposite random
/// steps; the sum of the steps weighted by their ranks is an estimate of the gradient, which Adam follows.
/// </summary>
internal sealed class EvolutionStrategy
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const double Epsilon = 1e-8;

    private readonly float[] _parameters;
    private readonly float[][] _steps;
    private readonly double _deviation;
    private readonly double[] _firstMoment;
    private readonly double[] _secondMoment;
    private readonly float[] _trial;
    private RandomSource _random;
    private int _generation;

    /// <summary>Starts from some parameters.</summary>
    /// <param name="start">The parameters, copied.</param>
    /// <param name="pairs">How many pairs of opposite steps a generation tries.</param>
    /// <param name="deviation">The standard deviation of each component of a step.</param>
    /// <param name="seed">The seed of the steps.</param>
    public EvolutionStrategy(ReadOnlySpan<float> start, int pairs, double deviation, int seed)
    {
        _parameters = start.ToArray();
        _steps = [.. Enumerable.Range(0, pairs).Select(_ => new float[_parameters.Length])];
        _deviation = deviation;
        _firstMoment = new double[_parameters.Length];
        _secondMoment = new double[_parameters.Length];
        _trial = new float[_parameters.Length];
        _random = new RandomSource(seed);
    }

    /// <summary>Gets the parameters that the search has come to.</summary>
    public ReadOnlySpan<float> Parameters => _parameters;

    /// <summary>Tries a generation and moves the parameters.</summary>
    /// <param name="cost">What is to become small: a function of parameters.</param>
    /// <param name="learningRate">How far a parameter moves at most, about.</param>
    /// <returns>The mean cost of all that were tried.</returns>
    public double Advance(Func<float[], double> cost, double learningRate)
    {
        var costs = new double[2 * _steps.Length];
        for (int pair = 0; pair < _steps.Length; pair++)
        {
            float[] step = _steps[pair];
            for (int i = 0; i < step.Length; i++)
            {
                step[i] = (float)(_deviation * _random.NextNormal());
            }

            costs[2 * pair] = cost(Moved(step, 1));
            costs[(2 * pair) + 1] = cost(Moved(step, -1));
        }

        Descend(CentredRanks(costs), learningRate);
        return costs.Average();
    }

    /// <summary>Returns the place of each cost among all, from -0.5, the lowest, to 0.5: how much lower does not count, so that no trial is louder than the rest.</summary>
    internal static double[] CentredRanks(double[] costs)
    {
        var order = new int[costs.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort([.. costs], order);
        var ranks = new double[costs.Length];
        for (int place = 0; place < order.Length; place++)
        {
            ranks[order[place]] = ((double)place / (order.Length - 1)) - 0.5;
        }

        return ranks;
    }

    private float[] Moved(float[] step, int sign)
    {
        for (int i = 0; i < _trial.Length; i++)
        {
            _trial[i] = _parameters[i] + (sign * step[i]);
        }

        return _trial;
    }

    private void Descend(double[] ranks, double learningRate)
    {
        _generation++;
        double correction1 = 1 - Math.Pow(Beta1, _generation);
        double correction2 = 1 - Math.Pow(Beta2, _generation);
        for (int i = 0; i < _parameters.Length; i++)
        {
            double gradient = 0;
            for (int pair = 0; pair < _steps.Length; pair++)
            {
                gradient += (ranks[2 * pair] - ranks[(2 * pair) + 1]) * _steps[pair][i];
            }

            gradient /= ranks.Length * _deviation * _deviation;
            _firstMoment[i] += (1 - Beta1) * (gradient - _firstMoment[i]);
            _secondMoment[i] += (1 - Beta2) * ((gradient * gradient) - _secondMoment[i]);
            _parameters[i] -= (float)(learningRate * _firstMoment[i] / correction1 / (Math.Sqrt(_secondMoment[i] / correction2) + Epsilon));
        }
    }
}
