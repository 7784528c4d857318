using System.Buffers.Binary;
using System.IO.Compression;

namespace XorGen.Sample.Datasets;

/// <summary>
/// Reads the idx format of the MNIST family: two zero bytes, the type (8 is bytes), the number of dimensions, each dimension
/// as a big-endian number of 32 bits, then the values.
/// </summary>
internal static class IdxFile
{
    private const byte UnsignedBytes = 8;

    /// <summary>Returns the values of a file, packed with gzip or not, whose dimensions must be these; a null one may be any.</summary>
    /// <exception cref="InvalidDataException">It is not such a file; the message says what is wrong.</exception>
    public static byte[] Read(FileInfo file, params ReadOnlySpan<int?> dimensions)
    {
        using Stream stored = file.OpenRead();
        using Stream stream = file.Extension == ".gz" ? new GZipStream(stored, CompressionMode.Decompress) : stored;
        try
        {
            return ReadValues(stream, dimensions);
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException)
        {
            throw new InvalidDataException($"{file.FullName}: {e.Message}", e);
        }
    }

    private static byte[] ReadValues(Stream stream, ReadOnlySpan<int?> dimensions)
    {
        Span<byte> header = stackalloc byte[4];
        stream.ReadExactly(header);
        if (header[0] != 0 || header[1] != 0 || header[2] != UnsignedBytes || header[3] != dimensions.Length)
        {
            throw new InvalidDataException(
                $"Expected idx with {dimensions.Length} dimensions of bytes (00 00 08 {dimensions.Length:x2}), but it starts with {Convert.ToHexString(header)}.");
        }

        long length = 1;
        foreach (int? expected in dimensions)
        {
            stream.ReadExactly(header);
            int actual = BinaryPrimitives.ReadInt32BigEndian(header);
            if (actual <= 0 || (expected is not null && actual != expected))
            {
                throw new InvalidDataException($"Expected a dimension of {expected?.ToString("N0", null) ?? "at least 1"}, but it is {actual:N0}.");
            }

            length *= actual;
        }

        if (length > Array.MaxLength)
        {
            throw new InvalidDataException($"It has {length:N0} values, more than an array holds.");
        }

        var values = new byte[length];
        stream.ReadExactly(values);
        return stream.ReadByte() < 0 ? values : throw new InvalidDataException($"There is more after its {length:N0} values.");
    }
}
