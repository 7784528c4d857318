using XorGen.Properties;

namespace XorGen.Catalogue;

/// <summary>
/// Every optimizer once more, for one parameter, written after PyTorch's documentation (lion: after its paper), without the
/// catalogue. A fresh one has not taken a step.
/// </summary>
internal sealed class PlainOptimizer(NetworkDeclaration declaration, bool isBias)
{
    private readonly Func<double, double, double> step = StepOf(declaration);

    public static IReadOnlyCollection<string> Names { get; } =
        ["sgd", "adam", "adamw", "nadam", "amsgrad", "rmsprop", "adagrad", "adadelta", "lion", "rprop"];

    /// <summary>Returns the parameter after a step, from its gradient after the clipping of the norm.</summary>
    public double Step(double parameter, double gradient, double learningRate)
    {
        double rate = isBias ? learningRate * declaration.BiasLearningRateScale : learningRate;
        bool decays = !isBias || declaration.DecayBiases;
        double decay = decays ? declaration.WeightDecayOrDefault : 0;
        if (declaration.GradientClipValue > 0)
        {
            gradient = Math.Clamp(gradient, -declaration.GradientClipValue, declaration.GradientClipValue);
        }

        gradient += decays ? declaration.L1 * Math.Sign(parameter) : 0;
        if (declaration.DecoupledOrDefault)
        {
            parameter *= 1 - (rate * decay);
        }
        else
        {
            // The L1 penalty does not depend on the order.
            gradient += decay * parameter;
        }

        return parameter - step(gradient, rate);
    }

    private static Func<double, double, double> StepOf(NetworkDeclaration declaration) => declaration.Optimizer switch
    {
        "sgd" => Descent(declaration.Momentum, declaration.Nesterov),
        "adam" or "adamw" => Adam(isMonotonic: false),
        "amsgrad" => Adam(isMonotonic: true),
        "nadam" => NAdam(declaration.MomentumDecay ?? 0.004),
        "rmsprop" => RmsProp(declaration.Rho ?? 0.99, declaration.Momentum, declaration.Centered),
        "adagrad" => Adagrad(declaration.LearningRateDecay, declaration.InitialAccumulatorValue),
        "adadelta" => Adadelta(declaration.Rho ?? 0.9),
        "lion" => Lion(),
        "rprop" => Rprop(declaration.EtaMinus ?? 0.5, declaration.EtaPlus ?? 1.2, declaration.StepSizeMin ?? 1e-6, declaration.StepSizeMax ?? 50),
        _ => throw new ArgumentException($"No {declaration.Optimizer}."),
    };

    private static Func<double, double, double> Descent(double momentum, bool nesterov)
    {
        double buffer = 0;
        return (g, rate) =>
        {
            buffer = (momentum * buffer) + g;
            return rate * (nesterov ? g + (momentum * buffer) : buffer);
        };
    }

    private static Func<double, double, double> Adam(bool isMonotonic)
    {
        (double m, double v, double largest, int t) = (0, 0, 0, 0);
        return (g, rate) =>
        {
            t++;
            m = (0.9 * m) + (0.1 * g);
            v = (0.999 * v) + (0.001 * g * g);
            largest = isMonotonic ? Math.Max(largest, v) : v;
            return rate * (m / (1 - Math.Pow(0.9, t))) / (Math.Sqrt(largest / (1 - Math.Pow(0.999, t))) + 1e-8);
        };
    }

    private static Func<double, double, double> NAdam(double momentumDecay)
    {
        (double m, double v, double product, int t) = (0, 0, 1, 0);
        double Mu(int step) => 0.9 * (1 - (0.5 * Math.Pow(0.96, step * momentumDecay)));
        return (g, rate) =>
        {
            t++;
            product *= Mu(t);
            m = (0.9 * m) + (0.1 * g);
            v = (0.999 * v) + (0.001 * g * g);
            double mean = (Mu(t + 1) * m / (1 - (product * Mu(t + 1)))) + ((1 - Mu(t)) * g / (1 - product));
            return rate * mean / (Math.Sqrt(v / (1 - Math.Pow(0.999, t))) + 1e-8);
        };
    }

    private static Func<double, double, double> RmsProp(double alpha, double momentum, bool centered)
    {
        (double v, double mean, double buffer) = (0, 0, 0);
        return (g, rate) =>
        {
            v = (alpha * v) + ((1 - alpha) * g * g);
            mean = centered ? (alpha * mean) + ((1 - alpha) * g) : 0;
            buffer = (momentum * buffer) + (g / (Math.Sqrt(v - (mean * mean)) + 1e-8));
            return rate * buffer;
        };
    }

    private static Func<double, double, double> Adagrad(double rateDecay, double initialAccumulator)
    {
        (double sum, int t) = (initialAccumulator, 0);
        return (g, rate) =>
        {
            t++;
            sum += g * g;
            return rate / (1 + ((t - 1) * rateDecay)) * g / (Math.Sqrt(sum) + 1e-10);
        };
    }

    private static Func<double, double, double> Adadelta(double rho)
    {
        (double v, double u) = (0, 0);
        return (g, rate) =>
        {
            v = (v * rho) + (g * g * (1 - rho));
            double delta = Math.Sqrt(u + 1e-6) / Math.Sqrt(v + 1e-6) * g;
            u = (u * rho) + (delta * delta * (1 - rho));
            return rate * delta;
        };
    }

    private static Func<double, double, double> Lion()
    {
        double m = 0;
        return (g, rate) =>
        {
            int sign = Math.Sign((0.9 * m) + (0.1 * g));
            m = (0.99 * m) + (0.01 * g);
            return rate * sign;
        };
    }

    private static Func<double, double, double> Rprop(double etaMinus, double etaPlus, double smallest, double largest)
    {
        (double previous, double size, bool isFirst) = (0, 0, true);
        return (g, rate) =>
        {
            size = isFirst ? rate : size;
            isFirst = false;
            int sign = Math.Sign(previous * g);
            size = Math.Clamp(size * (sign > 0 ? etaPlus : sign < 0 ? etaMinus : 1), smallest, largest);
            g = sign < 0 ? 0 : g;
            previous = g;
            return size * Math.Sign(g);
        };
    }
}
