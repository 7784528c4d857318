using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using XorGen.Numerics;
using XorGen.Training;

namespace XorGen.Blocked;

/// <summary>
/// A network in the blocked layout: all parameters in one block of padded matrices, which is aligned to 64 bytes and never moved, and batches in
/// register-tiled kernels. It has all that such networks have in common; what is particular to one is its <typeparamref name="TNetwork"/>.
/// </summary>
/// <typeparam name="T">The type of a value.</typeparam>
/// <typeparam name="TVectors">The vectors of that type.</typeparam>
/// <typeparam name="TOptimizer">The optimizer.</typeparam>
/// <typeparam name="TStep">A step of it.</typeparam>
/// <typeparam name="TNetwork">The sizes and kernels.</typeparam>
[DebuggerNonUserCode]
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815", Justification = "Networks are not compared.")]
[CLSCompliant(false)]
public struct BlockedNetwork<T, TVectors, TOptimizer, TStep, TNetwork>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVectors : struct, IVectors<T>
    where TOptimizer : unmanaged, IOptimizer<TOptimizer, TStep, T>
    where TStep : struct, IParameterUpdate<T>
    where TNetwork : struct, IBlockedNetwork<T>
{
    /// <summary>So many samples leave their values in a cache.</summary>
    private const int MostRowsOfPrediction = 64;

    /// <summary>Outputs of a sample that are more are not put on the stack.</summary>
    private const int MostValuesOnStack = 1024;

    private T[]? block;
    private int blockStart;

    // The gradient, then what the optimizer keeps, each like the block of parameters. Allocated by the first call that trains.
    private T[]? training;
    private int trainingStart;
    private TOptimizer optimizer;
    private TrainingGuard guard;

    /// <summary>Gets or sets the seed that the parameters started from.</summary>
    public int Seed { get; set; }

    /// <summary>Gets or sets the most threads that a step of training may use; 0 is 1.</summary>
    public int Threads { get; set; }

    /// <summary>Gets what the network is.</summary>
    public readonly NetworkDescription Description => DescriptionOf<TNetwork>.Value;

    /// <summary>Gets what notices when two threads change the network at once.</summary>
    [UnscopedRef]
    public ref TrainingGuard Guard => ref guard;

    /// <summary>Gets the number of values that the optimizer keeps of each parameter.</summary>
    public readonly int StateCount => TOptimizer.StateCount;

    /// <summary>Gets the number of its counters.</summary>
    public readonly int CounterCount => TOptimizer.CounterCount;

    private static int RowsOfPrediction => Math.Min(MostRowsOfPrediction, TNetwork.BlockRows);

    private readonly ref T Parameters => ref block![blockStart];

    private readonly Span<T> Block => new(block, blockStart, TNetwork.BlockLength);

    [UnscopedRef]
    private Span<double> Counters => MemoryMarshal.CreateSpan(ref Unsafe.As<TOptimizer, double>(ref optimizer), TOptimizer.CounterCount);

    /// <summary>Sets the parameters to the start that a seed gives, and forgets everything else.</summary>
    /// <param name="seed">Any number.</param>
    public void Initialize(int seed)
    {
        int before = guard.Enter();
        try
        {
            Start(seed);
        }
        finally
        {
            guard.Exit(before);
        }
    }

    private void Start(int seed)
    {
        if (block is null)
        {
            Blocks.Allocate(TNetwork.BlockLength, out T[] owner, out blockStart);
            block = owner;
        }
        else
        {
            Block.Clear();
            training.AsSpan().Clear();
        }

        Seed = seed;
        TOptimizer.Reset(ref optimizer, seed);
        TNetwork.Initialize(Block, seed);
    }

    /// <summary>Computes the outputs of one sample.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Forward(ReadOnlySpan<T> input, Span<T> output)
    {
        Check.Length(input.Length, TNetwork.InputCount, nameof(input));
        Check.Length(output.Length, TNetwork.OutputCount, nameof(output));
        if (TNetwork.HasOneLayer)
        {
            // It stores some of its outputs before it has read the inputs for the others.
            input = Check.Separate<T>(input, output);
        }

        RowMemory.Run<T, TVectors, TNetwork>(ref Parameters, ref MemoryMarshal.GetReference(input), ref MemoryMarshal.GetReference(output));
    }

    /// <summary>Computes the output of one sample.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly T Forward(SampleInputs<T> inputs)
    {
        T output = default;
        RowMemory.Run<T, TVectors, TNetwork>(ref Parameters, ref inputs.X0, ref output);
        return output;
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

        Span<T> scratch = Scratch<T>.Get(TNetwork.PredictionLength);
        for (int first = 0; first < samples; first += RowsOfPrediction)
        {
            int count = Math.Min(RowsOfPrediction, samples - first);
            var action = new PredictAction(
                ref Parameters,
                inputs.Slice(first * TNetwork.InputCount, count * TNetwork.InputCount),
                outputs.Slice(first * TNetwork.OutputCount, count * TNetwork.OutputCount),
                ref scratch[0]);
            TVectors.AtWidest(ref action);
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
        Span<T> scratch = Scratch<T>.Get(TNetwork.PredictionLength);
        int correct = 0;
        for (int first = 0; first < batch.Count; first += RowsOfPrediction)
        {
            int count = Math.Min(RowsOfPrediction, batch.Count - first);
            var action = new PredictAction(
                ref Parameters, inputs.Slice(first * TNetwork.InputCount, count * TNetwork.InputCount), default, ref scratch[0]);
            TVectors.AtWidest(ref action);
            correct += RowBlocks.CountCorrect<T>(scratch[TNetwork.OutputOffset..], TNetwork.OutputStride, TNetwork.OutputCount, labels.Slice(first, count));
        }

        return (double)correct / batch.Count;
    }

    /// <summary>Returns the mean loss.</summary>
    public readonly T Evaluate(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets) =>
        Evaluate(new Batch<T>(inputs, targets, TNetwork.InputCount, TNetwork.TargetCount));

    /// <inheritdoc cref="Evaluate(ReadOnlySpan{T}, ReadOnlySpan{T})"/>
    public readonly T Evaluate(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels) =>
        Evaluate(new Batch<T>(inputs, labels, TNetwork.InputCount, TNetwork.OutputCount));

    /// <inheritdoc cref="Evaluate(ReadOnlySpan{T}, ReadOnlySpan{T})"/>
    public readonly T Evaluate(scoped in Batch<T> batch) =>
        BlockedTraining<T, TVectors, TNetwork>.Run(
            ref Parameters, ref Unsafe.NullRef<T>(), batch, 1, default(KeepGradient<T>), default, TOptimizer.DropoutPosition(optimizer));

    /// <summary>Computes the mean loss and stores its gradient.</summary>
    public T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets) =>
        Backward(new Batch<T>(inputs, targets, TNetwork.InputCount, TNetwork.TargetCount));

    /// <inheritdoc cref="Backward(ReadOnlySpan{T}, ReadOnlySpan{T})"/>
    public T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels) =>
        Backward(new Batch<T>(inputs, labels, TNetwork.InputCount, TNetwork.OutputCount));

    /// <inheritdoc cref="Backward(ReadOnlySpan{T}, ReadOnlySpan{T})"/>
    public T Backward(scoped in Batch<T> batch)
    {
        int before = guard.Enter();
        try
        {
            return ComputeGradient(batch);
        }
        finally
        {
            guard.Exit(before);
        }
    }

    private T ComputeGradient(scoped in Batch<T> batch) =>
        BlockedTraining<T, TVectors, TNetwork>.Run(
            ref Parameters, ref Training(), batch, Threads, default(KeepGradient<T>), default, TOptimizer.DropoutPosition(optimizer));

    /// <summary>Takes a training step and returns the mean loss before it.</summary>
    public T Train(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, T learningRate) =>
        Train(new Batch<T>(inputs, targets, TNetwork.InputCount, TNetwork.TargetCount), learningRate);

    /// <inheritdoc cref="Train(ReadOnlySpan{T}, ReadOnlySpan{T}, T)"/>
    public T Train(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, T learningRate) =>
        Train(new Batch<T>(inputs, labels, TNetwork.InputCount, TNetwork.OutputCount), learningRate);

    /// <inheritdoc cref="Train(ReadOnlySpan{T}, ReadOnlySpan{T}, T)"/>
    public T Train(scoped in Batch<T> batch, T learningRate)
    {
        int before = guard.Enter();
        try
        {
            return Step(batch, learningRate);
        }
        finally
        {
            guard.Exit(before);
        }
    }

    private T Step(scoped in Batch<T> batch, T learningRate)
    {
        if (TOptimizer.ClipsGradient)
        {
            // The norm of the whole gradient comes before the first step.
            T loss = ComputeGradient(batch);
            TakeStep(learningRate);
            return loss;
        }

        double position = TOptimizer.DropoutPosition(optimizer);
        TStep weights = optimizer.Next(learningRate, default, out TStep biases);
        return BlockedTraining<T, TVectors, TNetwork>.Run(ref Parameters, ref Training(), batch, Threads, weights, biases, position);
    }

    /// <summary>Takes a step of the optimizer along the stored gradient.</summary>
    public void Update(T learningRate)
    {
        int before = guard.Enter();
        try
        {
            TakeStep(learningRate);
        }
        finally
        {
            guard.Exit(before);
        }
    }

    private void TakeStep(T learningRate)
    {
        ref T gradient = ref Training();
        TStep weights = optimizer.Next(learningRate, MemoryMarshal.CreateReadOnlySpan(ref gradient, TNetwork.BlockLength), out TStep biases);
        var action = new UpdateAction(ref Parameters, ref gradient, weights, biases);
        TVectors.AtWidest(ref action);
    }

    /// <summary>Copies the parameters, in flat order.</summary>
    public readonly void GetParameters(Span<T> destination)
    {
        Check.Length(destination.Length, TNetwork.ParameterCount, nameof(destination));
        CopyToFlat(Block, destination);
    }

    /// <summary>Sets the parameters, in flat order.</summary>
    public void SetParameters(ReadOnlySpan<T> source)
    {
        Check.Length(source.Length, TNetwork.ParameterCount, nameof(source));
        int before = guard.Enter();
        CopyFromFlat(source, Block);
        guard.Exit(before);
    }

    /// <summary>Copies the stored gradient, in flat order; zeros where there is none yet.</summary>
    public readonly void GetGradients(Span<T> destination)
    {
        Check.Length(destination.Length, TNetwork.ParameterCount, nameof(destination));
        if (training is null)
        {
            destination.Clear();
        }
        else
        {
            CopyToFlat(TrainingBlock(0), destination);
        }
    }

    /// <summary>Copies the parameters, what the optimizer keeps of them, and its counters.</summary>
    public void GetState(Span<T> state, Span<double> counters)
    {
        int count = TNetwork.ParameterCount;
        Check.Length(state.Length, (1 + TOptimizer.StateCount) * count, nameof(state));
        Check.Length(counters.Length, TOptimizer.CounterCount, nameof(counters));
        CopyToFlat(Block, state[..count]);
        if (training is null)
        {
            state[count..].Clear();
        }
        else
        {
            for (int i = 1; i <= TOptimizer.StateCount; i++)
            {
                CopyToFlat(TrainingBlock(i), state.Slice(i * count, count));
            }
        }

        Counters.CopyTo(counters);
    }

    /// <summary>Sets the parameters, what the optimizer keeps of them, and its counters.</summary>
    public void SetState(ReadOnlySpan<T> state, ReadOnlySpan<double> counters)
    {
        int count = TNetwork.ParameterCount;
        Check.Length(state.Length, (1 + TOptimizer.StateCount) * count, nameof(state));
        Check.Length(counters.Length, TOptimizer.CounterCount, nameof(counters));
        int before = guard.Enter();
        CopyFromFlat(state[..count], Block);
        for (int i = 1; i <= TOptimizer.StateCount; i++)
        {
            Training();
            CopyFromFlat(state.Slice(i * count, count), TrainingBlock(i));
        }

        counters.CopyTo(Counters);
        guard.Exit(before);
    }

    private static void CopyToFlat(ReadOnlySpan<T> block, Span<T> destination)
    {
        int flat = 0;
        for (int i = 0; i < TNetwork.TensorCount; i++)
        {
            BlockTensor tensor = TNetwork.Tensor(i);
            tensor.CopyToFlat(block, destination.Slice(flat, tensor.Count));
            flat += tensor.Count;
        }
    }

    private static void CopyFromFlat(ReadOnlySpan<T> source, Span<T> block)
    {
        int flat = 0;
        for (int i = 0; i < TNetwork.TensorCount; i++)
        {
            BlockTensor tensor = TNetwork.Tensor(i);
            tensor.CopyFromFlat(source.Slice(flat, tensor.Count), block);
            flat += tensor.Count;
        }
    }

    /// <summary>The memory of training, allocated where it is not there yet.</summary>
    private ref T Training()
    {
        if (training is null)
        {
            Blocks.Allocate((1 + TOptimizer.StateCount) * TNetwork.BlockLength, out T[] owner, out trainingStart);
            training = owner;
        }

        return ref training[trainingStart];
    }

    /// <summary>A block of that memory: 0 is the gradient, 1 the first number that the optimizer keeps.</summary>
    private readonly Span<T> TrainingBlock(int index) => new(training, trainingStart + (index * TNetwork.BlockLength), TNetwork.BlockLength);

    private readonly ref struct PredictAction(ref T parameters, ReadOnlySpan<T> inputs, Span<T> outputs, ref T scratch) : IVectorAction<T>
    {
        private readonly ref T parameters = ref parameters;
        private readonly ReadOnlySpan<T> inputs = inputs;
        private readonly Span<T> outputs = outputs;
        private readonly ref T scratch = ref scratch;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<V, L>()
            where V : struct
            where L : struct, ILanes<V, T>
        {
            TNetwork.Predict<V, L>(ref parameters, ref MemoryMarshal.GetReference(inputs), inputs.Length / TNetwork.InputCount, ref scratch);
            RowBlocks.GatherVectors<V, L, T>(ref Unsafe.Add(ref scratch, TNetwork.OutputOffset), TNetwork.OutputStride, outputs, TNetwork.OutputCount);
        }
    }

    private readonly ref struct UpdateAction(ref T parameters, ref T training, TStep weights, TStep biases) : IVectorAction<T>
    {
        private readonly ref T parameters = ref parameters;
        private readonly ref T training = ref training;

        public void Run<V, L>()
            where V : struct
            where L : struct, ILanes<V, T>
        {
            if (!TOptimizer.HasBiasStep)
            {
                DenseKernels.Update<V, L, T, TStep>(ref parameters, ref training, 0, TNetwork.BlockLength, weights);
                return;
            }

            for (int i = 0; i < TNetwork.TensorCount; i++)
            {
                BlockTensor tensor = TNetwork.Tensor(i);
                DenseKernels.Update<V, L, T, TStep>(ref parameters, ref training, tensor.Offset, tensor.End, tensor.IsBias ? biases : weights);
            }
        }
    }
}
