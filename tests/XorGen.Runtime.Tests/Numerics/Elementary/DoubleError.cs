namespace XorGen.Numerics.Elementary;

/// <summary>Measures a function of double precision in units of the last place of <see cref="ExactFunctions"/>' result.</summary>
internal sealed class DoubleError(string name)
{
    private const int BlockSize = 4096;

    private readonly ElementaryFunction function = ElementaryFunction.Named(name);
    private readonly Func<double, ExactResult> exact = ExactFunctions.Named(name);
    private readonly Lock gate = new();

    /// <summary>Gets the largest error so far.</summary>
    public double Largest { get; private set; }

    /// <summary>Gets the argument of the largest error.</summary>
    public double Argument { get; private set; }

    /// <summary>Measures blocks of 4,096 arguments on all processors; the same ones each time.</summary>
    public void Measure(int blocks) => Parallel.For(0, blocks, MeasureBlock);

    private void MeasureBlock(int block)
    {
        double[] x = new double[BlockSize];
        double[] actual = new double[BlockSize];
        DoubleArguments.Fill(name, (ulong)block, x);
        function.DoubleWidest(x, actual);

        double largest = 0;
        double argument = 0;
        for (int i = 0; i < BlockSize; i++)
        {
            // Whatever is not a number is as wrong as can be.
            double error = exact(x[i]).ErrorOf(actual[i]);
            if (!(error <= largest))
            {
                (largest, argument) = (double.IsNaN(error) ? double.PositiveInfinity : error, x[i]);
            }
        }

        lock (gate)
        {
            if (largest > Largest)
            {
                (Largest, Argument) = (largest, argument);
            }
        }
    }
}
