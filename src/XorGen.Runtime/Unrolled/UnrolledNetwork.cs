using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using XorGen.Numerics;
using XorGen.Training;

namespace XorGen.Unrolled;

/// <summary>
/// A network in the unrolled layout: each parameter is a named field, and kernels have one sample in each SIMD lane. It has all that such
/// networks have in common; what is particular to one is its <typeparamref name="TNetwork"/>. Its memory is held by value: a copy is a copy of the network.
/// </summary>
/// <typeparam name="T">The type of a value.</typeparam>
/// <typeparam name="TVectors">The vectors of that type.</typeparam>
/// <typeparam name="TState">Parameters, gradient and what the optimizer keeps: see <see cref="IUnrolledNetwork{T, TState}"/>.</typeparam>
/// <typeparam name="TOptimizer">The optimizer, the last field of the state.</typeparam>
/// <typeparam name="TNetwork">The mathematics.</typeparam>
[DebuggerNonUserCode]
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815", Justification = "Networks are not compared.")]
[CLSCompliant(false)]
public partial struct UnrolledNetwork<T, TVectors, TState, TOptimizer, TNetwork>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVectors : struct, IVectors<T>
    where TState : unmanaged
    where TOptimizer : unmanaged, IOptimizer<TOptimizer>
    where TNetwork : struct, IUnrolledNetwork<T, TState>
{
    /// <summary>Outputs of a sample that are more are not put on the stack.</summary>
    private const int MostValuesOnStack = 1024;

    private TState state;
    private TrainingGuard guard;

    /// <summary>Gets or sets the seed that the parameters started from.</summary>
    public int Seed { get; set; }

    /// <summary>Gets what the network is.</summary>
    public readonly NetworkDescription Description => DescriptionOf<TNetwork>.Value;

    /// <summary>Gets the memory of the network.</summary>
    [UnscopedRef]
    public readonly ref TState State => ref Unsafe.AsRef(in state);

    /// <summary>Gets what notices when two threads change the network at once.</summary>
    [UnscopedRef]
    public ref TrainingGuard Guard => ref guard;

    /// <summary>Gets the number of values that the optimizer keeps of each parameter.</summary>
    public readonly int StateCount => TOptimizer.StateCount;

    /// <summary>Gets the number of its counters.</summary>
    public readonly int CounterCount => TOptimizer.CounterCount;

    private static int Padded => (TNetwork.ParameterCount + 3) / 4 * 4;

    /// <summary>Sets the parameters to the start that a seed gives, and forgets everything else.</summary>
    /// <param name="seed">Any number.</param>
    public void Initialize(int seed)
    {
        int before = TNetwork.IsStruct ? 0 : guard.Enter();
        state = default;
        Seed = seed;
        TOptimizer.Reset(ref Optimizer, seed);
        TNetwork.Initialize(ref state, seed);
        guard.Exit(before);
    }

    /// <summary>Computes the outputs of one sample.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Forward(ReadOnlySpan<T> input, Span<T> output)
    {
        Check.Length(input.Length, TNetwork.InputCount, nameof(input));
        Check.Length(output.Length, TNetwork.OutputCount, nameof(output));
        TNetwork.Forward(ref State, ref MemoryMarshal.GetReference(input), ref MemoryMarshal.GetReference(output));
    }

    /// <summary>Computes the outputs of any number of samples.</summary>
    public readonly void Predict(ReadOnlySpan<T> inputs, Span<T> outputs)
    {
        int samples = Check.Rows(inputs.Length, TNetwork.InputCount, outputs.Length, TNetwork.OutputCount, nameof(inputs), nameof(outputs));
        if (TNetwork.OutputCount <= TNetwork.InputCount)
        {
            Check.Overlap<T>(inputs, TNetwork.InputCount, outputs, TNetwork.OutputCount, nameof(outputs));
        }
        else
        {
            Check.OverlapOfLonger<T>(inputs, TNetwork.InputCount, outputs, TNetwork.OutputCount, nameof(outputs));
        }

        ref T x = ref MemoryMarshal.GetReference(inputs);
        ref T y = ref MemoryMarshal.GetReference(outputs);
        for (int i = TVectors.Predict<TState, TNetwork>(ref State, ref x, ref y, samples); i < samples; i++)
        {
            TNetwork.Forward(ref State, ref Unsafe.Add(ref x, i * TNetwork.InputCount), ref Unsafe.Add(ref y, i * TNetwork.OutputCount));
        }
    }

    /// <summary>Returns the outputs of any number of samples, in a new array.</summary>
    public readonly T[] Predict(ReadOnlySpan<T> inputs)
    {
        var outputs = new T[Check.OutputLength(inputs.Length, TNetwork.InputCount, TNetwork.OutputCount, nameof(inputs))];
        Predict(inputs, outputs);
        return outputs;
    }

    /// <summary>Returns the class that the outputs of one sample predict.</summary>
    /// <param name="input">The inputs.</param>
    /// <param name="threshold">Above which a single output means class 1.</param>
    public readonly int Classify(ReadOnlySpan<T> input, double threshold = ClassRule.Probability)
    {
        Span<T> output = TNetwork.OutputCount <= MostValuesOnStack ? stackalloc T[TNetwork.OutputCount] : new T[TNetwork.OutputCount];
        Forward(input, output);
        return ClassRule.Of<T>(output, threshold);
    }

    /// <summary>Returns the class that the outputs of each sample predict.</summary>
    /// <param name="inputs">Rows of inputs.</param>
    /// <param name="threshold">Above which a single output means class 1.</param>
    public readonly int[] ClassifyRows(ReadOnlySpan<T> inputs, double threshold = ClassRule.Probability) => TNetwork.OutputCount == 1
        ? ClassRule.OfEachOne<T>(Predict(inputs), threshold)
        : ClassRule.OfEachRow<T>(Predict(inputs), TNetwork.OutputCount);

    /// <summary>Returns the share of samples whose largest output is that of their label.</summary>
    public readonly double Accuracy(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels)
    {
        var batch = new Batch<T>(inputs, labels, TNetwork.InputCount, TNetwork.OutputCount);
        Span<T> output = stackalloc T[TNetwork.OutputCount];
        int correct = 0;
        for (int i = 0; i < batch.Count; i++)
        {
            Forward(inputs.Slice(i * TNetwork.InputCount, TNetwork.InputCount), output);
            correct += RowBlocks.CountCorrect<T>(output, TNetwork.OutputCount, TNetwork.OutputCount, labels.Slice(i, 1));
        }

        return (double)correct / batch.Count;
    }

    /// <summary>Returns the mean loss.</summary>
    public readonly T Evaluate(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets) =>
        Evaluate(new Batch<T>(inputs, targets, TNetwork.InputCount, TNetwork.TargetCount));

    /// <inheritdoc cref="Evaluate(ReadOnlySpan{T}, ReadOnlySpan{T})"/>
    public readonly T Evaluate(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels) =>
        Evaluate(new Batch<T>(inputs, labels, TNetwork.InputCount, TNetwork.OutputCount));

    /// <summary>Computes the mean loss and stores its gradient.</summary>
    public T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets) =>
        Backward(new Batch<T>(inputs, targets, TNetwork.InputCount, TNetwork.TargetCount));

    /// <inheritdoc cref="Backward(ReadOnlySpan{T}, ReadOnlySpan{T})"/>
    public T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels) =>
        Backward(new Batch<T>(inputs, labels, TNetwork.InputCount, TNetwork.OutputCount));

    /// <summary>Takes a training step and returns the mean loss before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Train(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, T learningRate) =>
        Train(new Batch<T>(inputs, targets, TNetwork.InputCount, TNetwork.TargetCount), learningRate);

    /// <inheritdoc cref="Train(ReadOnlySpan{T}, ReadOnlySpan{T}, T)"/>
    public T Train(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, T learningRate) =>
        Train(new Batch<T>(inputs, labels, TNetwork.InputCount, TNetwork.OutputCount), learningRate);

    /// <inheritdoc cref="Train(ReadOnlySpan{T}, ReadOnlySpan{T}, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Train(scoped in Batch<T> batch, T learningRate)
    {
        // No try and finally: what could throw has been checked, and the JIT would not inline this method.
        int before = TNetwork.IsStruct ? 0 : guard.Enter();

        // Few samples, one in each lane of one vector: the step is one kernel, with the bits of the one for many.
        if (!TNetwork.HasStep || !batch.Weights.IsEmpty || !TVectors.TryStep<TState, TNetwork>(ref state, batch, learningRate, out T loss))
        {
            loss = ComputeGradient(batch);
            TNetwork.Update(ref state, learningRate);
        }

        guard.Exit(before);
        return loss;
    }

    /// <summary>Takes a step of the optimizer along the stored gradient.</summary>
    public void Update(T learningRate)
    {
        int before = TNetwork.IsStruct ? 0 : guard.Enter();
        TNetwork.Update(ref state, learningRate);
        guard.Exit(before);
    }

    /// <summary>Copies the parameters, in flat order.</summary>
    public readonly void GetParameters(Span<T> destination)
    {
        Check.Length(destination.Length, TNetwork.ParameterCount, nameof(destination));
        Numbers(0).CopyTo(destination);
    }

    /// <summary>Sets the parameters, in flat order.</summary>
    public void SetParameters(ReadOnlySpan<T> source)
    {
        Check.Length(source.Length, TNetwork.ParameterCount, nameof(source));
        int before = TNetwork.IsStruct ? 0 : guard.Enter();
        source.CopyTo(Numbers(0));
        guard.Exit(before);
    }

    /// <summary>Copies the stored gradient, in flat order.</summary>
    public readonly void GetGradients(Span<T> destination)
    {
        Check.Length(destination.Length, TNetwork.ParameterCount, nameof(destination));
        Numbers(1).CopyTo(destination);
    }

    /// <summary>Copies the parameters, what the optimizer keeps of them, and its counters.</summary>
    public readonly void GetState(Span<T> destination, Span<double> counters)
    {
        Check.Length(destination.Length, (1 + TOptimizer.StateCount) * TNetwork.ParameterCount, "state");
        Check.Length(counters.Length, TOptimizer.CounterCount, nameof(counters));
        for (int part = 0; part <= TOptimizer.StateCount; part++)
        {
            Numbers(part == 0 ? 0 : part + 1).CopyTo(destination.Slice(part * TNetwork.ParameterCount, TNetwork.ParameterCount));
        }

        Counters.CopyTo(counters);
    }

    /// <summary>Sets the parameters, what the optimizer keeps of them, and its counters.</summary>
    public void SetState(ReadOnlySpan<T> source, ReadOnlySpan<double> counters)
    {
        Check.Length(source.Length, (1 + TOptimizer.StateCount) * TNetwork.ParameterCount, "state");
        Check.Length(counters.Length, TOptimizer.CounterCount, nameof(counters));
        int before = TNetwork.IsStruct ? 0 : guard.Enter();
        for (int part = 0; part <= TOptimizer.StateCount; part++)
        {
            source.Slice(part * TNetwork.ParameterCount, TNetwork.ParameterCount).CopyTo(Numbers(part == 0 ? 0 : part + 1));
        }

        counters.CopyTo(Counters);
        guard.Exit(before);
    }

    private readonly ref T First => ref Unsafe.As<TState, T>(ref Unsafe.AsRef(in state));

    private readonly ref TOptimizer Optimizer => ref Unsafe.As<T, TOptimizer>(ref Unsafe.Add(ref First, (2 + TOptimizer.StateCount) * Padded));

    private readonly Span<double> Counters => MemoryMarshal.CreateSpan(ref Unsafe.As<TOptimizer, double>(ref Optimizer), TOptimizer.CounterCount);

    /// <summary>A number for each parameter: 0 is the parameters, 1 the gradient, 2 the first that the optimizer keeps.</summary>
    private readonly Span<T> Numbers(int index) => MemoryMarshal.CreateSpan(ref Unsafe.Add(ref First, index * Padded), TNetwork.ParameterCount);
}
