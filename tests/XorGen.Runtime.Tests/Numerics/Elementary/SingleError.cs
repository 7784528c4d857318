namespace XorGen.Numerics.Elementary;

/// <summary>
/// Measures a function of single precision in units of the last place of the exact result, for which stands the
/// function of double precision: its own error, which is measured too, is 2^-29 of such a unit. Beyond the range that a function
/// documents it is not measured.
/// </summary>
internal sealed class SingleError(string name)
{
    private const int BlockSize = 4096;
    private const double SmallestNormal = 1.1754943508222875E-38;
    private const double OverflowsFrom = 3.4028235677973366E+38;   // 2^128 - 2^103

    private readonly ElementaryFunction function = ElementaryFunction.Named(name);
    private readonly bool flushesToZero = name is "Exp" or "Sigmoid" or "Softplus" or "SigmoidSoftplus";
    private readonly float largestArgument = name is "Sin" or "Cos" or "Tan" ? 100_000 : float.PositiveInfinity;
    private readonly Lock gate = new();

    /// <summary>Gets the largest error so far, infinite where a special result was wrong.</summary>
    public double Largest { get; private set; }

    /// <summary>Gets the argument of the largest error.</summary>
    public float Argument { get; private set; }

    /// <summary>Measures the arguments whose bits are 0, step, 2 step, ... below 2^32, on all processors.</summary>
    public void MeasureEvery(uint step)
    {
        long count = ((1L << 32) + step - 1) / step;
        long blocks = (count + BlockSize - 1) / BlockSize;
        Parallel.For(0L, blocks, () => new Worker(), (block, _, worker) => Measure(worker, (ulong)block * BlockSize * step, step), Keep);
    }

    private Worker Measure(Worker worker, ulong first, uint step)
    {
        // Beyond 2^32 the last block starts again at 0.
        for (int i = 0; i < BlockSize; i++)
        {
            float x = BitConverter.UInt32BitsToSingle((uint)(first + ((ulong)i * step)));
            worker.X[i] = Math.Abs(x) > largestArgument ? 0 : x;
            worker.Wide[i] = worker.X[i];
        }

        function.SingleWidest(worker.X, worker.Actual);
        function.DoubleWidest(worker.Wide, worker.Exact);
        for (int i = 0; i < BlockSize; i++)
        {
            // The negation is for NaN: of infinities, and of NaN, the plain difference.
            double error = Math.Abs(worker.Actual[i] - worker.Exact[i]) / LastPlace(worker.Exact[i]);
            if (!(error <= worker.Largest))
            {
                error = ErrorWithSpecialResults(worker.Actual[i], worker.Exact[i]);
                if (error > worker.Largest)
                {
                    (worker.Largest, worker.Argument) = (error, worker.X[i]);
                }
            }
        }

        return worker;
    }

    private double ErrorWithSpecialResults(float actual, double exact)
    {
        if (double.IsNaN(exact) || float.IsNaN(actual))
        {
            return double.IsNaN(exact) && float.IsNaN(actual) ? 0 : double.PositiveInfinity;
        }

        if (float.IsInfinity(actual) || Math.Abs(exact) >= OverflowsFrom)
        {
            return float.IsInfinity(actual) && Math.Abs(exact) >= OverflowsFrom && (actual > 0 == exact > 0) ? 0 : double.PositiveInfinity;
        }

        return flushesToZero && exact < SmallestNormal && actual == 0 ? 0 : Math.Abs(actual - exact) / LastPlace(exact);
    }

    private static double LastPlace(double exact)
    {
        // The power of two below it, from its exponent bits, by 2^-23; that of the smallest normal number at least.
        long exponent = BitConverter.DoubleToInt64Bits(exact) & 0x7FF0_0000_0000_0000;
        return BitConverter.Int64BitsToDouble(Math.Max(exponent, (1023L - 126) << 52) - (23L << 52));
    }

    private void Keep(Worker worker)
    {
        lock (gate)
        {
            if (worker.Largest > Largest)
            {
                (Largest, Argument) = (worker.Largest, worker.Argument);
            }
        }
    }

    private sealed class Worker
    {
        public float[] X { get; } = new float[BlockSize];

        public double[] Wide { get; } = new double[BlockSize];

        public float[] Actual { get; } = new float[BlockSize];

        public double[] Exact { get; } = new double[BlockSize];

        public double Largest { get; set; }

        public float Argument { get; set; }
    }
}
