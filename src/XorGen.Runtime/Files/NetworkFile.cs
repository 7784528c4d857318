using System.ComponentModel;
using System.Text.Json;

namespace XorGen.Files;

/// <summary>
/// What the Save and Load of generated networks call: parameters as a safetensors file with PyTorch's names and layouts.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NetworkFile
{
    /// <summary>The header is padded so that numbers begin at a multiple of this.</summary>
    private const int Alignment = 8;

    /// <summary>Saves a network to a file, which is written whole or not at all.</summary>
    /// <typeparam name="TNetwork">The type of the network.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="path">The file; one of that name is replaced.</param>
    /// <param name="options">What is saved beside the parameters; null for nothing.</param>
    public static void Save<TNetwork, T>(in TNetwork network, string path, SaveOptions? options)
        where TNetwork : INetwork<T>
        where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] content = Content<TNetwork, T>(network, options);
        WholeFile.Write(path, stream => stream.Write(content));
    }

    /// <summary>Saves a network to a stream.</summary>
    /// <typeparam name="TNetwork">The type of the network.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="stream">Is written from its position on.</param>
    /// <param name="options">What is saved beside the parameters; null for nothing.</param>
    public static void Save<TNetwork, T>(in TNetwork network, Stream stream, SaveOptions? options)
        where TNetwork : INetwork<T>
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(Content<TNetwork, T>(network, options));
    }

    /// <summary>Reads the parameters of a network from a file.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="description">The network.</param>
    /// <returns>The parameters in flat order.</returns>
    /// <exception cref="InvalidDataException">The file is no safetensors file, damaged, or of another network.</exception>
    public static T[] Load<T>(string path, NetworkDescription description)
        where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        return Load<T>(stream, description);
    }

    /// <summary>Reads the parameters of a network from a stream.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="stream">Is read from its position to its end, which must be that of the file.</param>
    /// <param name="description">The network.</param>
    /// <returns>The parameters in flat order.</returns>
    /// <exception cref="InvalidDataException">It is no safetensors file, damaged, or of another network.</exception>
    public static T[] Load<T>(Stream stream, NetworkDescription description)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(description);
        SafetensorsHeader header = SafetensorsHeader.Read(stream);
        if (header.Metadata.TryGetValue(SavedMetadata.Definition, out string? definition)
            && NetworkDefinition.Difference(definition, description.Definition, DefinitionScope.Outputs) is string difference)
        {
            throw new InvalidDataException($"The file is of another network: {difference}.");
        }

        // What fits has no more numbers than the network: only now is there memory for them.
        List<(TensorPlace Place, SafetensorsTensor Tensor)> found = TensorMatch.Find(header, description);
        foreach ((_, SafetensorsTensor tensor) in found)
        {
            if (TensorNumbers.SizeOf(tensor.ElementType) == 0)
            {
                throw new InvalidDataException($"The tensor \"{tensor.Name}\" is of {tensor.ElementType}; F64, F32, F16 and BF16 can be read.");
            }
        }

        byte[] data = SafetensorsHeader.ReadBytes(stream, checked((int)header.DataLength));
        if (stream.ReadByte() >= 0)
        {
            throw new InvalidDataException($"The safetensors file goes on after its end, {sizeof(ulong) + header.Length + data.Length} bytes from its beginning.");
        }

        if (header.Metadata.TryGetValue(SavedMetadata.Hash, out string? hash) && Sha256.Hex(data) != hash)
        {
            throw new InvalidDataException($"The file is damaged: the SHA-256 of its parameters is {Sha256.Hex(data)} and should be {hash}.");
        }

        var parameters = new T[description.ParameterCount];
        foreach ((TensorPlace place, SafetensorsTensor tensor) in found)
        {
            Read(data, place, tensor, parameters);
        }

        return parameters;
    }

    private static void Read<T>(byte[] data, TensorPlace place, SafetensorsTensor tensor, T[] parameters)
        where T : unmanaged
    {
        int size = TensorNumbers.SizeOf(tensor.ElementType);
        for (int i = 0; i < place.Count; i++)
        {
            ReadOnlySpan<byte> bytes = data.AsSpan((int)tensor.Begin + (i * size), size);
            if (!TensorNumbers.TryRead(bytes, tensor.ElementType, out parameters[place.IndexOf(i)]))
            {
                throw new InvalidDataException($"Number {i} of the tensor \"{tensor.Name}\" is beyond the numbers of single precision.");
            }
        }
    }

    private static byte[] Content<TNetwork, T>(in TNetwork network, SaveOptions? options)
        where TNetwork : INetwork<T>
        where T : unmanaged
    {
        NetworkDescription description = network.Description;
        var parameters = new T[description.ParameterCount];
        network.GetParameters(parameters);
        TensorPlace[] places = [.. TensorPlace.Of(description).SelectMany(layer => layer.Slope is null ? new[] { layer.Weight, layer.Bias } : [layer.Weight, layer.Bias, layer.Slope])];
        byte[] data = Data(parameters, places);
        byte[] header = Header<T>(places, SavedMetadata.Of(description, options ?? new SaveOptions(), Sha256.Hex(data)));
        return [.. header, .. data];
    }

    private static byte[] Data<T>(T[] parameters, TensorPlace[] places)
        where T : unmanaged
    {
        int size = TensorNumbers.SizeOf(TensorNumbers.NameOf<T>());
        var data = new byte[parameters.Length * size];
        int position = 0;
        foreach (TensorPlace place in places)
        {
            for (int i = 0; i < place.Count; i++, position += size)
            {
                TensorNumbers.Write(data.AsSpan(position, size), parameters[place.IndexOf(i)]);
            }
        }

        return data;
    }

    private static byte[] Header<T>(TensorPlace[] places, Dictionary<string, string> metadata)
        where T : unmanaged
    {
        using var stream = new MemoryStream();
        stream.Write(new byte[sizeof(ulong)]);
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("__metadata__");
            foreach ((string name, string text) in metadata)
            {
                writer.WriteString(name, text);
            }

            writer.WriteEndObject();
            long position = 0;
            foreach (TensorPlace place in places)
            {
                long end = position + ((long)place.Count * TensorNumbers.SizeOf(TensorNumbers.NameOf<T>()));
                writer.WriteStartObject(place.Name);
                writer.WriteString("dtype", TensorNumbers.NameOf<T>());
                WriteNumbers(writer, "shape", place.Shape);
                WriteNumbers(writer, "data_offsets", [(ulong)position, (ulong)end]);
                writer.WriteEndObject();
                position = end;
            }

            writer.WriteEndObject();
        }

        while (stream.Length % Alignment != 0)
        {
            stream.WriteByte((byte)' ');
        }

        byte[] header = stream.ToArray();
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(header, (ulong)(header.Length - sizeof(ulong)));
        return header;
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, ulong[] numbers)
    {
        writer.WriteStartArray(name);
        foreach (ulong number in numbers)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }
}
