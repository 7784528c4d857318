using XorGen.Benchmarks.Networks;

namespace XorGen.Benchmarks.Peers;

internal readonly struct FlowersCalls(Flowers network) : INetworkCalls<float>
{
    public void Forward(ReadOnlySpan<float> input, Span<float> output) => network.Forward(input, output);

    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => network.Predict(inputs, outputs);

    public float Train(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate) => network.Train(inputs, targets, learningRate);
}

internal readonly struct MatrixExponentialCalls(MatrixExponential network) : INetworkCalls<float>
{
    public void Forward(ReadOnlySpan<float> input, Span<float> output) => network.Forward(input, output);

    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => network.Predict(inputs, outputs);

    public float Train(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate) => network.Train(inputs, targets, learningRate);
}

internal readonly struct DigitsCalls(Digits network) : INetworkCalls<float>
{
    public void Forward(ReadOnlySpan<float> input, Span<float> output) => network.Forward(input, output);

    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => network.Predict(inputs, outputs);

    public float Train(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate) => network.Train(inputs, targets, learningRate);
}

internal readonly struct PolicyCalls(Policy network) : INetworkCalls<float>
{
    public void Forward(ReadOnlySpan<float> input, Span<float> output) => network.Forward(input, output);

    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => network.Predict(inputs, outputs);

    public float Train(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate) => network.Train(inputs, targets, learningRate);
}

internal readonly struct MnistSgdCalls(MnistSgd network) : INetworkCalls<float>
{
    public void Forward(ReadOnlySpan<float> input, Span<float> output) => network.Forward(input, output);

    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => network.Predict(inputs, outputs);

    public float Train(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate) => network.Train(inputs, targets, learningRate);
}

internal readonly struct MnistAdamCalls(MnistAdam network) : INetworkCalls<float>
{
    public void Forward(ReadOnlySpan<float> input, Span<float> output) => network.Forward(input, output);

    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => network.Predict(inputs, outputs);

    public float Train(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate) => network.Train(inputs, targets, learningRate);
}

internal readonly struct ProductCalls(Product network) : INetworkCalls<float>
{
    public void Forward(ReadOnlySpan<float> input, Span<float> output) => network.Forward(input, output);

    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => network.Predict(inputs, outputs);

    public float Train(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate) => network.Train(inputs, targets, learningRate);
}

internal readonly struct XorSingleCalls(XorSingle network) : INetworkCalls<float>
{
    public void Forward(ReadOnlySpan<float> input, Span<float> output) => network.Forward(input, output);

    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => network.Predict(inputs, outputs);

    public float Train(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate) => network.Train(inputs, targets, learningRate);
}

internal readonly struct XorDoubleCalls(XorDouble network) : INetworkCalls<double>
{
    public void Forward(ReadOnlySpan<double> input, Span<double> output) => network.Forward(input, output);

    public void Predict(ReadOnlySpan<double> inputs, Span<double> outputs) => network.Predict(inputs, outputs);

    public double Train(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, double learningRate) => network.Train(inputs, targets, learningRate);
}

internal readonly struct XorSquaredErrorCalls(XorSquaredError network) : INetworkCalls<float>
{
    public void Forward(ReadOnlySpan<float> input, Span<float> output) => network.Forward(input, output);

    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => network.Predict(inputs, outputs);

    public float Train(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate) => network.Train(inputs, targets, learningRate);
}
