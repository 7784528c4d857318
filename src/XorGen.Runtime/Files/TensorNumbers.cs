using System.Buffers.Binary;

namespace XorGen;

/// <summary>Converts numbers between a file's bytes, which are little-endian, and a network's type.</summary>
internal static class TensorNumbers
{
    /// <summary>Returns the size in bytes of a type that can be read, or 0.</summary>
    public static int SizeOf(string elementType) => elementType switch
    {
        "F16" or "BF16" => 2,
        "F32" => 4,
        "F64" => 8,
        _ => 0,
    };

    /// <summary>Gets what the format calls a network's type.</summary>
    public static string NameOf<T>()
        where T : unmanaged => typeof(T) == typeof(double) ? "F64" : "F32";

    /// <summary>Writes a number.</summary>
    public static void Write<T>(Span<byte> bytes, T value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, (double)(object)value);
        }
        else
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes, (float)(object)value);
        }
    }

    /// <summary>Reads a number: as it is, or exactly in a wider type, or rounded to the nearest, ties to even, in single precision.</summary>
    /// <returns>False where a finite number is beyond single precision.</returns>
    public static bool TryRead<T>(ReadOnlySpan<byte> bytes, string elementType, out T value)
        where T : unmanaged
    {
        if (elementType == "F64")
        {
            double wide = BinaryPrimitives.ReadDoubleLittleEndian(bytes);
            value = typeof(T) == typeof(double) ? (T)(object)wide : (T)(object)(float)wide;
            return typeof(T) == typeof(double) || !double.IsFinite(wide) || float.IsFinite((float)wide);
        }

        float number = elementType switch
        {
            "F16" => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes),
            "BF16" => BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16),
            _ => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        };
        value = typeof(T) == typeof(double) ? (T)(object)(double)number : (T)(object)number;
        return true;
    }
}
