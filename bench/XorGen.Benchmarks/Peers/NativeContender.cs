using System.Text;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Peers;

/// <summary>A native library at a work.</summary>
internal sealed unsafe class NativeContender : Contender
{
    private readonly NativeExports exports;
    private readonly NativeArray inputs;
    private readonly NativeArray targets;
    private readonly nint network;

    public NativeContender(Work work, NativeExports exports)
        : base(work)
    {
        this.exports = exports;
        inputs = NativeArray.Of(Problem.Inputs, work.Shape.Double);
        targets = NativeArray.Of(Problem.Targets, work.Shape.Double);
        network = Create();
    }

    public override bool IsManaged => false;

    public override double[] Outputs(int rows)
    {
        using var outputs = new NativeArray(rows * Work.Shape.Outputs, Work.Shape.Double);
        exports.Outputs(network, inputs.Address, outputs.Address, rows, Work.Kind == WorkKind.Predict ? 1 : 0);
        return outputs.ToArray();
    }

    public override double[] ParametersAfter(int steps)
    {
        nint trained = Create();
        exports.Train(trained, inputs.Address, targets.Address, Work.Batches, Problem.CheckedRate, steps);
        using var parameters = new NativeArray(Work.Shape.ParameterCount, Work.Shape.Double);
        exports.Store(trained, parameters.Address);
        exports.Destroy(trained);
        return parameters.ToArray();
    }

    public override void Run(long operations) => Keep(Work.Kind switch
    {
        WorkKind.Forward => exports.Forward(network, inputs.Address, Problem.Rows, operations),
        WorkKind.ForwardChain => exports.Chain(network, inputs.Address, operations),
        WorkKind.Predict => exports.Predict(network, inputs.Address, Work.Batches, operations),
        _ => exports.Train(network, inputs.Address, targets.Address, Work.Batches, Problem.TimedRate, operations),
    });

    protected override void Dispose(bool disposing)
    {
        exports.Destroy(network);
        inputs.Dispose();
        targets.Dispose();
        base.Dispose(disposing);
    }

    private nint Create()
    {
        using NativeArray parameters = NativeArray.Of(Problem.Parameters, Work.Shape.Double);
        fixed (byte* name = Encoding.ASCII.GetBytes(Work.Shape.Name + "\0"))
        {
            return exports.Create(name, parameters.Address);
        }
    }
}
