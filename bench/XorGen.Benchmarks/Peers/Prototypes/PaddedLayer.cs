using XorGen.Benchmarks.Measurement;

namespace XorGen.Benchmarks.Peers.Prototypes;

/// <summary>A layer's weights [input][neuron] and then its biases, rows padded to vectors of 16, on a boundary of 64 bytes.</summary>
internal sealed unsafe class PaddedLayer
{
    private readonly int inputs;
    private readonly int neurons;

    public PaddedLayer(int inputs, int neurons, ReadOnlySpan<float> parameters)
    {
        this.inputs = inputs;
        this.neurons = neurons;
        Stride = (neurons + 15) / 16 * 16;
        Weights = AlignedMemory.Allocate((inputs + 1) * Stride);
        for (int i = 0; i <= inputs; i++)
        {
            parameters.Slice(i * neurons, neurons).CopyTo(new Span<float>(Weights + (i * Stride), neurons));
        }
    }

    public int Stride { get; }

    public float* Weights { get; }

    public float* Biases => Weights + (inputs * Stride);

    public void AddTo(List<double> parameters)
    {
        for (int i = 0; i <= inputs; i++)
        {
            for (int j = 0; j < neurons; j++)
            {
                parameters.Add(Weights[(i * Stride) + j]);
            }
        }
    }
}
