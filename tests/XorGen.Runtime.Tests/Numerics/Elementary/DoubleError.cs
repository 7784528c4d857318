namespace XorGen.Numerics.Elementary;

/// <summary>Measures a function of double precision in units of the last place of <see cref="ExactFunctions"/>' result.</summary>
internal sealed class DoubleError(string name)
{
    private const int BlockSize = 4096;
    private const int Rounds = 32;

    private readonly ElementaryFunction function = ElementaryFunction.Named(name);
    private readonly Func<double, ExactResult> exact = ExactFunctions.Named(name);
    private readonly Lock gate = new();

    /// <summary>Gets the largest error so far.</summary>
    public double Largest { get; private set; }

    /// <summary>Gets the argument of the largest error.</summary>
    public double Argument { get; private set; }

    /// <summary>Measures blocks of 4,096 arguments, and as many around the worst of each, on all processors; the same ones each time.</summary>
    public void Measure(int blocks) => Parallel.For(0, blocks, MeasureBlock);

    private void MeasureBlock(int block)
    {
        double[] x = new double[BlockSize];
        double[] actual = new double[BlockSize];
        DoubleArguments.Fill(name, (ulong)block, x);
        double largest = 0;
        double argument = x[0];
        Worst(x, actual, ref largest, ref argument);

        // Hill climbing: each round draws arguments around the worst so far, near and far.
        var random = new RandomSource(~(ulong)block);
        for (int round = 0; round < Rounds; round++)
        {
            Span<double> around = x.AsSpan(0, BlockSize / Rounds);
            DoubleArguments.FillAround(name, argument, ref random, around);
            Worst(around, actual.AsSpan(0, around.Length), ref largest, ref argument);
        }

        Keep(largest, argument);
    }

    private void Worst(ReadOnlySpan<double> x, Span<double> actual, ref double largest, ref double argument)
    {
        function.DoubleWidest(x, actual);
        for (int i = 0; i < x.Length; i++)
        {
            // Whatever is not a number is as wrong as can be.
            double error = exact(x[i]).ErrorOf(actual[i]);
            if (!(error <= largest))
            {
                (largest, argument) = (double.IsNaN(error) ? double.PositiveInfinity : error, x[i]);
            }
        }
    }

    private void Keep(double largest, double argument)
    {
        lock (gate)
        {
            if (largest > Largest)
            {
                (Largest, Argument) = (largest, argument);
            }
        }
    }
}
