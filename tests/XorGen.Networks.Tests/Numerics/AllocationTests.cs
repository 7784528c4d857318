using System.Numerics;
using XorGen.Dropout;
using XorGen.Learned;
using XorGen.Training;

namespace XorGen.Numerics;

/// <summary>After the first call, no member of a network allocates a byte.</summary>
public class AllocationTests
{
    private const int Rows = 37;

    [Fact]
    public void A_tiny_network_allocates_nothing() => AssertAllocatesNothing<XorTanhSingle, float>(new XorTanhSingle());

    [Fact]
    public void Nor_does_one_in_double_precision() => AssertAllocatesNothing<XorTanhDouble, double>(new XorTanhDouble());

    [Fact]
    public void Nor_does_a_struct() => AssertAllocatesNothing<RegressionStruct, float>(new RegressionStruct(1));

    [Fact]
    public void Nor_does_a_large_network() => AssertAllocatesNothing<TiledClassifier, float>(new TiledClassifier());

    [Fact]
    public void Nor_does_a_large_one_in_double_precision() => AssertAllocatesNothing<TiledRegression, double>(new TiledRegression());

    [Fact]
    public void Nor_does_dropout()
    {
        AssertAllocatesNothing<DroppingScalarDouble, double>(new DroppingScalarDouble());
        AssertAllocatesNothing<DroppingVector, float>(new DroppingVector());
    }

    [Fact]
    public void Nor_does_a_learned_slope()
    {
        AssertAllocatesNothing<PReluScalar, double>(new PReluScalar());
        AssertAllocatesNothing<PReluVector, float>(new PReluVector());
    }

    [Fact]
    public void Nor_do_labels()
    {
        AssertLabelsAllocateNothing<ScalarClassifier, float>(new ScalarClassifier());
        AssertLabelsAllocateNothing<TiledClassifier, float>(new TiledClassifier());
    }

    [Fact]
    public void Nor_does_Forward_with_arguments()
    {
        var tiny = new XorTanhSingle();
        var large = new TiledWithArguments();
        AssertNothing("Forward", () => tiny.Forward(0.5f, 0.25f));
        AssertNothing("Forward", () => large.Forward(1, 2, 3, 4, 5, 6));
    }

    [Fact]
    public void Fit_allocates_as_much_for_ten_thousand_epochs_as_for_ten()
    {
        var network = new XorTanhSingle();
        long Allocated(int epochs, int batchSize)
        {
            var options = new TrainingOptions { Epochs = epochs, BatchSize = batchSize, LossHistoryInterval = 10_000 };
            network.Fit(Xor.SingleInputs, Xor.SingleTargets, options);
            long before = GC.GetAllocatedBytesForCurrentThread();
            network.Fit(Xor.SingleInputs, Xor.SingleTargets, options);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(Allocated(10, batchSize: 4), Allocated(10_000, batchSize: 4));
        Assert.Equal(Allocated(10, batchSize: 3), Allocated(10_000, batchSize: 3));
    }

    private static void AssertAllocatesNothing<TNetwork, T>(TNetwork network)
        where TNetwork : ITrainable<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        NetworkDescription description = network.Description;
        var inputs = new T[Rows * description.InputCount];
        var targets = new T[Rows * description.OutputCount];
        var outputs = new T[Rows * description.OutputCount];
        var parameters = new T[description.ParameterCount];
        T[] weights = [.. Enumerable.Repeat(T.One, Rows)];
        T rate = T.CreateTruncating(0.001);
        AssertNothing("Forward", () => network.Forward(inputs.AsSpan(0, description.InputCount), outputs.AsSpan(0, description.OutputCount)));
        AssertNothing("Predict", () => network.Predict(inputs, outputs));
        AssertNothing("Evaluate", () => network.Evaluate(inputs, targets));
        AssertNothing("Backward", () => network.Backward(inputs, targets));
        AssertNothing("Update", () => network.Update(rate));
        AssertNothing("Train", () => network.Train(inputs, targets, rate));
        AssertNothing("Evaluate with weights", () => network.Evaluate(new Batch<T>(inputs, targets, description.InputCount, description.TargetCount).WithWeights<T>(weights)));
        AssertNothing("Train with weights", () => network.Train(new Batch<T>(inputs, targets, description.InputCount, description.TargetCount).WithWeights<T>(weights), rate));
        AssertNothing("GetParameters", () => network.GetParameters(parameters));
        AssertNothing("SetParameters", () => network.SetParameters(parameters));
        AssertNothing("GetGradients", () => network.GetGradients(parameters));
        AssertNothing("Initialize", () => network.Initialize(3));
        AssertNothing("Description", () => _ = network.Description);
    }

    private static void AssertLabelsAllocateNothing<TNetwork, T>(TNetwork network)
        where TNetwork : ITrainable<T>, IClassifier<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var inputs = new T[Rows * network.Description.InputCount];
        var labels = new int[Rows];
        T[] weights = [.. Enumerable.Repeat(T.One, Rows)];
        T rate = T.CreateTruncating(0.001);
        AssertNothing("Evaluate", () => network.Evaluate(inputs, labels));
        AssertNothing("Backward", () => network.Backward(inputs, labels));
        AssertNothing("Train", () => network.Train(inputs, labels, rate));
        AssertNothing("Train with weights", () => network.Train(new Batch<T>(inputs, labels, network.Description.InputCount, network.Description.OutputCount).WithWeights<T>(weights), rate));
        AssertNothing("Accuracy", () => network.Accuracy(inputs, labels));
    }

    private static void AssertNothing(string what, Action action)
    {
        action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
        {
            action();
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated == 0, $"{what} has allocated {allocated} bytes in 10 calls.");
    }
}
