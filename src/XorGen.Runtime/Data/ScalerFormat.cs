using System.Buffers.Binary;
using System.Globalization;

namespace XorGen;

/// <summary>
/// How a scaler is written: a <see cref="FileEnvelope"/> "XORGENSC" around its kind (4 bytes), the centers and as many spreads (8 bytes
/// each).
/// </summary>
internal static class ScalerFormat
{
    private const int ColumnsStart = sizeof(int);

    public static FileEnvelope Envelope { get; } = new("XORGENSC"u8, version: 2, "scaler");

    public static byte[] Content(int kind, ReadOnlySpan<double> centers, ReadOnlySpan<double> spreads)
    {
        var content = new byte[ColumnsStart + (2 * sizeof(double) * centers.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(content, kind);
        for (int i = 0; i < centers.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(Number(content, i), centers[i]);
            BinaryPrimitives.WriteDoubleLittleEndian(Number(content, centers.Length + i), spreads[i]);
        }

        return content;
    }

    /// <summary>Reads what <see cref="Content"/> has written; nothing in it is trusted.</summary>
    /// <returns>The kind.</returns>
    public static int Read(byte[] content, out double[] centers, out double[] spreads)
    {
        int columns = (content.Length - ColumnsStart) / (2 * sizeof(double));
        if (columns < 1 || content.Length != ColumnsStart + (2 * sizeof(double) * columns))
        {
            throw new InvalidDataException($"The scaler has {content.Length} bytes; it must have {ColumnsStart} and {2 * sizeof(double)} for each column, at least one.");
        }

        centers = Numbers(content, 0, columns, isPositive: false);
        spreads = Numbers(content, columns, columns, isPositive: true);
        return BinaryPrimitives.ReadInt32LittleEndian(content);
    }

    private static double[] Numbers(byte[] content, int start, int count, bool isPositive)
    {
        var numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = BinaryPrimitives.ReadDoubleLittleEndian(Number(content, start + i));
            if (!double.IsFinite(numbers[i]) || (isPositive && numbers[i] <= 0))
            {
                throw new InvalidDataException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The {(isPositive ? "spread" : "center")} of column {i} is {numbers[i]}; it must be a finite{(isPositive ? ", positive" : string.Empty)} number."));
            }
        }

        return numbers;
    }

    private static Span<byte> Number(byte[] content, int index) => content.AsSpan(ColumnsStart + (sizeof(double) * index), sizeof(double));
}
