using System.Buffers.Binary;
using System.Numerics;

namespace XorGen;

/// <summary>
/// What is around the content of every file of XorGen: 8 bytes that say what it is, the version (4 bytes), the length of the content
/// (8), the content, and the CRC-32C of all that (4). Little-endian. In a stream it takes no byte more than its own, so that it can follow other
/// things; a file has nothing else.
/// </summary>
/// <param name="magic">The first 8 bytes.</param>
/// <param name="version">The version that is written, and the only one that is read.</param>
/// <param name="noun">What the messages call it.</param>
internal sealed class FileEnvelope(ReadOnlySpan<byte> magic, int version, string noun)
{
    private const int HeaderLength = 20;
    private const int ChunkLength = 1 << 20;

    private readonly byte[] magic = magic.ToArray();

    /// <summary>Writes to a stream.</summary>
    public void Write(Stream stream, ReadOnlySpan<byte> content)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], version);
        BinaryPrimitives.WriteInt64LittleEndian(header[12..], content.Length);
        Span<byte> checksum = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(checksum, Checksum(Checksum(0, header), content));
        stream.Write(header);
        stream.Write(content);
        stream.Write(checksum);
    }

    /// <summary>Writes a file, whole or not at all.</summary>
    public void Write(string path, ReadOnlyMemory<byte> content) => WholeFile.Write(path, stream => Write(stream, content.Span));

    /// <summary>Reads a file and returns the content.</summary>
    /// <exception cref="InvalidDataException">It is none, of another version, cut short or damaged, or goes on after its end.</exception>
    public byte[] Read(string path)
    {
        using FileStream stream = File.OpenRead(path);
        byte[] content = Read(stream);
        return stream.ReadByte() < 0
            ? content
            : throw new InvalidDataException($"The {noun} ends after {HeaderLength + (long)content.Length + sizeof(uint)} bytes, but the file goes on.");
    }

    /// <summary>Reads and returns the content.</summary>
    /// <exception cref="InvalidDataException">It is none, of another version, cut short or damaged.</exception>
    public byte[] Read(Stream stream)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        int read = stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        ReadOnlySpan<byte> beginning = header[..Math.Min(read, magic.Length)];
        if (read == 0 || !magic.AsSpan().StartsWith(beginning))
        {
            throw new InvalidDataException($"It is no {noun} of XorGen: it begins with \"{Convert.ToHexString(beginning)}\" and not with \"{Convert.ToHexString(magic)}\".");
        }

        if (read < HeaderLength)
        {
            throw Truncated(HeaderLength, read);
        }

        int writtenVersion = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        if (writtenVersion != version)
        {
            throw new InvalidDataException($"The {noun} has version {writtenVersion}; this XorGen reads version {version}.");
        }

        long length = BinaryPrimitives.ReadInt64LittleEndian(header[12..]);
        if (length < 0 || length > Array.MaxLength)
        {
            throw new InvalidDataException($"The {noun} claims a length of {length} bytes; it must be from 0 to {Array.MaxLength}.");
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
            : throw new InvalidDataException($"The {noun} is damaged: its checksum is {actual:X8} and should be {expected:X8}.");
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
    private byte[] ReadContent(Stream stream, int length)
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

    private InvalidDataException Truncated(long expected, long actual) =>
        new($"The {noun} is cut short: it should have {expected} bytes and has {actual}.");
}
