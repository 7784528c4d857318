using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using XorGen.Benchmarks.Measurement;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Peers.Prototypes;

/// <summary>17-64-64-6, one row at a time: lanes are neurons, sums in registers, tanh as a rational function.</summary>
internal sealed unsafe class PolicyPrototype : Contender
{
    private readonly PaddedLayer first;
    private readonly PaddedLayer second;
    private readonly PaddedLayer last;
    private readonly float* hidden1 = AlignedMemory.Allocate(64);
    private readonly float* hidden2 = AlignedMemory.Allocate(64);
    private readonly float* output = AlignedMemory.Allocate(16);
    private readonly float* rows;
    private int position;

    public PolicyPrototype(Work work)
        : base(work)
    {
        ReadOnlySpan<float> parameters = Problem.Parameters;
        first = new PaddedLayer(17, 64, parameters);
        second = new PaddedLayer(64, 64, parameters[(18 * 64)..]);
        last = new PaddedLayer(64, 6, parameters[((18 * 64) + (65 * 64))..]);
        rows = AlignedMemory.Allocate(Problem.Inputs.Length);
        Problem.Inputs.CopyTo(new Span<float>(rows, Problem.Inputs.Length));
    }

    public override double[] Outputs(int rows)
    {
        var outputs = new double[rows * 6];
        for (int row = 0; row < rows; row++)
        {
            Forward(this.rows + (row * 17));
            for (int i = 0; i < 6; i++)
            {
                outputs[(row * 6) + i] = output[i];
            }
        }

        return outputs;
    }

    public override double[] ParametersAfter(int steps) => throw new NotSupportedException("It only infers.");

    public override void Run(long operations)
    {
        float sum = 0;
        for (long i = 0; i < operations; i++)
        {
            if (Work.Kind == WorkKind.ForwardChain)
            {
                Forward(rows);
                rows[0] = output[0];
            }
            else
            {
                position = position + 1 < Problem.Rows ? position + 1 : 0;
                Forward(rows + (position * 17));
                sum += output[0];
            }
        }

        Keep(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Forward(float* x)
    {
        Hidden(x, 17, first, hidden1);
        Hidden(hidden1, 64, second, hidden2);
        Vector512<float> s0 = Vector512.Load(last.Biases);
        Vector512<float> s1 = default, s2 = default, s3 = default;
        float* w = last.Weights;
        for (int k = 0; k < 64; k += 4, w += 64)
        {
            s0 = Vector512.FusedMultiplyAdd(Vector512.Create(hidden2[k]), Vector512.LoadAligned(w), s0);
            s1 = Vector512.FusedMultiplyAdd(Vector512.Create(hidden2[k + 1]), Vector512.LoadAligned(w + 16), s1);
            s2 = Vector512.FusedMultiplyAdd(Vector512.Create(hidden2[k + 2]), Vector512.LoadAligned(w + 32), s2);
            s3 = Vector512.FusedMultiplyAdd(Vector512.Create(hidden2[k + 3]), Vector512.LoadAligned(w + 48), s3);
        }

        (s0 + s1 + (s2 + s3)).StoreAligned(output);
    }

    /// <summary>64 neurons: four vectors, each in two chains.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Hidden(float* x, int inputs, PaddedLayer layer, float* to)
    {
        float* b = layer.Biases;
        float* w = layer.Weights;
        Vector512<float> a0 = Vector512.Load(b), a1 = Vector512.Load(b + 16), a2 = Vector512.Load(b + 32), a3 = Vector512.Load(b + 48);
        Vector512<float> c0 = default, c1 = default, c2 = default, c3 = default;
        int k = 0;
        for (; k + 2 <= inputs; k += 2, w += 128)
        {
            Vector512<float> even = Vector512.Create(x[k]);
            Vector512<float> odd = Vector512.Create(x[k + 1]);
            a0 = Vector512.FusedMultiplyAdd(even, Vector512.LoadAligned(w), a0);
            a1 = Vector512.FusedMultiplyAdd(even, Vector512.LoadAligned(w + 16), a1);
            a2 = Vector512.FusedMultiplyAdd(even, Vector512.LoadAligned(w + 32), a2);
            a3 = Vector512.FusedMultiplyAdd(even, Vector512.LoadAligned(w + 48), a3);
            c0 = Vector512.FusedMultiplyAdd(odd, Vector512.LoadAligned(w + 64), c0);
            c1 = Vector512.FusedMultiplyAdd(odd, Vector512.LoadAligned(w + 80), c1);
            c2 = Vector512.FusedMultiplyAdd(odd, Vector512.LoadAligned(w + 96), c2);
            c3 = Vector512.FusedMultiplyAdd(odd, Vector512.LoadAligned(w + 112), c3);
        }

        if (k < inputs)
        {
            Vector512<float> rest = Vector512.Create(x[k]);
            a0 = Vector512.FusedMultiplyAdd(rest, Vector512.LoadAligned(w), a0);
            a1 = Vector512.FusedMultiplyAdd(rest, Vector512.LoadAligned(w + 16), a1);
            a2 = Vector512.FusedMultiplyAdd(rest, Vector512.LoadAligned(w + 32), a2);
            a3 = Vector512.FusedMultiplyAdd(rest, Vector512.LoadAligned(w + 48), a3);
        }

        Tanh(a0 + c0).StoreAligned(to);
        Tanh(a1 + c1).StoreAligned(to + 16);
        Tanh(a2 + c2).StoreAligned(to + 32);
        Tanh(a3 + c3).StoreAligned(to + 48);
    }

    /// <summary>A rational function of degree 13 over 6; the coefficients are Eigen's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Tanh(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-7.90531f)), Vector512.Create(7.90531f));
        Vector512<float> t = x * x;
        Vector512<float> t2 = t * t;
        Vector512<float> p0 = Fma(t, 6.37261928875436e-04f, Vector512.Create(4.89352455891786e-03f));
        Vector512<float> p2 = Fma(t, 5.12229709037114e-08f, Vector512.Create(1.48572235717979e-05f));
        Vector512<float> p4 = Fma(t, 2.00018790482477e-13f, Vector512.Create(-8.60467152213735e-11f));
        Vector512<float> p = Vector512.FusedMultiplyAdd(Fma(t2, -2.76076847742355e-16f, p4), t2 * t2, Vector512.FusedMultiplyAdd(p2, t2, p0));
        Vector512<float> q = Vector512.FusedMultiplyAdd(
            Fma(t, 1.19825839466702e-06f, Vector512.Create(1.18534705686654e-04f)), t2, Fma(t, 2.26843463243900e-03f, Vector512.Create(4.89352518554385e-03f)));
        return x * p / q;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Fma(Vector512<float> x, float factor, Vector512<float> start) => Vector512.FusedMultiplyAdd(x, Vector512.Create(factor), start);
}
