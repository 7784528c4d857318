using System.Buffers.Binary;
using System.Numerics;

namespace XorGen;

/// <summary>
/// How a scaler is written: 8 bytes "XORGENSC", the version, the kind and the number of columns (4 bytes each), the centers and the
/// spreads (8 bytes each), and the CRC-32C of all that (4). Little-endian. It takes no byte more than its own, so that it can
/// follow other things in a stream.
/// </summary>
internal static class ScalerFormat
{
    private const int Version = 1;
    private const int HeaderLength = 20;
    private const int MostColumns = 1 << 24;

    private static ReadOnlySpan<byte> Magic => "XORGENSC"u8;

    public static byte[] Write(int kind, ReadOnlySpan<double> centers, ReadOnlySpan<double> spreads)
    {
        var bytes = new byte[LengthOf(centers.Length)];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), kind);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), centers.Length);
        for (int i = 0; i < centers.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(HeaderLength + (8 * i)), centers[i]);
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(HeaderLength + (8 * (centers.Length + i))), spreads[i]);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.Length - 4), Checksum(bytes.AsSpan(0, bytes.Length - 4)));
        return bytes;
    }

    /// <summary>Reads what <see cref="Write"/> has written; nothing in it is trusted.</summary>
    /// <returns>The kind.</returns>
    public static int Read(Stream stream, out double[] centers, out double[] spreads)
    {
        var header = new byte[HeaderLength];
        Fill(stream, header, HeaderLength);
        if (!header.AsSpan(0, Magic.Length).SequenceEqual(Magic))
        {
            throw new InvalidDataException(
                $"It is no scaler of XorGen: it begins with {Convert.ToHexString(header, 0, Magic.Length)} and not with {Convert.ToHexString(Magic)}.");
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(8));
        if (version != Version)
        {
            throw new InvalidDataException($"The scaler has version {version}; this XorGen reads version {Version}.");
        }

        int columns = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(16));
        if (columns is < 1 or > MostColumns)
        {
            throw new InvalidDataException($"The scaler claims {columns} columns; it must have from 1 to {MostColumns}.");
        }

        var bytes = new byte[LengthOf(columns)];
        header.CopyTo(bytes, 0);
        Fill(stream, bytes.AsSpan(HeaderLength), bytes.Length);
        uint actual = Checksum(bytes.AsSpan(0, bytes.Length - 4));
        uint expected = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(bytes.Length - 4));
        if (actual != expected)
        {
            throw new InvalidDataException($"The scaler is damaged: its checksum is {actual:X8} and should be {expected:X8}.");
        }

        centers = Numbers(bytes, HeaderLength, columns, isPositive: false);
        spreads = Numbers(bytes, HeaderLength + (8 * columns), columns, isPositive: true);
        return BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(12));
    }

    private static int LengthOf(int columns) => HeaderLength + (16 * columns) + 4;

    private static double[] Numbers(byte[] bytes, int offset, int count, bool isPositive)
    {
        var numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(offset + (8 * i)));
            if (!double.IsFinite(numbers[i]) || (isPositive && numbers[i] <= 0))
            {
                throw new InvalidDataException(
                    $"The {(isPositive ? "spread" : "center")} of column {i} is {numbers[i]}; it must be a finite{(isPositive ? ", positive" : string.Empty)} number.");
            }
        }

        return numbers;
    }

    private static void Fill(Stream stream, Span<byte> bytes, int total)
    {
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read < bytes.Length)
        {
            throw new InvalidDataException($"The scaler is cut short: it should have {total} bytes and has {total - bytes.Length + read}.");
        }
    }

    /// <summary>CRC-32C (Castagnoli, as in RFC 3720).</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint checksum = uint.MaxValue;
        foreach (byte value in bytes)
        {
            checksum = BitOperations.Crc32C(checksum, value);
        }

        return ~checksum;
    }
}
