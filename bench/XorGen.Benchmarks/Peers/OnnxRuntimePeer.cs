using Microsoft.ML.OnnxRuntime;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Peers;

/// <summary>
/// ONNX Runtime: one thread, all graph optimisations, bound inputs and outputs. A single row is copied to the bound memory, as
/// the next rows of a control loop would be; batches are bound where they lie, each anew for its call, and not copied. It only infers.
/// </summary>
internal sealed class OnnxRuntimePeer : IPeer
{
    public string Name => "ONNX Runtime";

    public string? Missing { get; } = FindMissing();

    public Contender? Enter(Work work) =>
        work.Kind == WorkKind.Train || work.Shape.Double ? null : new OnnxRuntimeContender(work);

    private static string? FindMissing()
    {
        try
        {
            _ = OrtEnv.Instance().GetVersionString();
            return null;
        }
        catch (TypeInitializationException)
        {
            return "the native part of the NuGet package Microsoft.ML.OnnxRuntime does not load here";
        }
        catch (DllNotFoundException)
        {
            return "the NuGet package Microsoft.ML.OnnxRuntime has no native part for this machine";
        }
    }
}

/// <inheritdoc cref="OnnxRuntimePeer"/>
internal sealed class OnnxRuntimeContender : Contender
{
    private readonly InferenceSession session;
    private readonly RunOptions runOptions = new();
    private readonly OrtIoBinding binding;
    private readonly OrtValue[] inputValues;
    private readonly OrtValue outputValue;
    private readonly float[] input;
    private readonly float[] output;
    private int position;

    public OnnxRuntimeContender(Work work)
        : base(work)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        session = new InferenceSession(OnnxModel.Of(Problem), options);
        int batches = work.Kind == WorkKind.Predict ? work.Batches : 1;
        input = GC.AllocateArray<float>(batches * work.Batch * work.Shape.Inputs, pinned: true);
        Problem.Inputs.AsSpan(0, input.Length).CopyTo(input);
        output = GC.AllocateArray<float>(work.Batch * work.Shape.Outputs, pinned: true);
        inputValues = [.. Enumerable.Range(0, batches).Select(batch => OrtValue.CreateTensorValueFromMemory(
            OrtMemoryInfo.DefaultInstance, input.AsMemory(batch * work.Batch * work.Shape.Inputs, work.Batch * work.Shape.Inputs), [work.Batch, work.Shape.Inputs]))];
        outputValue = OrtValue.CreateTensorValueFromMemory(output, [work.Batch, work.Shape.Outputs]);
        binding = session.CreateIoBinding();
        binding.BindInput("x", inputValues[0]);
        binding.BindOutput("y", outputValue);
    }

    public override double[] Outputs(int rows)
    {
        var outputs = new List<double>();
        for (int batch = 0; batch < rows / Work.Batch; batch++)
        {
            SetInput(batch);
            session.RunWithBinding(runOptions, binding);
            outputs.AddRange(output.Select(value => (double)value));
        }

        return [.. outputs];
    }

    public override double[] ParametersAfter(int steps) => throw new NotSupportedException("ONNX Runtime only infers.");

    public override void Run(long operations)
    {
        float sum = 0;
        for (long i = 0; i < operations; i++)
        {
            if (Work.Kind == WorkKind.ForwardChain)
            {
                input[0] = output[0];
            }
            else
            {
                position = position + 1 < Work.Batches ? position + 1 : 0;
                SetInput(position);
            }

            session.RunWithBinding(runOptions, binding);
            sum += output[0];
        }

        Keep(sum);
    }

    protected override void Dispose(bool disposing)
    {
        binding.Dispose();
        Array.ForEach(inputValues, value => value.Dispose());
        outputValue.Dispose();
        runOptions.Dispose();
        session.Dispose();
        base.Dispose(disposing);
    }

    private void SetInput(int batch)
    {
        if (inputValues.Length > 1)
        {
            binding.BindInput("x", inputValues[batch]);
        }
        else
        {
            Problem.Inputs.AsSpan(batch * input.Length, input.Length).CopyTo(input);
        }
    }
}
