using System.Globalization;
using System.Numerics;
using XorGen.Training;

namespace XorGen.SecondOrder;

/// <summary>
/// The Levenberg-Marquardt method for the mean squared error: D. W. Marquardt, "An algorithm for least-squares estimation of
/// nonlinear parameters", 1963, on networks as M. T. Hagan and M. B. Menhaj, "Training feedforward networks with the Marquardt
/// algorithm", 1994, with the damping of K. Madsen, H. B. Nielsen and O. Tingleff, "Methods for non-linear least squares
/// problems", 2004, algorithm 3.16. Called by generated code.
/// </summary>
/// <remarks>
/// <para>A step solves <c>(JᵀJ + damping I) step = -Jᵀr</c>, J being the derivatives of all outputs of all rows by the
/// parameters and r their errors. While the loss does not fall, the damping is raised, by 2, 4, 8 and so on, and the system
/// solved again; when it has fallen, the damping goes down, the more so the better the fall was foretold: to a third at
/// most. In a trial on five problems of this kind it needed fewer solutions than Hagan and Menhaj's factors of ten on each.</para>
/// <para>It works in double precision, by Cholesky's factorisation, every sum in an order that follows from the network and
/// the rows. It keeps two matrices of ParameterCount² numbers.</para>
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class LevenbergMarquardt<T> : ISecondOrderOptimizer<LevenbergMarquardt<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>How many numbers it keeps of each parameter between steps.</summary>
    public const int StateCount = 0;

    /// <summary>How many other numbers it keeps between steps.</summary>
    public const int CounterCount = 2;

    private const double FirstRaise = 2;
    private const double StrongestFall = 1.0 / 3;

    // Below it the damping would change nothing.
    private const double SmallestDamping = 1e-20;

    // As many rows of the Jacobian are multiplied together.
    private const int BlockRows = 64;

    private readonly int length;
    private readonly SymmetricMatrix products;
    private readonly SymmetricMatrix factor;
    private readonly double[] jacobian;
    private readonly double[] errors = new double[BlockRows];
    private readonly double[] descent;
    private readonly double[] step;
    private readonly double[] scratch;
    private readonly T[] parameters;
    private readonly T[] buffer;
    private T[] output = [];
    private int blockCount;

    // 0 before the first step, which takes it from the learning rate.
    private double damping;
    private double raise;

    /// <summary>Allocates the memory for a network.</summary>
    /// <param name="parameterCount">The number of its parameters.</param>
    public LevenbergMarquardt(int parameterCount)
    {
        length = PaddedVectors.LengthOf(parameterCount);
        products = new SymmetricMatrix(parameterCount);
        factor = new SymmetricMatrix(parameterCount);
        jacobian = new double[BlockRows * length];
        descent = new double[length];
        step = new double[length];
        scratch = new double[length];
        parameters = new T[parameterCount];
        buffer = new T[parameterCount];
    }

    /// <summary>One iteration on these rows.</summary>
    /// <param name="network">The network, whose loss is mse.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="targets">As many rows of TargetCount values.</param>
    /// <param name="initialDamping">
    /// The damping of the first iteration, relative to the largest element on the diagonal of JᵀJ; later ones go on from that of
    /// the last.
    /// </param>
    /// <returns>The mean loss before the step.</returns>
    /// <exception cref="ArgumentException">A span has another length, or the network is a struct, of which only a copy would change.</exception>
    public T Train(INetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, T initialDamping)
    {
        Training.StructNetworks.Refuse(network, "make it a class");
        NetworkDescription description = network.Description;
        Numerics.Check.SomeRows(
            inputs.Length, description.InputCount, targets.Length, description.OutputCount, nameof(inputs), nameof(targets));
        SumProducts(network, description, inputs, targets, default);
        return Train(new ValueLoss<T>(network, inputs, targets), network, targets.Length, initialDamping);
    }

    /// <summary>One iteration on a batch; the squares of a weighted sample's errors are multiplied by its weight.</summary>
    /// <inheritdoc cref="Train(INetwork{T}, ReadOnlySpan{T}, ReadOnlySpan{T}, T)"/>
    /// <param name="network">The network, whose loss is mse.</param>
    /// <param name="batch">The samples, with targets.</param>
    /// <param name="initialDamping">The damping of the first iteration.</param>
    public T Train(ITrainable<T> network, scoped in Batch<T> batch, T initialDamping)
    {
        Training.StructNetworks.Refuse(network, "make it a class");
        NetworkDescription description = network.Description;
        SumProducts(network, description, batch.Inputs, batch.Targets, batch.Weights);
        double squares = (batch.Weights.IsEmpty ? batch.Count : Numerics.RowWeights.Sum(batch.Weights)) * description.OutputCount;
        return Train(new BatchLoss<T>(network, batch), network, squares, initialDamping);
    }

    static int ISecondOrderOptimizer<LevenbergMarquardt<T>, T>.NumbersOfParameter => StateCount;

    static int ISecondOrderOptimizer<LevenbergMarquardt<T>, T>.OtherNumbers => CounterCount;

    static LevenbergMarquardt<T> ISecondOrderOptimizer<LevenbergMarquardt<T>, T>.Create(int parameterCount) => new(parameterCount);

    /// <summary>Forgets the damping.</summary>
    public void Reset() => damping = 0;

    /// <summary>Copies what it keeps between steps.</summary>
    /// <param name="parameters">The parameters that the network has now.</param>
    /// <param name="state">Receives <see cref="StateCount"/> numbers of each parameter.</param>
    /// <param name="counters">Receives <see cref="CounterCount"/> numbers.</param>
    public void GetState(ReadOnlySpan<T> parameters, Span<T> state, Span<double> counters)
    {
        counters[0] = damping;
        counters[1] = raise;
    }

    /// <summary>Sets what it keeps between steps.</summary>
    /// <param name="parameters">The parameters that the network has now.</param>
    /// <param name="state">What <see cref="GetState"/> has given.</param>
    /// <param name="counters">What it has given.</param>
    /// <exception cref="ArgumentException">It cannot have given these counters: with them a step might never end.</exception>
    public void SetState(ReadOnlySpan<T> parameters, ReadOnlySpan<T> state, ReadOnlySpan<double> counters)
    {
        bool isPossible = counters[0] == 0 || (counters[0] >= SmallestDamping && double.IsFinite(counters[0]) && counters[1] == FirstRaise);
        if (!isPossible)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"A damping of {counters[0]} that is raised by {counters[1]} cannot be."), nameof(counters));
        }

        damping = counters[0];
        raise = counters[1];
    }

    /// <summary>Takes the step that the sums of products lead to. The loss is the mean of so many squares.</summary>
    private T Train<TLoss>(TLoss rows, INetwork<T> network, double squares, T initialDamping)
        where TLoss : IRowLoss<T>, allows ref struct
    {
        // Afterwards, so that the gradient that stays in the network is that of the rows.
        T loss = rows.Backward();
        if (!T.IsFinite(loss) || loss == T.Zero)
        {
            return loss;
        }

        if (damping == 0)
        {
            damping = Math.Max(double.CreateTruncating(initialDamping) * products.LargestDiagonal, SmallestDamping);
            raise = FirstRaise;
        }

        network.GetParameters(parameters);
        for (; double.IsFinite(damping); damping *= raise, raise *= 2)
        {
            if (!TakeStep(network, out bool hasMoved))
            {
                continue;
            }

            if (!hasMoved)
            {
                break;
            }

            T next = rows.Evaluate();
            if (next < loss)
            {
                Relax(squares * (double.CreateTruncating(loss) - double.CreateTruncating(next)));
                return loss;
            }
        }

        // There is no better place near by. Other rows or parameters begin anew.
        network.SetParameters(parameters);
        damping = 0;
        return loss;
    }

    /// <summary>Sets the network to the parameters that the present damping leads to, where the system can be solved.</summary>
    private bool TakeStep(INetwork<T> network, out bool hasMoved)
    {
        hasMoved = false;
        if (!factor.Factorize(products, damping))
        {
            return false;
        }

        descent.CopyTo(scratch, 0);
        factor.Solve(scratch, step);
        for (int i = 0; i < buffer.Length; i++)
        {
            buffer[i] = T.CreateTruncating(double.CreateTruncating(parameters[i]) + step[i]);
            hasMoved |= buffer[i] != parameters[i];
        }

        network.SetParameters(buffer);
        return true;
    }

    /// <summary>Lowers the damping, or raises it a little, by how much of the foretold fall of the sum of squares has come (their 3.16).</summary>
    private void Relax(double fall)
    {
        // The linear model foretells stepᵀ (damping step - Jᵀr).
        double foretold = (damping * PaddedVectors.Dot(step, step)) + PaddedVectors.Dot(step, descent);
        double surprise = (2 * fall / foretold) - 1;
        damping = Math.Max(damping * Math.Max(StrongestFall, 1 - (surprise * surprise * surprise)), SmallestDamping);
        raise = FirstRaise;
    }

    /// <summary>Sums JᵀJ and -Jᵀr over the rows. With weights, a row of J and its error are multiplied with the root of the weight.</summary>
    private void SumProducts(
        INetwork<T> network, NetworkDescription description, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<T> rowWeights)
    {
        int inputCount = description.InputCount;
        int outputCount = description.OutputCount;
        products.Clear();
        descent.AsSpan().Clear();
        blockCount = 0;
        if (output.Length != 2 * outputCount)
        {
            output = new T[2 * outputCount];
        }

        Span<T> actual = output.AsSpan(0, outputCount);
        for (int row = 0; row < targets.Length / outputCount; row++)
        {
            double root = rowWeights.IsEmpty ? 1 : Math.Sqrt(double.CreateTruncating(rowWeights[row]));
            if (root == 0)
            {
                continue;
            }

            ReadOnlySpan<T> input = inputs.Slice(row * inputCount, inputCount);
            network.Forward(input, actual);
            for (int j = 0; j < outputCount; j++)
            {
                errors[blockCount] = root * (double.CreateTruncating(actual[j]) - double.CreateTruncating(targets[(row * outputCount) + j]));
                Differentiate(network, input, j, root);
                if (++blockCount == BlockRows)
                {
                    AddBlock();
                }
            }
        }

        AddBlock();
    }

    /// <summary>
    /// Writes a row of the Jacobian, times a factor. The loss of one row is the mean over K outputs of (a - y)², so with targets that are
    /// the outputs but for one of them, its gradient is 2/K (a - y) times that output's derivative.
    /// </summary>
    private void Differentiate(INetwork<T> network, ReadOnlySpan<T> input, int index, double factor)
    {
        int outputCount = output.Length / 2;
        Span<T> actual = output.AsSpan(0, outputCount);
        Span<T> target = output.AsSpan(outputCount);
        actual.CopyTo(target);
        T distance = T.Max(T.Abs(actual[index]), T.One) * T.CreateTruncating(0.5 * outputCount);
        target[index] = actual[index] - distance;
        network.Backward(input, target);
        network.GetGradients(buffer);

        // What rounding has made of the distance.
        double scale = factor * 0.5 * outputCount / double.CreateTruncating(actual[index] - target[index]);
        Span<double> derivative = jacobian.AsSpan(blockCount * length, length);
        for (int i = 0; i < buffer.Length; i++)
        {
            derivative[i] = scale * double.CreateTruncating(buffer[i]);
        }
    }

    private void AddBlock()
    {
        products.AddProducts(jacobian, blockCount);
        for (int row = 0; row < blockCount; row++)
        {
            PaddedVectors.AddScaled(-errors[row], jacobian.AsSpan(row * length, length), descent);
        }

        blockCount = 0;
    }
}
