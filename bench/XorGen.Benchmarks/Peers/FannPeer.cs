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

    /// <summary>FANN has no softmax, and it trains on the squared error.</summary>
    public Contender? Enter(Work work) =>
        work.Shape.Double || work.Shape.Output == "softmax" || work.Kind == WorkKind.Predict || (work.Kind == WorkKind.Train && !work.Shape.SquaredError)
            ? null
            : new FannContender(work);
}

/// <inheritdoc cref="FannPeer"/>
internal sealed unsafe class FannContender : Contender
{
    private const int SigmoidFunction = 3;
    private const int SymmetricSigmoidFunction = 5;

    private readonly nint network;
    private readonly NativeArray input;
    private readonly FannData* data;
    private int position;

    public FannContender(Work work)
        : base(work)
    {
        network = Create();
        input = NativeArray.Of(Problem.Inputs, isDouble: false);
        data = CreateData();
        SetRate(network, Problem.TimedRate);
    }

    public override bool IsManaged => false;

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

    public override double[] ParametersAfter(int steps)
    {
        nint trained = Create();
        SetRate(trained, Problem.CheckedRate);
        for (int step = 0; step < steps; step++)
        {
            _ = Fann.fann_train_epoch_batch(trained, data);
        }

        double[] parameters = Weights(trained);
        Fann.fann_destroy(trained);
        return parameters;
    }

    public override void Run(long operations)
    {
        float sum = 0;
        for (long i = 0; i < operations; i++)
        {
            if (Work.Kind == WorkKind.Train)
            {
                sum += Fann.fann_train_epoch_batch(network, data);
            }
            else if (Work.Kind == WorkKind.ForwardChain)
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
        Fann.fann_destroy_train(data);
        input.Dispose();
        base.Dispose(disposing);
    }

    private float* Row(int row) => (float*)input.Address + (row * Work.Shape.Inputs);

    /// <summary>FANN takes half the sum of squares where the others take their mean: with one output, half the gradient.</summary>
    private static void SetRate(nint network, double rate) => Fann.fann_set_learning_rate(network, (float)(2 * rate));

    private nint Create()
    {
        Shape shape = Work.Shape;
        nint created;
        fixed (int* widths = shape.Widths)
        {
            created = Fann.fann_create_standard_array((uint)shape.Widths.Length, widths);
        }

        // With steepness 1, FANN's symmetric sigmoid is tanh; its sigmoid(x) is 1 / (1 + exp(-2 s x)). Error function 0 is the plain difference.
        Fann.fann_set_activation_function_hidden(created, SymmetricSigmoidFunction);
        Fann.fann_set_activation_steepness_hidden(created, 1);
        Fann.fann_set_activation_function_output(created, shape.Output == "sigmoid" ? SigmoidFunction : 0);
        Fann.fann_set_activation_steepness_output(created, shape.Output == "sigmoid" ? 0.5f : 1);
        Fann.fann_set_train_error_function(created, 0);
        int at = 0;
        foreach ((uint from, uint to) in Connections())
        {
            Fann.fann_set_weight(created, from, to, Problem.Parameters[at++]);
        }

        return created;
    }

    private double[] Weights(nint trained)
    {
        var connections = new FannConnection[Fann.fann_get_total_connections(trained)];
        fixed (FannConnection* first = connections)
        {
            Fann.fann_get_connection_array(trained, first);
        }

        Dictionary<(uint From, uint To), double> weights = connections.ToDictionary(one => (one.From, one.To), one => (double)one.Weight);
        return [.. Connections().Select(connection => weights[connection])];
    }

    private FannData* CreateData()
    {
        Shape shape = Work.Shape;
        FannData* created = Fann.fann_create_train((uint)Problem.Rows, (uint)shape.Inputs, (uint)shape.Outputs);
        for (int row = 0; row < Problem.Rows; row++)
        {
            Problem.Inputs.AsSpan(row * shape.Inputs, shape.Inputs).CopyTo(new Span<float>(created->Inputs[row], shape.Inputs));
            Problem.Targets.AsSpan(row * shape.Outputs, shape.Outputs).CopyTo(new Span<float>(created->Outputs[row], shape.Outputs));
        }

        return created;
    }

    /// <summary>Returns the connections in the order of the parameters. FANN counts neurons through all layers, with a bias neuron at the end of each.</summary>
    private IEnumerable<(uint From, uint To)> Connections()
    {
        uint from = 0;
        for (int layer = 0; layer < Work.Shape.Layers; layer++)
        {
            uint rows = (uint)Work.Shape.Widths[layer] + 1;
            for (uint i = 0; i < rows; i++)
            {
                for (uint j = 0; j < Work.Shape.Widths[layer + 1]; j++)
                {
                    yield return (from + i, from + rows + j);
                }
            }

            from += rows;
        }
    }
}
