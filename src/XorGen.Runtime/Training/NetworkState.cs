using System.Numerics;

namespace XorGen.Training;

/// <summary>Holds the whole state of a network: parameters, what the optimizer keeps of them, counters.</summary>
internal sealed class NetworkState<T>(int parameterCount, int stateCount, int counterCount)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] numbers = new T[(1 + stateCount) * parameterCount];
    private readonly double[] counters = new double[counterCount];

    /// <summary>Gets a value indicating whether all parameters are finite.</summary>
    public bool HasFiniteParameters => FiniteNumbers.All<T>(numbers.AsSpan(0, parameterCount));

    /// <summary>Makes room for the state of a network.</summary>
    public static NetworkState<T> For<TNetwork>(ref TNetwork network)
        where TNetwork : ITrainable<T> => new(network.Description.ParameterCount, network.StateCount, network.CounterCount);

    public void Capture<TNetwork>(ref TNetwork network)
        where TNetwork : ITrainable<T> => network.GetState(numbers, counters);

    public void Restore<TNetwork>(ref TNetwork network)
        where TNetwork : ITrainable<T> => network.SetState(numbers, counters);

    public void CopyFrom(NetworkState<T> other)
    {
        other.numbers.CopyTo(numbers, 0);
        other.counters.CopyTo(counters, 0);
    }

    public void Write(CheckpointWriter writer)
    {
        writer.Write<T>(numbers);
        writer.Write<double>(counters);
    }

    public void Read(ref CheckpointReader reader)
    {
        reader.Read<T>(numbers);
        reader.Read<double>(counters);
    }
}
