using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using XorGen.Training;

namespace XorGen.SecondOrder;

/// <summary>
/// L-BFGS with a line search for the strong Wolfe conditions: J. Nocedal and S. J. Wright, "Numerical Optimization", 2nd
/// edition, algorithms 7.4 and 7.5 with 3.5 and 3.6. Called by generated code.
/// </summary>
/// <remarks>
/// <para>Its settings are PyTorch's (torch.optim.LBFGS), but that 10 pairs are kept. The first step is <c>min(1, 1 / sum of
/// |gradient|)</c> times the learning rate, later ones begin at the learning rate, 1 by default.</para>
/// <para>All of it is computed in double precision, sums in virtual lanes, so it has the bits of the network's gradients and
/// nothing of the machine. The pairs belong to the parameters that the last step has left: other ones, set from outside,
/// make it start anew.</para>
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Lbfgs<T> : ISecondOrderOptimizer<Lbfgs<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>How many numbers it keeps of each parameter between steps.</summary>
    public const int StateCount = (2 * History) + 2;

    /// <summary>How many other numbers it keeps between steps.</summary>
    public const int CounterCount = 3;

    private const int History = 10;

    // A gradient this small is the noise of the precision: PyTorch's tolerance_grad in single precision.
    private static readonly double GradientTolerance = typeof(T) == typeof(float) ? 1e-7 : 1e-14;

    // Steps that differ by less are not told apart: PyTorch's tolerance_change in single precision.
    private static readonly double StepTolerance = typeof(T) == typeof(float) ? 1e-9 : 1e-16;

    private readonly int count;
    private readonly CurvaturePairs pairs;
    private readonly double[] gradient;
    private readonly double[] previousGradient;
    private readonly double[] direction;
    private readonly T[] point;
    private readonly T[] trial;
    private readonly T[] buffer;

    // Whether "point" holds what the last step has left.
    private bool hasPoint;

    // Whether a step was taken whose change of the gradient is not known yet: Update does not see the next gradient.
    private bool isPending;

    /// <summary>Allocates the memory for a network.</summary>
    /// <param name="parameterCount">The number of its parameters.</param>
    public Lbfgs(int parameterCount)
    {
        count = parameterCount;
        int length = PaddedVectors.LengthOf(parameterCount);
        pairs = new CurvaturePairs(length, History);
        gradient = new double[length];
        previousGradient = new double[length];
        direction = new double[length];
        point = new T[parameterCount];
        trial = new T[parameterCount];
        buffer = new T[parameterCount];
    }

    /// <summary>One iteration on these rows: a direction, and the line search along it.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="targets">As many rows of TargetCount values.</param>
    /// <param name="learningRate">The first step that the line search tries.</param>
    /// <returns>The mean loss before the step.</returns>
    /// <exception cref="ArgumentException">A span has another length, or the network is a struct, of which only a copy would change.</exception>
    public T Train(INetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, T learningRate) =>
        Train(new ValueLoss<T>(network, inputs, targets), network, double.CreateTruncating(learningRate));

    /// <inheritdoc cref="Train(INetwork{T}, ReadOnlySpan{T}, ReadOnlySpan{T}, T)"/>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">The class of each row, from 0 to OutputCount - 1.</param>
    /// <param name="learningRate">The first step that the line search tries.</param>
    public T Train(IClassifier<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, T learningRate) =>
        Train(new LabelLoss<T>(network, inputs, labels), network, double.CreateTruncating(learningRate));

    /// <summary>One iteration on a batch.</summary>
    /// <inheritdoc cref="Train(INetwork{T}, ReadOnlySpan{T}, ReadOnlySpan{T}, T)"/>
    /// <param name="network">The network.</param>
    /// <param name="batch">The samples.</param>
    /// <param name="learningRate">The first step that the line search tries.</param>
    public T Train(ITrainable<T> network, scoped in Batch<T> batch, T learningRate) =>
        Train(new BatchLoss<T>(network, batch), network, double.CreateTruncating(learningRate));

    static int ISecondOrderOptimizer<Lbfgs<T>, T>.NumbersOfParameter => StateCount;

    static int ISecondOrderOptimizer<Lbfgs<T>, T>.OtherNumbers => CounterCount;

    static Lbfgs<T> ISecondOrderOptimizer<Lbfgs<T>, T>.Create(int parameterCount) => new(parameterCount);

    /// <summary>A step of the learning rate's length along the direction, without a line search, from the gradient that Backward has left.</summary>
    /// <param name="network">The network.</param>
    /// <param name="learningRate">The step along the direction.</param>
    public void Update(INetwork<T> network, T learningRate)
    {
        Begin(network);
        if (PaddedVectors.LargestMagnitude(gradient) <= GradientTolerance)
        {
            return;
        }

        FindDirection();
        Move(FirstStep(double.CreateTruncating(learningRate)));
        network.SetParameters(trial);
        KeepStep();
        gradient.CopyTo(previousGradient, 0);
        trial.CopyTo(point, 0);
        isPending = true;
    }

    /// <summary>Forgets what it knows of the curvature.</summary>
    public void Reset()
    {
        pairs.Clear();
        hasPoint = false;
        isPending = false;
    }

    /// <summary>Copies what it keeps between steps.</summary>
    /// <param name="parameters">The parameters that the network has now.</param>
    /// <param name="state">Receives <see cref="StateCount"/> numbers of each parameter.</param>
    /// <param name="counters">Receives <see cref="CounterCount"/> numbers.</param>
    public void GetState(ReadOnlySpan<T> parameters, Span<T> state, Span<double> counters)
    {
        state.Clear();
        counters.Clear();
        if (!hasPoint || !IsPoint(parameters))
        {
            return;
        }

        for (int pair = 0; pair < pairs.Count; pair++)
        {
            Round(pairs.Step(pair), state.Slice(2 * pair * count, count));
            Round(pairs.Change(pair), state.Slice(((2 * pair) + 1) * count, count));
        }

        Round(pairs.NextStep, state.Slice(2 * History * count, count));
        Round(previousGradient, state.Slice(((2 * History) + 1) * count, count));
        counters[0] = 1;
        counters[1] = pairs.Count;
        counters[2] = isPending ? 1 : 0;
    }

    /// <summary>Sets what it keeps between steps.</summary>
    /// <param name="parameters">The parameters that the network has now.</param>
    /// <param name="state">What <see cref="GetState"/> has given.</param>
    /// <param name="counters">What it has given.</param>
    /// <exception cref="ArgumentException">It cannot have given these counters.</exception>
    public void SetState(ReadOnlySpan<T> parameters, ReadOnlySpan<T> state, ReadOnlySpan<double> counters)
    {
        if (!(counters[0] is 0 or 1) || !(counters[1] >= 0 && counters[1] <= History) || !(counters[2] is 0 or 1))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The counters are {counters[0]}, {counters[1]} and {counters[2]}; expected are 0 or 1, 0 to {History}, 0 or 1."),
                nameof(counters));
        }

        Reset();
        if (counters[0] == 0)
        {
            return;
        }

        for (int pair = 0; pair < (int)counters[1]; pair++)
        {
            Widen(state.Slice(2 * pair * count, count), pairs.NextStep);
            Widen(state.Slice(((2 * pair) + 1) * count, count), pairs.NextChange);
            pairs.Add();
        }

        Widen(state.Slice(2 * History * count, count), pairs.NextStep);
        Widen(state.Slice(((2 * History) + 1) * count, count), previousGradient);
        parameters.CopyTo(point);
        hasPoint = true;
        isPending = counters[2] != 0;
    }

    private T Train<TLoss>(TLoss loss, INetwork<T> network, double learningRate)
        where TLoss : IRowLoss<T>, allows ref struct
    {
        T value = loss.Backward();
        Begin(network);
        double largest = PaddedVectors.LargestMagnitude(gradient);
        if (!T.IsFinite(value) || !(largest > GradientTolerance) || double.IsInfinity(largest))
        {
            return value;
        }

        double slope = FindDirection();
        gradient.CopyTo(previousGradient, 0);
        var line = new Line<TLoss>(this, loss, network);
        double narrowest = StepTolerance / PaddedVectors.LargestMagnitude(direction);
        LinePoint end = StrongWolfe.Search(
            ref line, new LinePoint(0, double.CreateTruncating(value), slope), FirstStep(learningRate), narrowest);
        if (end.Step == 0)
        {
            // Nothing is better along this direction: the next one will be the gradient's.
            network.SetParameters(point);
            pairs.Clear();
            return value;
        }

        if (line.LastStep != end.Step)
        {
            line.At(end.Step);
        }

        KeepStep();
        KeepChange();
        trial.CopyTo(point, 0);
        return value;
    }

    /// <summary>Reads the gradient, and sees whether the parameters are those that the last step has left.</summary>
    private void Begin(INetwork<T> network)
    {
        Training.StructNetworks.Refuse(network, "make it a class");
        network.GetGradients(buffer);
        Widen(buffer, gradient);
        network.GetParameters(buffer);
        if (!hasPoint || !IsPoint(buffer))
        {
            Reset();
            buffer.CopyTo(point, 0);
            hasPoint = true;
        }
        else if (isPending)
        {
            KeepChange();
        }

        isPending = false;
    }

    /// <summary>Computes the direction and returns the slope along it.</summary>
    private double FindDirection()
    {
        Oppose();
        pairs.Multiply(direction);
        double slope = PaddedVectors.Dot(gradient, direction);
        if (!(slope < 0) || double.IsInfinity(slope))
        {
            // Rounding has made the approximation useless.
            pairs.Clear();
            Oppose();
            slope = PaddedVectors.Dot(gradient, direction);
        }

        return slope;
    }

    private void Oppose()
    {
        for (int i = 0; i < direction.Length; i++)
        {
            direction[i] = -gradient[i];
        }
    }

    private double FirstStep(double learningRate)
    {
        if (pairs.Count > 0)
        {
            return learningRate;
        }

        double sum = 0;
        foreach (double value in gradient)
        {
            sum += Math.Abs(value);
        }

        return Math.Min(1, 1 / sum) * learningRate;
    }

    /// <summary>Sets "trial" to a step from "point" along the direction.</summary>
    private void Move(double step)
    {
        for (int i = 0; i < trial.Length; i++)
        {
            trial[i] = T.CreateTruncating(double.CreateTruncating(point[i]) + (step * direction[i]));
        }
    }

    /// <summary>The step is what rounding has made of it, in the network's precision.</summary>
    private void KeepStep()
    {
        Span<double> s = pairs.NextStep;
        for (int i = 0; i < trial.Length; i++)
        {
            s[i] = double.CreateTruncating(trial[i] - point[i]);
        }
    }

    private void KeepChange()
    {
        Span<double> y = pairs.NextChange;
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = double.CreateTruncating(T.CreateTruncating(gradient[i] - previousGradient[i]));
        }

        pairs.Add();
    }

    private bool IsPoint(ReadOnlySpan<T> parameters) =>
        MemoryMarshal.AsBytes(parameters).SequenceEqual(MemoryMarshal.AsBytes<T>(point));

    private static void Widen(ReadOnlySpan<T> values, Span<double> vector)
    {
        for (int i = 0; i < values.Length; i++)
        {
            vector[i] = double.CreateTruncating(values[i]);
        }
    }

    private static void Round(ReadOnlySpan<double> vector, Span<T> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = T.CreateTruncating(vector[i]);
        }
    }

    /// <summary>The loss along the direction. The last point that was evaluated stays in the network, in "trial" and in "gradient".</summary>
    private ref struct Line<TLoss>(Lbfgs<T> owner, TLoss loss, INetwork<T> network) : ILineFunction
        where TLoss : IRowLoss<T>, allows ref struct
    {
        private readonly TLoss loss = loss;

        public double LastStep { get; private set; }

        public LinePoint At(double step)
        {
            owner.Move(step);
            network.SetParameters(owner.trial);
            double value = double.CreateTruncating(loss.Backward());
            network.GetGradients(owner.buffer);
            Widen(owner.buffer, owner.gradient);
            LastStep = step;
            return new LinePoint(step, value, PaddedVectors.Dot(owner.gradient, owner.direction));
        }
    }
}
