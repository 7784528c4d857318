namespace XorGen.Verification;

/// <summary>A network one of whose derivatives is wrong by one part in ten thousand.</summary>
internal sealed class WrongGradient(INetwork<double> network, int parameter) : INetwork<double>
{
    public const double RelativeError = 1e-4;

    public NetworkDescription Description => network.Description;

    public void GetGradients(Span<double> destination)
    {
        network.GetGradients(destination);
        destination[parameter] *= 1 + RelativeError;
    }

    public void Initialize(int seed) => network.Initialize(seed);

    public void Forward(ReadOnlySpan<double> input, Span<double> output) => network.Forward(input, output);

    public void Predict(ReadOnlySpan<double> inputs, Span<double> outputs) => network.Predict(inputs, outputs);

    public double Evaluate(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets) => network.Evaluate(inputs, targets);

    public double Backward(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets) => network.Backward(inputs, targets);

    public void Update(double learningRate) => network.Update(learningRate);

    public double Train(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, double learningRate) =>
        network.Train(inputs, targets, learningRate);

    public TrainingReport Fit(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, TrainingOptions? options = null) =>
        network.Fit(inputs, targets, options);

    public void GetParameters(Span<double> destination) => network.GetParameters(destination);

    public void SetParameters(ReadOnlySpan<double> source) => network.SetParameters(source);
}
