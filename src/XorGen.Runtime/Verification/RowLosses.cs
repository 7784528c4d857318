using XorGen.Training;

namespace XorGen;

/// <summary>The loss of a network on given rows, whatever its targets are.</summary>
internal interface IRowLoss<T>
    where T : unmanaged
{
    /// <summary>Returns the mean loss.</summary>
    T Evaluate();

    /// <summary>Returns the mean loss and leaves its gradient in the network.</summary>
    T Backward();
}

/// <summary>The loss on rows whose targets are values.</summary>
internal readonly ref struct ValueLoss<T>(INetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets) : IRowLoss<T>
    where T : unmanaged
{
    private readonly ReadOnlySpan<T> inputs = inputs;
    private readonly ReadOnlySpan<T> targets = targets;

    public T Evaluate() => network.Evaluate(inputs, targets);

    public T Backward() => network.Backward(inputs, targets);
}

/// <summary>The loss on rows whose targets are class labels.</summary>
internal readonly ref struct LabelLoss<T>(IClassifier<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels) : IRowLoss<T>
    where T : unmanaged
{
    private readonly ReadOnlySpan<T> inputs = inputs;
    private readonly ReadOnlySpan<int> labels = labels;

    public T Evaluate() => network.Evaluate(inputs, labels);

    public T Backward() => network.Backward(inputs, labels);
}

/// <summary>The loss of a batch.</summary>
internal readonly ref struct BatchLoss<T>(ITrainable<T> network, Batch<T> batch) : IRowLoss<T>
    where T : unmanaged
{
    private readonly Batch<T> batch = batch;

    public T Evaluate() => network.Evaluate(batch);

    public T Backward() => network.Backward(batch);
}

/// <summary>The loss as Backward sees it: with what dropout leaves of the values.</summary>
internal readonly ref struct LossOfBackward<TLoss, T>(TLoss loss) : IRowLoss<T>
    where TLoss : IRowLoss<T>, allows ref struct
    where T : unmanaged
{
    private readonly TLoss loss = loss;

    public T Evaluate() => loss.Backward();

    public T Backward() => loss.Backward();
}
