using System.Buffers.Binary;
using System.Globalization;

namespace XorGen;

/// <summary>
/// How a scaler is written: a <see cref="FileEnvelope"/> "XORGENSC" around its kind (4 bytes), the numbers that it has once (two ends of
/// the range, or none), and three lists of a number for each column (8 bytes each): means, what their rounding left, deviations; or
/// smallest, largest, widths.
/// </summary>
internal static class ScalerFormat
{
    private const int NumbersStart = sizeof(int);
    private const int ListCount = 3;

    public static FileEnvelope Envelope { get; } = new("XORGENSC"u8, version: 3, "scaler");

    public static byte[] Content(ScalerContent scaler)
    {
        double[] numbers = [.. scaler.Single, .. scaler.Lists.SelectMany(list => list)];
        var content = new byte[NumbersStart + (sizeof(double) * numbers.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(content, scaler.Kind);
        for (int i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(content.AsSpan(NumbersStart + (sizeof(double) * i)), numbers[i]);
        }

        return content;
    }

    /// <summary>Reads what <see cref="Content"/> has written; nothing in it is trusted.</summary>
    public static Scaler Read(byte[] content)
    {
        int kind = content.Length < NumbersStart ? 0 : BinaryPrimitives.ReadInt32LittleEndian(content);
        switch (kind)
        {
            case Standardizer.FileKind:
                double[][] standard = Lists(content, 0, "mean", "remainder", "deviation");
                return Standardizer.OfFile(standard[0], standard[1], standard[2]);
            case MinMaxScaler.FileKind:
                double[][] range = Lists(content, 2, "smallest value", "largest value", "width");
                return MinMaxScaler.OfFile(Number(content, 0, "range"), Number(content, 1, "range"), range[0], range[1], range[2]);
            default:
                throw content.Length < NumbersStart
                    ? WrongLength(content.Length, 0)
                    : new InvalidDataException($"The scaler is of kind {kind}; the kinds are {Standardizer.FileKind} and {MinMaxScaler.FileKind}.");
        }
    }

    /// <summary>Reads the lists, the last of which is of positive numbers.</summary>
    private static double[][] Lists(byte[] content, int start, params ReadOnlySpan<string> names)
    {
        int columns = (content.Length - NumbersStart - (start * sizeof(double))) / (ListCount * sizeof(double));
        if (columns < 1 || content.Length != NumbersStart + ((start + (ListCount * columns)) * sizeof(double)))
        {
            throw WrongLength(content.Length, start);
        }

        var lists = new double[ListCount][];
        for (int list = 0; list < ListCount; list++)
        {
            lists[list] = new double[columns];
            for (int j = 0; j < columns; j++)
            {
                double number = Number(content, start + (list * columns) + j, names[list]);
                lists[list][j] = list < ListCount - 1 || number > 0
                    ? number
                    : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The {names[list]} of column {j} is {number}; it must be positive."));
            }
        }

        return lists;
    }

    private static double Number(byte[] content, int index, string name)
    {
        double number = BinaryPrimitives.ReadDoubleLittleEndian(content.AsSpan(NumbersStart + (sizeof(double) * index)));
        return double.IsFinite(number)
            ? number
            : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"A {name} of the scaler is {number}; it must be finite."));
    }

    private static InvalidDataException WrongLength(int length, int start) =>
        new($"The scaler has {length} bytes; it must have {NumbersStart + (start * sizeof(double))} and {ListCount * sizeof(double)} for each column, at least one.");
}
