using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace XorGen.Training;

/// <summary>Writes numbers and texts, little-endian, to memory that it keeps for the next checkpoint.</summary>
internal sealed class CheckpointWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new();

    public ReadOnlyMemory<byte> Written => buffer.WrittenMemory;

    public void Clear() => buffer.ResetWrittenCount();

    public void Write(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer.GetSpan(sizeof(int)), value);
        buffer.Advance(sizeof(int));
    }

    public void Write(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(buffer.GetSpan(sizeof(long)), value);
        buffer.Advance(sizeof(long));
    }

    public void Write(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(buffer.GetSpan(sizeof(double)), value);
        buffer.Advance(sizeof(double));
    }

    public void Write(bool value) => Write(value ? 1 : 0);

    public void Write(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Write(bytes.Length);
        buffer.Write(bytes);
    }

    /// <summary>Writes numbers without their count.</summary>
    public void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (BitConverter.IsLittleEndian)
        {
            buffer.Write(MemoryMarshal.AsBytes(values));
            return;
        }

        foreach (byte[] bytes in MemoryMarshal.AsBytes(values).ToArray().Chunk(Unsafe.SizeOf<T>()))
        {
            bytes.AsSpan().Reverse();
            buffer.Write(bytes);
        }
    }

    /// <summary>Writes the count of numbers and the numbers.</summary>
    public void Write(Series series)
    {
        Write(series.Count);
        Write(series.Values);
    }
}
