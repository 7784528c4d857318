using System.Numerics;

namespace XorGen.Verification;

/// <summary>A network one of whose derivatives is off by a number.</summary>
internal sealed class ShiftedGradient<T>(INetwork<T> network, int parameter, T error) : INetwork<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public NetworkDescription Description => network.Description;

    public void GetGradients(Span<T> destination)
    {
        network.GetGradients(destination);
        destination[parameter] += error;
    }

    public void Initialize(int seed) => network.Initialize(seed);

    public void Forward(ReadOnlySpan<T> input, Span<T> output) => network.Forward(input, output);

    public void Predict(ReadOnlySpan<T> inputs, Span<T> outputs) => network.Predict(inputs, outputs);

    public T Evaluate(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets) => network.Evaluate(inputs, targets);

    public T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets) => network.Backward(inputs, targets);

    public void Update(T learningRate) => network.Update(learningRate);

    public T Train(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, T learningRate) =>
        network.Train(inputs, targets, learningRate);

    public TrainingReport Fit(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, TrainingOptions? options = null) =>
        network.Fit(inputs, targets, options);

    public void GetParameters(Span<T> destination) => network.GetParameters(destination);

    public void SetParameters(ReadOnlySpan<T> source) => network.SetParameters(source);
}
