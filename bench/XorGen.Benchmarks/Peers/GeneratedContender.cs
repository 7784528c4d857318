using System.Numerics;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Peers;

/// <summary>A network of XorGen at a work.</summary>
internal class GeneratedContender<TCalls, T> : Contender
    where TCalls : struct, INetworkCalls<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TCalls calls;
    private readonly INetwork<T> timed;
    private readonly Func<INetwork<T>> create;
    private readonly T[] inputs;
    private readonly T[] targets;
    private readonly T[] outputs;
    private int position;

    public GeneratedContender(Work work, TCalls calls, INetwork<T> timed, Func<INetwork<T>> create)
        : base(work)
    {
        this.calls = calls;
        this.timed = timed;
        this.create = create;
        inputs = Array.ConvertAll(Problem.Inputs, T.CreateChecked);
        targets = Array.ConvertAll(Problem.Targets, T.CreateChecked);
        outputs = new T[work.Batch * work.Shape.Outputs];
        timed.SetParameters(Start());
    }

    public override double[] Outputs(int rows)
    {
        var results = new T[rows * Work.Shape.Outputs];
        int width = Work.Kind == WorkKind.Predict ? rows : 1;
        for (int row = 0; row < rows; row += width)
        {
            ReadOnlySpan<T> from = inputs.AsSpan(row * Work.Shape.Inputs, width * Work.Shape.Inputs);
            Span<T> to = results.AsSpan(row * Work.Shape.Outputs, width * Work.Shape.Outputs);
            if (width == 1)
            {
                calls.Forward(from, to);
            }
            else
            {
                calls.Predict(from, to);
            }
        }

        return Array.ConvertAll(results, double.CreateChecked);
    }

    public override double[] ParametersAfter(int steps)
    {
        INetwork<T> network = create();
        network.SetParameters(Start());
        for (int step = 0; step < steps; step++)
        {
            network.Train(InputsOf(step % Work.Batches), TargetsOf(step % Work.Batches), T.CreateChecked(Problem.CheckedRate));
        }

        var parameters = new T[Work.Shape.ParameterCount];
        network.GetParameters(parameters);
        return Array.ConvertAll(parameters, double.CreateChecked);
    }

    public override void Run(long operations)
    {
        switch (Work.Kind)
        {
            case WorkKind.Forward:
                Forward(operations);
                break;
            case WorkKind.ForwardChain:
                Chain(operations);
                break;
            case WorkKind.Predict:
                Predict(operations);
                break;
            default:
                Train(operations);
                break;
        }
    }

    protected virtual void Forward(long operations)
    {
        T sum = T.Zero;
        int width = Work.Shape.Inputs;
        Span<T> output = outputs;
        for (long i = 0; i < operations; i++)
        {
            position = position + 1 < Problem.Rows ? position + 1 : 0;
            calls.Forward(inputs.AsSpan(position * width, width), output);
            sum += output[0];
        }

        Keep(double.CreateChecked(sum));
    }

    protected virtual void Chain(long operations)
    {
        T[] row = inputs[..Work.Shape.Inputs];
        Span<T> output = outputs;
        for (long i = 0; i < operations; i++)
        {
            calls.Forward(row, output);
            row[0] = output[0];
        }

        Keep(double.CreateChecked(row[0]));
    }

    private void Predict(long operations)
    {
        for (long i = 0; i < operations; i++)
        {
            position = position + 1 < Work.Batches ? position + 1 : 0;
            calls.Predict(InputsOf(position), outputs);
        }

        Keep(double.CreateChecked(outputs[0]));
    }

    private void Train(long operations)
    {
        T loss = T.Zero;
        T rate = T.CreateChecked(Problem.TimedRate);
        for (long i = 0; i < operations; i++)
        {
            position = position + 1 < Work.Batches ? position + 1 : 0;
            loss += calls.Train(InputsOf(position), TargetsOf(position), rate);
        }

        Keep(double.CreateChecked(loss));
    }

    private ReadOnlySpan<T> InputsOf(int batch) =>
        inputs.AsSpan(batch * Work.Batch * Work.Shape.Inputs, Work.Batch * Work.Shape.Inputs);

    private ReadOnlySpan<T> TargetsOf(int batch) =>
        targets.AsSpan(batch * Work.Batch * Work.Shape.Outputs, Work.Batch * Work.Shape.Outputs);

    private T[] Start() => Array.ConvertAll(Problem.Parameters, T.CreateChecked);
}
