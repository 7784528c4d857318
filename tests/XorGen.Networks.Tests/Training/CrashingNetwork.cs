namespace XorGen.Training;

/// <summary>A network that trains like another one, until it throws.</summary>
internal sealed class CrashingNetwork<TNetwork, T>(TNetwork network) : ITrainable<T>
    where TNetwork : ITrainable<T>
    where T : unmanaged
{
    private TNetwork network = network;

    /// <summary>Gets or sets after how many steps it throws.</summary>
    public int StepsLeft { get; set; }

    public NetworkDescription Description => network.Description;

    public int Seed
    {
        get => network.Seed;
        set => network.Seed = value;
    }

    public int StateCount => network.StateCount;

    public int CounterCount => network.CounterCount;

    public T Train(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, T learningRate) =>
        StepsLeft-- > 0 ? network.Train(inputs, targets, learningRate) : throw new TimeoutException();

    public T Train(scoped in Batch<T> batch, T learningRate) =>
        StepsLeft-- > 0 ? network.Train(batch, learningRate) : throw new TimeoutException();

    public T Evaluate(scoped in Batch<T> batch) => network.Evaluate(batch);

    public T Backward(scoped in Batch<T> batch) => network.Backward(batch);

    public void GetState(Span<T> state, Span<double> counters) => network.GetState(state, counters);

    public void SetState(ReadOnlySpan<T> state, ReadOnlySpan<double> counters) => network.SetState(state, counters);

    public void Initialize(int seed) => network.Initialize(seed);

    public void Forward(ReadOnlySpan<T> input, Span<T> output) => network.Forward(input, output);

    public void Predict(ReadOnlySpan<T> inputs, Span<T> outputs) => network.Predict(inputs, outputs);

    public T Evaluate(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets) => network.Evaluate(inputs, targets);

    public T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets) => network.Backward(inputs, targets);

    public void Update(T learningRate) => network.Update(learningRate);

    public TrainingReport Fit(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, TrainingOptions? options = null) => network.Fit(inputs, targets, options);

    public void GetParameters(Span<T> destination) => network.GetParameters(destination);

    public void SetParameters(ReadOnlySpan<T> source) => network.SetParameters(source);

    public void GetGradients(Span<T> destination) => network.GetGradients(destination);
}
