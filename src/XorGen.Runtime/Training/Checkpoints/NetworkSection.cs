using System.Numerics;

namespace XorGen.Training;

/// <summary>The first part of a checkpoint: what the network is, its seed and its state.</summary>
internal static class NetworkSection
{
    public static void Write<TNetwork, T>(CheckpointWriter writer, ref TNetwork network)
        where TNetwork : ITrainable<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        NetworkDescription description = network.Description;
        writer.Write(description.Definition);
        writer.Write(description.ParameterCount);
        writer.Write(network.StateCount);
        writer.Write(network.CounterCount);
        writer.Write(network.Seed);
        var state = NetworkState<T>.For(ref network);
        state.Capture(ref network);
        state.Write(writer);
    }

    /// <summary>Reads the part and returns what has to be done to put it into the network, which stays as it is.</summary>
    /// <exception cref="InvalidDataException">The checkpoint is of another network.</exception>
    public static (int Seed, NetworkState<T> State) Read<TNetwork, T>(ref CheckpointReader reader, ref TNetwork network, DefinitionScope scope)
        where TNetwork : ITrainable<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        NetworkDescription description = network.Description;
        string definition = reader.ReadString();
        int parameters = reader.ReadInt32();
        string? difference = NetworkDefinition.Difference(definition, description.Definition, scope);
        if (difference is not null || parameters != description.ParameterCount)
        {
            throw new InvalidDataException(
                $"The checkpoint is of a network with {parameters} parameters; this one has {description.ParameterCount} ({description.Name}): {difference ?? "the numbers differ"}.");
        }

        reader.Expect(network.StateCount, "a number of values that the optimizer keeps of each parameter of");
        reader.Expect(network.CounterCount, "a number of counters of");
        int seed = reader.ReadInt32();
        var state = NetworkState<T>.For(ref network);
        state.Read(ref reader);
        return (seed, state);
    }

    /// <summary>Gives the network a seed and the last of some states. The others are tried: a network refuses what its optimizer cannot have left.</summary>
    /// <exception cref="InvalidDataException">The network refuses a state. It is as before.</exception>
    public static void Restore<TNetwork, T>(ref TNetwork network, int seed, params ReadOnlySpan<NetworkState<T>> states)
        where TNetwork : ITrainable<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var before = NetworkState<T>.For(ref network);
        before.Capture(ref network);
        try
        {
            foreach (NetworkState<T> state in states)
            {
                state.Restore(ref network);
            }
        }
        catch (ArgumentException exception)
        {
            before.Restore(ref network);
            throw new InvalidDataException($"The checkpoint has a state that the network cannot have: {exception.Message}", exception);
        }

        network.Seed = seed;
    }
}
