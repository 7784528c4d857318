using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace XorGen.Training;

/// <summary>Reads what <see cref="CheckpointWriter"/> has written. Nothing in the bytes is trusted.</summary>
internal ref struct CheckpointReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int position;

    /// <summary>Gets a value indicating whether everything was read.</summary>
    public readonly bool IsAtEnd => position == bytes.Length;

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    public double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    public bool ReadBoolean() => ReadInt32() switch
    {
        0 => false,
        1 => true,
        int other => throw new InvalidDataException($"The checkpoint has {other} where it should have 0 or 1."),
    };

    public string ReadString() => Encoding.UTF8.GetString(Take(ReadInt32()));

    /// <summary>Reads as many numbers as the span takes.</summary>
    public void Read<T>(Span<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int size = Unsafe.SizeOf<T>();
        Span<byte> destination = MemoryMarshal.AsBytes(values);
        Take((long)values.Length * size).CopyTo(destination);
        if (!BitConverter.IsLittleEndian)
        {
            for (int i = 0; i < destination.Length; i += size)
            {
                destination.Slice(i, size).Reverse();
            }
        }
    }

    /// <summary>Reads a count of numbers and the numbers in place of those in the series.</summary>
    public void Read(Series series)
    {
        int count = ReadInt32();
        Take((long)count * sizeof(double), out int start);
        position = start;
        Read(series.Replace(count));
    }

    /// <summary>Reads a number that must not be negative.</summary>
    public int ReadCount(string what) =>
        ReadInt32() is int count and >= 0 ? count : throw new InvalidDataException($"The checkpoint has a negative number of {what}.");

    /// <summary>Throws unless the next number is the expected one.</summary>
    public void Expect(int expected, string what)
    {
        int actual = ReadInt32();
        if (actual != expected)
        {
            throw new InvalidDataException($"The checkpoint has {what} {actual}; expected is {expected}.");
        }
    }

    /// <summary>Throws unless the next number is the expected one, to the bit.</summary>
    public void Expect(double expected, string what)
    {
        double actual = ReadDouble();
        if (BitConverter.DoubleToInt64Bits(actual) != BitConverter.DoubleToInt64Bits(expected))
        {
            throw new InvalidDataException(
                string.Create(CultureInfo.InvariantCulture, $"The checkpoint has {what} {actual}; expected is {expected}."));
        }
    }

    /// <summary>Throws unless the next value is the expected one.</summary>
    public void Expect(bool expected, string what)
    {
        if (ReadBoolean() != expected)
        {
            throw new InvalidDataException($"The checkpoint is of a training with{(expected ? "out" : string.Empty)} {what}; here it is with{(expected ? string.Empty : "out")}.");
        }
    }

    /// <summary>Throws unless the next text is the expected one.</summary>
    public void Expect(string expected, string what)
    {
        string actual = ReadString();
        if (actual != expected)
        {
            throw new InvalidDataException($"The checkpoint has {what} \"{actual}\"; expected is \"{expected}\".");
        }
    }

    private ReadOnlySpan<byte> Take(long count) => Take(count, out _);

    private ReadOnlySpan<byte> Take(long count, out int start)
    {
        start = position;
        if (count < 0 || count > bytes.Length - position)
        {
            throw new InvalidDataException($"The checkpoint ends too early: {count} bytes are expected at {position}, but {bytes.Length - position} are left.");
        }

        position += (int)count;
        return bytes.Slice(start, (int)count);
    }
}
