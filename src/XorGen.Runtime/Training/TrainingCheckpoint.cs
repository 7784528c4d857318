using System.Numerics;
using XorGen.Training;

namespace XorGen;

/// <summary>
/// Saves and loads the whole state of a network: parameters, the optimizer's state, counters and seed. A network that was
/// loaded trains on to the same bits as the one that was saved.
/// </summary>
/// <remarks>
/// To save and resume a training in the middle, use <see cref="TrainingOptions.Checkpoint"/>; the network of such a file
/// can be loaded here as well. The format is little-endian, has a version and a checksum, and belongs to XorGen alone.
/// </remarks>
public static class TrainingCheckpoint
{
    /// <summary>Saves a network to a file, which is written whole or not at all.</summary>
    /// <typeparam name="T">The network's type of numbers.</typeparam>
    /// <param name="network">A generated network.</param>
    /// <param name="path">The file; one of that name is replaced.</param>
    public static void Save<T>(ITrainable<T> network, string path)
        where T : unmanaged, IFloatingPointIeee754<T> => CheckpointFormat.Envelope.Write(path, Content(network));

    /// <summary>Saves a network to a stream.</summary>
    /// <typeparam name="T">The network's type of numbers.</typeparam>
    /// <param name="network">A generated network.</param>
    /// <param name="stream">Is written from its position on.</param>
    public static void Save<T>(ITrainable<T> network, Stream stream)
        where T : unmanaged, IFloatingPointIeee754<T> => CheckpointFormat.Envelope.Write(stream, Content(network).Span);

    /// <summary>Loads a network from a file.</summary>
    /// <typeparam name="T">The network's type of numbers.</typeparam>
    /// <param name="network">A generated network of the same layers, loss and optimizer, with the same options. For a struct use the form with two type parameters.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="ArgumentException">The network is a struct, of which only a copy would change.</exception>
    /// <exception cref="InvalidDataException">The file is no checkpoint, damaged, or of another network. This one is untouched.</exception>
    public static void Load<T>(ITrainable<T> network, string path)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        StructNetworks.Refuse(network, Instead<T>(network.GetType(), "path"));
        Load<ITrainable<T>, T>(ref network, path);
    }

    /// <summary>Loads a network from a stream.</summary>
    /// <typeparam name="T">The network's type of numbers.</typeparam>
    /// <param name="network">A generated network of the same layers, loss and optimizer, with the same options. For a struct use the form with two type parameters.</param>
    /// <param name="stream">Is read from its position to the end of the checkpoint.</param>
    /// <exception cref="ArgumentException">The network is a struct, of which only a copy would change.</exception>
    /// <exception cref="InvalidDataException">It is no checkpoint, damaged, or of another network. This one is untouched.</exception>
    public static void Load<T>(ITrainable<T> network, Stream stream)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        StructNetworks.Refuse(network, Instead<T>(network.GetType(), "stream"));
        Load<ITrainable<T>, T>(ref network, stream);
    }

    /// <summary>Loads a network, class or struct, from a file.</summary>
    /// <typeparam name="TNetwork">The type of the network.</typeparam>
    /// <typeparam name="T">The network's type of numbers.</typeparam>
    /// <param name="network">A generated network of the same layers, loss and optimizer, with the same options.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is no checkpoint, damaged, or of another network. This one is untouched.</exception>
    public static void Load<TNetwork, T>(ref TNetwork network, string path)
        where TNetwork : ITrainable<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(path);
        Load<TNetwork, T>(ref network, CheckpointFormat.Envelope.Read(path));
    }

    /// <summary>Loads a network, class or struct, from a stream.</summary>
    /// <typeparam name="TNetwork">The type of the network.</typeparam>
    /// <typeparam name="T">The network's type of numbers.</typeparam>
    /// <param name="network">A generated network of the same layers, loss and optimizer, with the same options.</param>
    /// <param name="stream">Is read from its position to the end of the checkpoint.</param>
    /// <exception cref="InvalidDataException">The file is no checkpoint, damaged, or of another network. This one is untouched.</exception>
    public static void Load<TNetwork, T>(ref TNetwork network, Stream stream)
        where TNetwork : ITrainable<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        Load<TNetwork, T>(ref network, CheckpointFormat.Envelope.Read(stream));
    }

    private static void Load<TNetwork, T>(ref TNetwork network, byte[] content)
        where TNetwork : ITrainable<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var reader = new CheckpointReader(content);
        (int seed, NetworkState<T> state) = NetworkSection.Read<TNetwork, T>(ref reader, ref network, DefinitionScope.Steps);
        bool hasTraining = reader.ReadBoolean();
        if (!hasTraining && !reader.IsAtEnd)
        {
            throw new InvalidDataException("The checkpoint has more than a network, and says that it has not.");
        }

        NetworkSection.Restore<TNetwork, T>(ref network, seed, state);
    }

    /// <summary>The call that loads a struct.</summary>
    private static string Instead<T>(Type network, string source) =>
        $"write TrainingCheckpoint.Load<{network.Name}, {(typeof(T) == typeof(float) ? "float" : "double")}>(ref network, {source})";

    private static ReadOnlyMemory<byte> Content<T>(ITrainable<T> network)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        var writer = new CheckpointWriter();
        NetworkSection.Write<ITrainable<T>, T>(writer, ref network);
        writer.Write(false);
        return writer.Written;
    }
}
