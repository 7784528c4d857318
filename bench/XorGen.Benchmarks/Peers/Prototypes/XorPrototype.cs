using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Peers.Prototypes;

/// <summary>XOR 2-2-1 in double precision: a row in each lane, an exponential in Estrin's form, four sums at a time.</summary>
internal sealed class XorPrototype(Work work) : Contender(work)
{
    private static readonly Vector256<double> X0 = Vector256.Create(0.0, 0, 1, 1);
    private static readonly Vector256<double> X1 = Vector256.Create(0.0, 1, 0, 1);
    private static readonly Vector256<double> Y = Vector256.Create(0.0, 1, 1, 0);

    private Weights weights = Weights.Of(work.Problem.Parameters);

    public override double[] Outputs(int rows) => throw new NotSupportedException("It only trains.");

    public override double[] ParametersAfter(int steps)
    {
        Weights trained = Weights.Of(Problem.Parameters);
        for (int step = 0; step < steps; step++)
        {
            Step(ref trained, Problem.CheckedRate);
        }

        return trained.ToArray();
    }

    public override void Run(long operations)
    {
        double loss = 0;
        for (long i = 0; i < operations; i++)
        {
            loss += Step(ref weights, Problem.TimedRate);
        }

        Keep(loss);
    }

    private static double Step(ref Weights w, double rate)
    {
        Vector256<double> one = Vector256.Create(1.0);
        Vector256<double> h0 = Tanh(Fma(X1, V(w.W10), Fma(X0, V(w.W00), V(w.B0))));
        Vector256<double> h1 = Tanh(Fma(X1, V(w.W11), Fma(X0, V(w.W01), V(w.B1))));
        Vector256<double> z = Fma(h1, V(w.V1), Fma(h0, V(w.V0), V(w.C)));
        Vector256<double> e = Exp(-z);
        Vector256<double> d = (one / (one + e)) - Y;
        Vector256<double> d0 = d * (V(w.V0) * Fma(-h0, h0, one));
        Vector256<double> d1 = d * (V(w.V1) * Fma(-h1, h1, one));
        Vector256<double> step = V(-0.25 * rate);
        Vector256<double> first = SumFour(d0 * X0, d0 * X1, d0, d * h0);
        Vector256<double> second = SumFour(d1 * X0, d1 * X1, d1, d * h1);
        Fma(first, step, Vector256.LoadUnsafe(ref w.W00)).StoreUnsafe(ref w.W00);
        Fma(second, step, Vector256.LoadUnsafe(ref w.W01)).StoreUnsafe(ref w.W01);
        w.C -= 0.25 * rate * Sum(d);
        return 0.25 * Sum(Vector256.Log(one + e) + ((one - Y) * z));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> V(double x) => Vector256.Create(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Fma(Vector256<double> a, Vector256<double> b, Vector256<double> c) => Vector256.FusedMultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Tanh(Vector256<double> x) => V(1) - (V(2) / (V(1) + Exp(x + x)));

    /// <summary>2^n exp(r), r at most half of log 2, by the series up to r^12.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Exp(Vector256<double> x)
    {
        const double Rounding = 6755399441055744;
        Vector256<double> shifted = Fma(x, V(1.4426950408889634), V(Rounding));
        Vector256<double> n = shifted - V(Rounding);
        Vector256<double> r = Fma(n, V(-2.3190468138462996e-17), Fma(n, V(-0.6931471805599453), x));
        Vector256<double> r2 = r * r;
        Vector256<double> r4 = r2 * r2;
        Vector256<double> low = Fma(Fma(r, V(1 / 6.0), V(0.5)), r2, r + V(1));
        Vector256<double> middle = Fma(Fma(r, V(1 / 5040.0), V(1 / 720.0)), r2, Fma(r, V(1 / 120.0), V(1 / 24.0)));
        Vector256<double> high = Fma(Fma(r, V(1 / 39916800.0), V(1 / 3628800.0)), r2, Fma(r, V(1 / 362880.0), V(1 / 40320.0)));
        high = Fma(V(1 / 479001600.0), r4, high);
        Vector256<double> p = Fma(high, r4 * r4, Fma(middle, r4, low));
        return (p.AsInt64() + Vector256.ShiftLeft(shifted.AsInt64(), 52)).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sum(Vector256<double> x)
    {
        Vector256<double> pairs = Avx.HorizontalAdd(x, x);
        return pairs.GetElement(0) + pairs.GetElement(2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SumFour(Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d)
    {
        Vector256<double> ab = Avx.HorizontalAdd(a, b);
        Vector256<double> cd = Avx.HorizontalAdd(c, d);
        return Avx.Permute2x128(ab, cd, 0x20) + Avx.Permute2x128(ab, cd, 0x31);
    }

    /// <summary>The weights of one hidden neuron beside each other: a vector.</summary>
    private struct Weights
    {
        public double W00, W10, B0, V0;
        public double W01, W11, B1, V1;
        public double C;

        public static Weights Of(float[] p) => new()
        {
            W00 = p[0], W01 = p[1], W10 = p[2], W11 = p[3], B0 = p[4], B1 = p[5], V0 = p[6], V1 = p[7], C = p[8],
        };

        public readonly double[] ToArray() => [W00, W01, W10, W11, B0, B1, V0, V1, C];
    }
}
