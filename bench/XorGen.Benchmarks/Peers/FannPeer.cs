using System.Runtime.InteropServices;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Peers;

/// <summary>FANN, called through DllImport without a transition of the garbage collector: a nanosecond or two for each call.</summary>
internal sealed class FannPeer : IPeer
{
    public string Name => "FANN";

    public string? Missing { get; } =
        NativeLibrary.TryLoad("libfann.so.2", out _) && NativeLibrary.TryLoad("libdoublefann.so.2", out _)
            ? null
            : "install libfann2 (Debian: apt-get install libfann2)";

    /// <summary>FANN has no softmax, and its training minimises another error than that of the larger networks here.</summary>
    public Contender? Enter(Work work) => work.Shape.Output == "softmax" || work.Kind is WorkKind.Train or WorkKind.Predict ? null : new FannContender(work);
}

/// <inheritdoc cref="FannPeer"/>
internal sealed unsafe class FannContender : Contender
{
    private const int SigmoidFunction = 3;
    private const int SymmetricSigmoidFunction = 5;

    private readonly nint network;
    private readonly NativeArray input;
    private int position;

    public FannContender(Work work)
        : base(work)
    {
        Shape shape = work.Shape;
        fixed (int* widths = shape.Widths)
        {
            network = Fann.fann_create_standard_array((uint)shape.Widths.Length, widths);
        }

        // With steepness 1, FANN's symmetric sigmoid is tanh; its sigmoid(x) is 1 / (1 + exp(-2 s x)).
        Fann.fann_set_activation_function_hidden(network, SymmetricSigmoidFunction);
        Fann.fann_set_activation_steepness_hidden(network, 1);
        Fann.fann_set_activation_function_output(network, shape.Output == "sigmoid" ? SigmoidFunction : 0);
        Fann.fann_set_activation_steepness_output(network, shape.Output == "sigmoid" ? 0.5f : 1);
        SetWeights();
        input = NativeArray.Of(Problem.Inputs, isDouble: false);
    }

    public override double[] Outputs(int rows)
    {
        var outputs = new double[rows * Work.Shape.Outputs];
        for (int row = 0; row < rows; row++)
        {
            float* result = Fann.fann_run(network, Row(row));
            for (int i = 0; i < Work.Shape.Outputs; i++)
            {
                outputs[(row * Work.Shape.Outputs) + i] = result[i];
            }
        }

        return outputs;
    }

    public override double[] ParametersAfter(int steps) => throw new NotSupportedException("FANN's training is not compared.");

    public override void Run(long operations)
    {
        float sum = 0;
        for (long i = 0; i < operations; i++)
        {
            if (Work.Kind == WorkKind.ForwardChain)
            {
                ((float*)input.Address)[0] = Fann.fann_run(network, Row(0))[0];
            }
            else
            {
                position = position + 1 < Problem.Rows ? position + 1 : 0;
                sum += Fann.fann_run(network, Row(position))[0];
            }
        }

        Keep(sum + Row(0)[0]);
    }

    protected override void Dispose(bool disposing)
    {
        Fann.fann_destroy(network);
        input.Dispose();
        base.Dispose(disposing);
    }

    private float* Row(int row) => (float*)input.Address + (row * Work.Shape.Inputs);

    /// <summary>FANN counts neurons through all layers, with a bias neuron at the end of each.</summary>
    private void SetWeights()
    {
        int at = 0;
        uint from = 0;
        for (int layer = 0; layer < Work.Shape.Layers; layer++)
        {
            uint rows = (uint)Work.Shape.Widths[layer] + 1;
            for (uint i = 0; i < rows; i++)
            {
                for (uint j = 0; j < Work.Shape.Widths[layer + 1]; j++)
                {
                    Fann.fann_set_weight(network, from + i, from + rows + j, Problem.Parameters[at++]);
                }
            }

            from += rows;
        }
    }
}
