using System.Numerics;

namespace XorGen.Training;

/// <summary>Holds the whole state of a network: parameters, what the optimizer keeps of them, counters.</summary>
internal sealed class NetworkState<T>(int parameterCount, int stateCount, int counterCount)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Gets the parameters, then what the optimizer keeps of them.</summary>
    public T[] Numbers { get; } = new T[(1 + stateCount) * parameterCount];

    public double[] Counters { get; } = new double[counterCount];

    /// <summary>Gets a value indicating whether all parameters are finite.</summary>
    public bool HasFiniteParameters => FiniteNumbers.All(new ReadOnlySpan<T>(Numbers, 0, parameterCount));

    /// <summary>Makes room for the state of a network.</summary>
    public static NetworkState<T> For<TNetwork>(ref TNetwork network)
        where TNetwork : ITrainable<T> => new(network.Description.ParameterCount, network.StateCount, network.CounterCount);

    public void Capture<TNetwork>(ref TNetwork network)
        where TNetwork : ITrainable<T> => network.GetState(Numbers, Counters);

    public void Restore<TNetwork>(ref TNetwork network)
        where TNetwork : ITrainable<T> => network.SetState(Numbers, Counters);

    public void CopyFrom(NetworkState<T> other)
    {
        other.Numbers.CopyTo(Numbers, 0);
        other.Counters.CopyTo(Counters, 0);
    }

    public void Write(CheckpointWriter writer)
    {
        writer.Write<T>(Numbers);
        writer.Write<double>(Counters);
    }

    public void Read(ref CheckpointReader reader)
    {
        reader.Read<T>(Numbers);
        reader.Read<double>(Counters);
    }
}
