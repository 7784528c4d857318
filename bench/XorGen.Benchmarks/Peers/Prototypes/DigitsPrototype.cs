using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using XorGen.Benchmarks.Measurement;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Peers.Prototypes;

/// <summary>784-128-10, relu, softmax, gradient descent on 64 rows: tiles of eight rows by two vectors, the step in the weight gradient's epilogue.</summary>
internal sealed unsafe class DigitsPrototype : Contender
{
    private const int Inputs = 784;
    private const int Hidden = 128;
    private const int Classes = 10;
    private const int Padded = 16;
    private const int Rows = 64;

    private readonly float* rows;
    private readonly float* hidden = AlignedMemory.Allocate(Rows * Hidden);
    private readonly float* hiddenError = AlignedMemory.Allocate(Rows * Hidden);
    private readonly float* error = AlignedMemory.Allocate(Rows * Padded);
    private PaddedLayer first;
    private PaddedLayer last;
    private int position;

    public DigitsPrototype(Work work)
        : base(work)
    {
        rows = AlignedMemory.Allocate(Problem.Inputs.Length);
        Problem.Inputs.CopyTo(new Span<float>(rows, Problem.Inputs.Length));
        (first, last) = Start();
    }

    public override double[] Outputs(int rows) => throw new NotSupportedException("It only trains.");

    public override double[] ParametersAfter(int steps)
    {
        (PaddedLayer timedFirst, PaddedLayer timedLast) = (first, last);
        (first, last) = Start();
        for (int step = 0; step < steps; step++)
        {
            Step(step % Work.Batches, (float)Problem.CheckedRate);
        }

        var parameters = new List<double>();
        first.AddTo(parameters);
        last.AddTo(parameters);
        (first, last) = (timedFirst, timedLast);
        return [.. parameters];
    }

    public override void Run(long operations)
    {
        for (long i = 0; i < operations; i++)
        {
            position = position + 1 < Work.Batches ? position + 1 : 0;
            Step(position, (float)Problem.TimedRate);
        }

        Keep(error[0]);
    }

    private (PaddedLayer First, PaddedLayer Last) Start() =>
        (new(Inputs, Hidden, Problem.Parameters), new(Hidden, Classes, Problem.Parameters.AsSpan((Inputs + 1) * Hidden)));

    private void Step(int batch, float rate)
    {
        float* x = rows + (batch * Rows * Inputs);
        for (int column = 0; column < Hidden; column += 32)
        {
            for (int row = 0; row < Rows; row += 8)
            {
                ForwardTile(x + (row * Inputs), first.Weights + column, first.Biases + column, hidden + (row * Hidden) + column);
            }
        }

        LastLayer(batch);
        PropagateBack();
        float scale = -rate / Rows;
        Update(hidden, Hidden, Hidden, error, Padded, last, scale);
        UpdateFirst(x, scale);
    }

    /// <summary>Eight rows of 32 neurons, relu.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void ForwardTile(float* x, float* w, float* b, float* to)
    {
        Vector512<float> left = Vector512.Load(b), right = Vector512.Load(b + 16);
        Vector512<float> a0 = left, a1 = left, a2 = left, a3 = left, a4 = left, a5 = left, a6 = left, a7 = left;
        Vector512<float> c0 = right, c1 = right, c2 = right, c3 = right, c4 = right, c5 = right, c6 = right, c7 = right;
        for (int k = 0; k < Inputs; k++, w += Hidden)
        {
            Vector512<float> u = Vector512.LoadAligned(w), v = Vector512.LoadAligned(w + 16);
            Add(x[k], u, v, ref a0, ref c0);
            Add(x[k + Inputs], u, v, ref a1, ref c1);
            Add(x[k + (2 * Inputs)], u, v, ref a2, ref c2);
            Add(x[k + (3 * Inputs)], u, v, ref a3, ref c3);
            Add(x[k + (4 * Inputs)], u, v, ref a4, ref c4);
            Add(x[k + (5 * Inputs)], u, v, ref a5, ref c5);
            Add(x[k + (6 * Inputs)], u, v, ref a6, ref c6);
            Add(x[k + (7 * Inputs)], u, v, ref a7, ref c7);
        }

        Relu(a0, c0, to);
        Relu(a1, c1, to + Hidden);
        Relu(a2, c2, to + (2 * Hidden));
        Relu(a3, c3, to + (3 * Hidden));
        Relu(a4, c4, to + (4 * Hidden));
        Relu(a5, c5, to + (5 * Hidden));
        Relu(a6, c6, to + (6 * Hidden));
        Relu(a7, c7, to + (7 * Hidden));
    }

    /// <summary>Softmax, and its error, which is that of the cross-entropy.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void LastLayer(int batch)
    {
        Vector512<float> lanes = Vector512.LessThan(Vector512.CreateSequence(0f, 1f), Vector512.Create((float)Classes));
        float* wanted = stackalloc float[Padded];
        for (int row = 0; row < Rows; row++)
        {
            Vector512<float> s0 = Vector512.Load(last.Biases), s1 = default, s2 = default, s3 = default;
            float* h = hidden + (row * Hidden);
            float* w = last.Weights;
            for (int k = 0; k < Hidden; k += 4, w += 4 * Padded)
            {
                s0 = Vector512.FusedMultiplyAdd(Vector512.Create(h[k]), Vector512.LoadAligned(w), s0);
                s1 = Vector512.FusedMultiplyAdd(Vector512.Create(h[k + 1]), Vector512.LoadAligned(w + 16), s1);
                s2 = Vector512.FusedMultiplyAdd(Vector512.Create(h[k + 2]), Vector512.LoadAligned(w + 32), s2);
                s3 = Vector512.FusedMultiplyAdd(Vector512.Create(h[k + 3]), Vector512.LoadAligned(w + 48), s3);
            }

            Vector512<float> z = s0 + s1 + (s2 + s3);
            float max = z.ToScalar();
            for (int i = 1; i < Classes; i++)
            {
                max = MathF.Max(max, z.GetElement(i));
            }

            Vector512<float> e = Vector512.Exp(z - Vector512.Create(max)) & lanes;
            Problem.Targets.AsSpan(((batch * Rows) + row) * Classes, Classes).CopyTo(new Span<float>(wanted, Padded));
            ((e / Vector512.Create(Vector512.Sum(e))) - Vector512.Load(wanted)).StoreAligned(error + (row * Padded));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void PropagateBack()
    {
        for (int row = 0; row < Rows; row++)
        {
            Vector512<float> d = Vector512.LoadAligned(error + (row * Padded));
            float* h = hidden + (row * Hidden);
            float* to = hiddenError + (row * Hidden);
            for (int k = 0; k < Hidden; k++)
            {
                to[k] = h[k] > 0 ? Vector512.Sum(d * Vector512.LoadAligned(last.Weights + (k * Padded))) : 0;
            }
        }
    }

    /// <summary>The weights of 784 by 128: eight inputs by 32 neurons at a time.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void UpdateFirst(float* inputs, float scale)
    {
        for (int i = 0; i < Inputs; i += 8)
        {
            for (int column = 0; column < Hidden; column += 32)
            {
                Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default, a6 = default, a7 = default;
                Vector512<float> c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
                float* x = inputs + i;
                float* d = hiddenError + column;
                for (int row = 0; row < Rows; row++, x += Inputs, d += Hidden)
                {
                    Vector512<float> u = Vector512.LoadAligned(d), v = Vector512.LoadAligned(d + 16);
                    Add(x[0], u, v, ref a0, ref c0);
                    Add(x[1], u, v, ref a1, ref c1);
                    Add(x[2], u, v, ref a2, ref c2);
                    Add(x[3], u, v, ref a3, ref c3);
                    Add(x[4], u, v, ref a4, ref c4);
                    Add(x[5], u, v, ref a5, ref c5);
                    Add(x[6], u, v, ref a6, ref c6);
                    Add(x[7], u, v, ref a7, ref c7);
                }

                float* w = first.Weights + (i * Hidden) + column;
                Descend(w, a0, c0, scale);
                Descend(w + Hidden, a1, c1, scale);
                Descend(w + (2 * Hidden), a2, c2, scale);
                Descend(w + (3 * Hidden), a3, c3, scale);
                Descend(w + (4 * Hidden), a4, c4, scale);
                Descend(w + (5 * Hidden), a5, c5, scale);
                Descend(w + (6 * Hidden), a6, c6, scale);
                Descend(w + (7 * Hidden), a7, c7, scale);
            }
        }

        UpdateBiases(hiddenError, Hidden, first.Biases, scale);
    }

    /// <summary>A layer of 16 neurons or fewer.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Update(float* x, int stride, int inputs, float* d, int width, PaddedLayer layer, float scale)
    {
        for (int i = 0; i < inputs; i += 4)
        {
            Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default;
            for (int row = 0; row < Rows; row++)
            {
                Vector512<float> u = Vector512.LoadAligned(d + (row * width));
                float* from = x + (row * stride) + i;
                a0 = Vector512.FusedMultiplyAdd(Vector512.Create(from[0]), u, a0);
                a1 = Vector512.FusedMultiplyAdd(Vector512.Create(from[1]), u, a1);
                a2 = Vector512.FusedMultiplyAdd(Vector512.Create(from[2]), u, a2);
                a3 = Vector512.FusedMultiplyAdd(Vector512.Create(from[3]), u, a3);
            }

            float* w = layer.Weights + (i * width);
            Descend(w, a0, a1, scale);
            Descend(w + 32, a2, a3, scale);
        }

        UpdateBiases(d, width, layer.Biases, scale);
    }

    private static void UpdateBiases(float* d, int width, float* biases, float scale)
    {
        for (int column = 0; column < width; column += 16)
        {
            Vector512<float> sum = default;
            for (int row = 0; row < Rows; row++)
            {
                sum += Vector512.LoadAligned(d + (row * width) + column);
            }

            Vector512.FusedMultiplyAdd(sum, Vector512.Create(scale), Vector512.LoadAligned(biases + column)).StoreAligned(biases + column);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float x, Vector512<float> u, Vector512<float> v, ref Vector512<float> a, ref Vector512<float> c)
    {
        Vector512<float> value = Vector512.Create(x);
        a = Vector512.FusedMultiplyAdd(value, u, a);
        c = Vector512.FusedMultiplyAdd(value, v, c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Relu(Vector512<float> a, Vector512<float> c, float* to)
    {
        Vector512.Max(a, default).StoreAligned(to);
        Vector512.Max(c, default).StoreAligned(to + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Descend(float* w, Vector512<float> a, Vector512<float> c, float scale)
    {
        Vector512<float> s = Vector512.Create(scale);
        Vector512.FusedMultiplyAdd(a, s, Vector512.LoadAligned(w)).StoreAligned(w);
        Vector512.FusedMultiplyAdd(c, s, Vector512.LoadAligned(w + 16)).StoreAligned(w + 16);
    }
}
