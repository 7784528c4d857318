using System.Buffers.Binary;
using System.Numerics;

namespace XorGen.Training;

/// <summary>
/// What is around the content of a checkpoint: 8 bytes "XORGENCP", the version (4 bytes), the length of the content (8),
/// the content, and the CRC-32C of all that (4). Little-endian.
/// </summary>
internal static class CheckpointEnvelope
{
    public const int Version = 1;

    private const int HeaderLength = 20;
    private const int ChunkLength = 1 << 20;

    private static ReadOnlySpan<byte> Magic => "XORGENCP"u8;

    /// <summary>Writes a checkpoint.</summary>
    public static void Write(Stream stream, ReadOnlySpan<byte> content)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Version);
        BinaryPrimitives.WriteInt64LittleEndian(header[12..], content.Length);
        Span<byte> checksum = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(checksum, Checksum(Checksum(0, header), content));
        stream.Write(header);
        stream.Write(content);
        stream.Write(checksum);
    }

    /// <summary>Writes a file, whole or not at all: to a temporary file beside it first, which then takes its name.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        string temporary = $"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                Write(stream, content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Reads a checkpoint and returns its content.</summary>
    /// <exception cref="InvalidDataException">It is none, of another version, cut short or damaged.</exception>
    public static byte[] Read(Stream stream)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        int read = stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        if (!header[..Math.Min(read, Magic.Length)].SequenceEqual(Magic[..Math.Min(read, Magic.Length)]) || read == 0)
        {
            throw new InvalidDataException($"It is no checkpoint of XorGen: it begins with \"{Convert.ToHexString(header[..Math.Min(read, Magic.Length)])}\" and not with \"{Convert.ToHexString(Magic)}\".");
        }

        if (read < HeaderLength)
        {
            throw Truncated(HeaderLength, read);
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        if (version != Version)
        {
            throw new InvalidDataException($"The checkpoint has version {version}; this XorGen reads version {Version}.");
        }

        long length = BinaryPrimitives.ReadInt64LittleEndian(header[12..]);
        if (length < 0 || length > Array.MaxLength)
        {
            throw new InvalidDataException($"The checkpoint claims a length of {length} bytes; it must be from 0 to {Array.MaxLength}.");
        }

        byte[] content = ReadContent(stream, (int)length);
        Span<byte> stored = stackalloc byte[sizeof(uint)];
        read = stream.ReadAtLeast(stored, stored.Length, throwOnEndOfStream: false);
        if (read < stored.Length)
        {
            throw Truncated(HeaderLength + length + stored.Length, HeaderLength + length + read);
        }

        uint expected = BinaryPrimitives.ReadUInt32LittleEndian(stored);
        uint actual = Checksum(Checksum(0, header), content);
        return actual == expected
            ? content
            : throw new InvalidDataException($"The checkpoint is damaged: its checksum is {actual:X8} and should be {expected:X8}.");
    }

    /// <summary>Goes on with a CRC-32C (Castagnoli, as in RFC 3720), from 0.</summary>
    public static uint Checksum(uint checksum, ReadOnlySpan<byte> bytes)
    {
        checksum = ~checksum;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (byte value in bytes)
        {
            checksum = BitOperations.Crc32C(checksum, value);
        }

        return ~checksum;
    }

    /// <summary>Reads in pieces: the length may be a lie, and memory is taken only for what is there.</summary>
    private static byte[] ReadContent(Stream stream, int length)
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
                throw Truncated(HeaderLength + (long)length + sizeof(uint), HeaderLength + read);
            }
        }

        return content;
    }

    private static InvalidDataException Truncated(long expected, long actual) =>
        new($"The checkpoint is cut short: it should have {expected} bytes and has {actual}.");
}
