using System.Numerics;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Peers;

/// <summary>C# with arrays and loops.</summary>
internal sealed class LoopsPeer : IPeer
{
    public string Name => "C# loops";

    public string? Missing => null;

    public Contender Enter(Work work) => work.Shape.Double ? new LoopsContender<double>(work) : new LoopsContender<float>(work);
}

/// <inheritdoc cref="LoopsPeer"/>
internal sealed class LoopsContender<T>(Work work) : Contender(work)
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly Loops<T> network = new(work.Problem);

    private int position;

    public override double[] Outputs(int rows) => new Loops<T>(Problem).Predict(rows);

    public override double[] ParametersAfter(int steps)
    {
        var trained = new Loops<T>(Problem);
        for (int step = 0; step < steps; step++)
        {
            trained.Train(step % Work.Batches, Work.Batch, Problem.CheckedRate);
        }

        return trained.GetParameters();
    }

    public override void Run(long operations)
    {
        T sum = T.Zero;
        for (long i = 0; i < operations; i++)
        {
            position = position + 1 < Work.Batches ? position + 1 : 0;
            switch (Work.Kind)
            {
                case WorkKind.Train:
                    network.Train(position, Work.Batch, Problem.TimedRate);
                    break;
                case WorkKind.ForwardChain:
                    network.Forward();
                    network.Input[0] = network.Output[0];
                    break;
                default:
                    for (int row = 0; row < Work.Batch; row++)
                    {
                        network.SetInput((position * Work.Batch) + row);
                        network.Forward();
                        sum += network.Output[0];
                    }

                    break;
            }
        }

        Keep(double.CreateChecked(sum + network.Output[0]));
    }
}
