using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using XorGen.Numerics;
using XorGen.Training;

namespace XorGen.SecondOrder;

/// <summary>The second-order optimizer of a network, which the first call that trains allocates.</summary>
/// <typeparam name="T">The type of a parameter.</typeparam>
/// <typeparam name="TOptimizer">The optimizer.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815", Justification = "Networks are not compared.")]
public struct SecondOrderMemory<T, TOptimizer>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TOptimizer : class, ISecondOrderOptimizer<TOptimizer, T>
{
    private TOptimizer? optimizer;

    /// <summary>Gets how many numbers it keeps of each parameter between steps.</summary>
    public readonly int StateCount => TOptimizer.NumbersOfParameter;

    /// <summary>Gets how many other numbers it keeps between steps.</summary>
    public readonly int CounterCount => TOptimizer.OtherNumbers;

    /// <summary>Returns the optimizer.</summary>
    /// <param name="parameterCount">The number of parameters of the network.</param>
    public TOptimizer Of(int parameterCount) => optimizer ??= TOptimizer.Create(parameterCount);

    /// <summary>Takes a training step on rows of targets.</summary>
    public T Train(ITrainable<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, T learningRate)
    {
        NetworkDescription description = network.Description;
        return Train(network, new Batch<T>(inputs, targets, description.InputCount, description.TargetCount), learningRate);
    }

    /// <summary>Takes a training step on rows with class labels.</summary>
    public T Train(ITrainable<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, T learningRate)
    {
        NetworkDescription description = network.Description;
        return Train(network, new Batch<T>(inputs, labels, description.InputCount, description.OutputCount), learningRate);
    }

    /// <summary>Takes a training step on a batch.</summary>
    public T Train(ITrainable<T> network, scoped in Batch<T> batch, T learningRate) =>
        Of(network.Description.ParameterCount).Train(network, batch, learningRate);

    /// <summary>Forgets what it knows of past steps.</summary>
    public readonly void Reset() => optimizer?.Reset();

    /// <summary>Copies the parameters and what the optimizer keeps.</summary>
    public readonly void GetState(ITrainable<T> network, Span<T> state, Span<double> counters)
    {
        int count = CheckLengths(network, state.Length, counters.Length);
        network.GetParameters(state[..count]);
        if (optimizer is null)
        {
            state[count..].Clear();
            counters.Clear();
        }
        else
        {
            optimizer.GetState(state[..count], state[count..], counters);
        }
    }

    /// <summary>Sets the parameters and what the optimizer keeps.</summary>
    public void SetState(ITrainable<T> network, ReadOnlySpan<T> state, ReadOnlySpan<double> counters)
    {
        int count = CheckLengths(network, state.Length, counters.Length);
        network.SetParameters(state[..count]);
        Of(count).SetState(state[..count], state[count..], counters);
    }

    private readonly int CheckLengths(ITrainable<T> network, int state, int counters)
    {
        int count = network.Description.ParameterCount;
        Check.Length(state, (1 + StateCount) * count, nameof(state));
        Check.Length(counters, CounterCount, nameof(counters));
        return count;
    }
}
