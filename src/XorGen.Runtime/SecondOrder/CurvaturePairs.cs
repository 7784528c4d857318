namespace XorGen.SecondOrder;

/// <summary>
/// The last few steps and the changes of the gradient along them: what l-bfgs knows of the inverse Hessian. J. Nocedal and S.
/// J. Wright, "Numerical Optimization", 2nd edition, section 7.2.
/// </summary>
/// <param name="length">The padded length of a vector.</param>
/// <param name="capacity">The number of pairs that are kept; the oldest goes first.</param>
internal sealed class CurvaturePairs(int length, int capacity)
{
    /// <summary>A pair is of no use where y·s is not above this part of |y| |s|.</summary>
    private const double LeastCosine = 1e-10;

    // One place more than pairs, where the next one is written: it may be refused, and the oldest then stays.
    private readonly int places = capacity + 1;
    private readonly double[] steps = new double[length * (capacity + 1)];
    private readonly double[] changes = new double[length * (capacity + 1)];
    private readonly double[] inverseProducts = new double[capacity + 1];
    private readonly double[] weights = new double[capacity + 1];
    private int first;
    private double scale = 1;

    /// <summary>Gets the number of pairs.</summary>
    public int Count { get; private set; }

    /// <summary>Gets where the next pair is to be written: the step s.</summary>
    public Span<double> NextStep => Vector(steps, Count);

    /// <summary>Gets where the next pair is to be written: the change of the gradient, y.</summary>
    public Span<double> NextChange => Vector(changes, Count);

    /// <summary>Returns the step of a pair; the oldest is 0.</summary>
    public Span<double> Step(int pair) => Vector(steps, pair);

    /// <summary>Returns the change of the gradient of a pair; the oldest is 0.</summary>
    public Span<double> Change(int pair) => Vector(changes, pair);

    /// <summary>Forgets all pairs.</summary>
    public void Clear()
    {
        first = 0;
        Count = 0;
        scale = 1;
    }

    /// <summary>Takes the pair that was written to <see cref="NextStep"/> and <see cref="NextChange"/>, where it says something of the curvature.</summary>
    public void Add()
    {
        double product = PaddedVectors.Dot(NextChange, NextStep);
        double square = PaddedVectors.Dot(NextChange, NextChange);
        if (!(product > LeastCosine * Math.Sqrt(square * PaddedVectors.Dot(NextStep, NextStep))))
        {
            return;
        }

        inverseProducts[Place(Count)] = 1 / product;
        scale = product / square;
        if (Count == capacity)
        {
            first = Place(1);
        }
        else
        {
            Count++;
        }
    }

    /// <summary>Multiplies a vector by the approximate inverse Hessian: the two loops of algorithm 7.4.</summary>
    public void Multiply(Span<double> q)
    {
        for (int pair = Count - 1; pair >= 0; pair--)
        {
            int place = Place(pair);
            weights[place] = inverseProducts[place] * PaddedVectors.Dot(Step(pair), q);
            PaddedVectors.AddScaled(-weights[place], Change(pair), q);
        }

        // The start of the approximation is a multiple of the identity (7.20).
        PaddedVectors.Scale(scale, q);
        for (int pair = 0; pair < Count; pair++)
        {
            int place = Place(pair);
            double weight = inverseProducts[place] * PaddedVectors.Dot(Change(pair), q);
            PaddedVectors.AddScaled(weights[place] - weight, Step(pair), q);
        }
    }

    private int Place(int pair) => (first + pair) % places;

    private Span<double> Vector(double[] vectors, int pair) => vectors.AsSpan(Place(pair) * length, length);
}
