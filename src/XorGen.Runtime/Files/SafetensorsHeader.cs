using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace XorGen;

/// <summary>
/// Reads the header of a safetensors file: its length in 8 bytes, then that many bytes of JSON, an object with the type, shape and place
/// of each tensor, and __metadata__ with texts by name. Nothing in it is trusted, and every rule of the format is kept.
/// </summary>
/// <remarks>
/// The format: https://github.com/huggingface/safetensors. What other readers have let pass and this one does not: memory for a length
/// that is a lie, the last of two tensors of one name, places that do not agree with the shape, overlap, or leave bytes to nobody.
/// </remarks>
internal sealed class SafetensorsHeader
{
    /// <summary>The largest header that the format allows, in bytes.</summary>
    public const int MaximumLength = 100_000_000;

    private const string MetadataName = "__metadata__";
    private const int ChunkLength = 1 << 16;

    private readonly Dictionary<string, string> metadata = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SafetensorsTensor> tensors = new(StringComparer.Ordinal);
    private bool hasMetadata;

    private SafetensorsHeader(int length) => Length = length;

    /// <summary>Gets the length of the JSON and its padding in bytes.</summary>
    public int Length { get; }

    /// <summary>Gets the texts.</summary>
    public IReadOnlyDictionary<string, string> Metadata => metadata;

    /// <summary>Gets the tensors by name, in the order of the header.</summary>
    public IReadOnlyDictionary<string, SafetensorsTensor> Tensors => tensors;

    /// <summary>Gets the length of what follows the header, in bytes.</summary>
    public ulong DataLength { get; private set; }

    /// <summary>Reads a header from a stream.</summary>
    /// <exception cref="InvalidDataException">It breaks a rule of the format: the message says which.</exception>
    public static SafetensorsHeader Read(Stream stream)
    {
        Span<byte> prefix = stackalloc byte[sizeof(ulong)];
        int read = stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        if (read < prefix.Length)
        {
            throw new InvalidDataException($"The file is no safetensors file: it has {read} bytes, and such a file begins with 8 bytes that say the length of its header.");
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > MaximumLength)
        {
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture, $"The file is no safetensors file: its header would have {length} bytes, and {MaximumLength} are the most."));
        }

        byte[] bytes = ReadBytes(stream, (int)length);
        if (bytes.Length == 0 || bytes[0] != (byte)'{')
        {
            throw new InvalidDataException("The file is no safetensors file: its header does not begin with '{'.");
        }

        var header = new SafetensorsHeader(bytes.Length);
        try
        {
            header.Parse(bytes);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            // The two of them are what the reader of the framework has for texts that are no UTF-8, or halves of surrogates.
            throw new InvalidDataException($"The header of the safetensors file is no valid JSON: {exception.Message}", exception);
        }

        header.CheckPlaces();
        return header;
    }

    /// <summary>Reads as many bytes: in pieces, because the number may be a lie, and memory is taken only for what is there.</summary>
    public static byte[] ReadBytes(Stream stream, int length)
    {
        var content = new byte[Math.Min(length, ChunkLength)];
        for (int read = 0; read < length;)
        {
            if (read == content.Length)
            {
                Array.Resize(ref content, (int)Math.Min(length, 2L * content.Length));
            }

            int count = stream.ReadAtLeast(content.AsSpan(read), content.Length - read, throwOnEndOfStream: false);
            read += count;
            if (read < content.Length)
            {
                throw new InvalidDataException(string.Create(
                    CultureInfo.InvariantCulture, $"The safetensors file is cut short: {length} bytes are expected, and there are {read}."));
            }
        }

        return content;
    }

    private static string Text(ref Utf8JsonReader reader) => reader.GetString()!;

    private static InvalidDataException Wrong(string what) => new($"The header of the safetensors file is wrong: {what}.");

    private static string Quote(string name) => $"\"{(name.Length > 100 ? name[..100] + "..." : name)}\"";

    private void Parse(byte[] bytes)
    {
        // What follows the object may be spaces, and nothing else.
        int end = bytes.AsSpan().LastIndexOfAnyExcept((byte)' ') + 1;
        if (bytes[end - 1] != (byte)'}')
        {
            throw Wrong("it does not end with '}' and spaces");
        }

        // Invalid UTF-8 is an error, and not a text with question marks.
        _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(bytes, 0, end);
        var reader = new Utf8JsonReader(bytes.AsSpan(0, end), new JsonReaderOptions { MaxDepth = 8 });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = Text(ref reader);
            reader.Read();
            if (name == MetadataName)
            {
                ReadMetadata(ref reader);
            }
            else if (!tensors.TryAdd(name, ReadTensor(ref reader, name)))
            {
                throw Wrong($"it has the tensor {Quote(name)} twice");
            }
        }

        // Anything behind the object is an error of the JSON reader.
        reader.Read();
    }

    private void ReadMetadata(ref Utf8JsonReader reader)
    {
        if (hasMetadata || reader.TokenType != JsonTokenType.StartObject)
        {
            throw Wrong(hasMetadata ? $"it has {MetadataName} twice" : $"{MetadataName} is no object");
        }

        hasMetadata = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = Text(ref reader);
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
            {
                throw Wrong($"the metadata {Quote(name)} is no text");
            }

            if (!metadata.TryAdd(name, Text(ref reader)))
            {
                throw Wrong($"it has the metadata {Quote(name)} twice");
            }
        }
    }

    private static SafetensorsTensor ReadTensor(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Wrong($"the tensor {Quote(name)} is no object");
        }

        string? elementType = null;
        ulong[]? shape = null;
        ulong[]? places = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string property = Text(ref reader);
            reader.Read();
            switch (property)
            {
                case "dtype" when elementType is null && reader.TokenType == JsonTokenType.String:
                    elementType = Text(ref reader);
                    break;
                case "shape" when shape is null:
                    shape = ReadNumbers(ref reader, name, property);
                    break;
                case "data_offsets" when places is null:
                    places = ReadNumbers(ref reader, name, property);
                    break;
                default:
                    throw Wrong($"the tensor {Quote(name)} has {Quote(property)} where dtype, shape and data_offsets are expected, once each");
            }
        }

        return elementType is null || shape is null || places is not [ulong begin, ulong end]
            ? throw Wrong($"the tensor {Quote(name)} must have a dtype, a shape and two data_offsets")
            : Checked(new SafetensorsTensor(name, elementType, shape, begin, end));
    }

    private static SafetensorsTensor Checked(SafetensorsTensor tensor)
    {
        if (SafetensorsTensor.BitsOf(tensor.ElementType) == 0)
        {
            throw Wrong($"the tensor {Quote(tensor.Name)} has the unknown dtype {Quote(tensor.ElementType)}");
        }

        if (SafetensorsTensor.LengthOf(tensor.ElementType, tensor.Shape) is not ulong length)
        {
            throw Wrong($"the tensor {Quote(tensor.Name)} has the shape {tensor.ShapeText} of {tensor.ElementType}, which is no possible number of bytes");
        }

        return tensor.Begin <= tensor.End && tensor.End - tensor.Begin == length
            ? tensor
            : throw Wrong(string.Create(
                CultureInfo.InvariantCulture,
                $"the tensor {Quote(tensor.Name)} has the shape {tensor.ShapeText} of {tensor.ElementType}, {length} bytes, but the data_offsets {tensor.Begin} and {tensor.End}"));
    }

    private static ulong[] ReadNumbers(ref Utf8JsonReader reader, string name, string property)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Wrong($"{property} of the tensor {Quote(name)} is no array");
        }

        var numbers = new List<ulong>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            numbers.Add(reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out ulong number)
                ? number
                : throw Wrong($"{property} of the tensor {Quote(name)} has something else than whole numbers that are not negative"));
        }

        return [.. numbers];
    }

    /// <summary>Every byte after the header belongs to one tensor.</summary>
    private void CheckPlaces()
    {
        ulong end = 0;
        foreach (SafetensorsTensor tensor in tensors.Values.OrderBy(tensor => tensor.Begin).ThenBy(tensor => tensor.End))
        {
            if (tensor.Begin != end)
            {
                throw Wrong(string.Create(
                    CultureInfo.InvariantCulture,
                    $"the tensor {Quote(tensor.Name)} begins at {tensor.Begin}, and what is before it ends at {end}: they {(tensor.Begin < end ? "overlap" : "leave a hole")}"));
            }

            end = tensor.End;
        }

        DataLength = end;
    }
}
