using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace XorGen.Numerics;

/// <summary>Checks the spans that generated code is called with.</summary>
public static class Check
{
    /// <summary>Throws unless a span has the expected length.</summary>
    /// <exception cref="ArgumentException">It has not.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Length(int actual, int expected, string parameter)
    {
        if (actual != expected)
        {
            ThrowLength(actual, expected, parameter);
        }
    }

    /// <summary>Returns the number of rows of a span.</summary>
    /// <exception cref="ArgumentException">The length is not whole rows, or the width is not positive.</exception>
    internal static int WholeRows(int length, int width, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        return length % width == 0 ? length / width : throw NotWholeRows(length, width, parameter);
    }

    /// <summary>Returns the number of outputs of some rows.</summary>
    /// <exception cref="ArgumentException">The inputs are not whole rows, or an array does not hold so many outputs.</exception>
    public static int OutputLength(int inputs, int inputWidth, int outputWidth, string inputParameter) =>
        XorGen.Rows.LengthOf(WholeRows(inputs, inputWidth, inputParameter), outputWidth, inputParameter);

    /// <summary>Returns the number of rows of two spans.</summary>
    /// <exception cref="ArgumentException">The first is not whole rows, or the second has not as many.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Rows(int inputs, int inputWidth, int targets, int targetWidth, string inputParameter, string targetParameter)
    {
        int rows = inputs / inputWidth;
        if (rows * inputWidth != inputs || (long)rows * targetWidth != targets)
        {
            ThrowRows(inputs, inputWidth, targets, targetWidth, inputParameter, targetParameter);
        }

        return rows;
    }

    /// <summary>Returns the number of rows of two spans, at least one.</summary>
    /// <exception cref="ArgumentException">The first is empty or not whole rows, or the second has not as many.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SomeRows(int inputs, int inputWidth, int targets, int targetWidth, string inputParameter, string targetParameter)
    {
        int rows = Rows(inputs, inputWidth, targets, targetWidth, inputParameter, targetParameter);
        if (rows == 0)
        {
            ThrowEmpty(inputParameter);
        }

        return rows;
    }

    /// <summary>
    /// Throws where rows of outputs, none longer than a row of inputs, would overwrite inputs before they are read. They may lie in the memory
    /// of the inputs where they begin at or before its start: rows are computed in order, and the inputs of a row are read first.
    /// </summary>
    /// <exception cref="ArgumentException">They would.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Overlap<T>(ReadOnlySpan<T> inputs, int inputWidth, ReadOnlySpan<T> outputs, int outputWidth, string outputParameter)
        where T : unmanaged
    {
        // Whether they begin behind the first input and before the last one ends. Empty spans go on to the exact test.
        nint distance = Unsafe.ByteOffset(ref MemoryMarshal.GetReference(inputs), ref MemoryMarshal.GetReference(outputs));
        if ((nuint)(distance - 1) < (nuint)(inputs.Length * (nint)Unsafe.SizeOf<T>()) - 1)
        {
            ThrowIfOverwritten(inputs, inputWidth, outputs, outputWidth, outputParameter);
        }
    }

    /// <summary>Throws where rows of outputs that are longer than rows of inputs would overwrite inputs before they are read: wherever they lie in their memory.</summary>
    /// <exception cref="ArgumentException">They would.</exception>
    public static void OverlapOfLonger<T>(ReadOnlySpan<T> inputs, int inputWidth, ReadOnlySpan<T> outputs, int outputWidth, string outputParameter)
        where T : unmanaged
    {
        if (inputs.Overlaps(outputs))
        {
            ThrowIfOverwritten(inputs, inputWidth, outputs, outputWidth, outputParameter);
        }
    }

    /// <summary>Returns the input, or a copy of it where the output lies in its memory.</summary>
    public static ReadOnlySpan<T> Separate<T>(ReadOnlySpan<T> input, ReadOnlySpan<T> output)
        where T : unmanaged => input.Overlaps(output) ? input.ToArray() : input;

    /// <summary>Throws unless every label is from 0 to <paramref name="classes"/> - 1.</summary>
    /// <exception cref="ArgumentException">One is not.</exception>
    public static void Labels(ReadOnlySpan<int> labels, int classes, string parameter)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)classes)
            {
                throw new ArgumentException($"The label of row {i} is {labels[i]}; it must be from 0 to {classes - 1}.", parameter);
            }
        }
    }

    /// <summary>Throws unless there is a weight for each row, none of them is negative, and their sum is a positive number.</summary>
    /// <exception cref="ArgumentException">There is not, or it is not.</exception>
    public static void Weights<T>(ReadOnlySpan<T> weights, int rows, string parameter)
        where T : unmanaged, INumber<T>
    {
        Length(weights.Length, rows, parameter);
        bool isNoneNegative = true;
        foreach (T weight in weights)
        {
            isNoneNegative &= weight >= T.Zero;
        }

        double sum = RowWeights.Sum(weights);
        if (!isNoneNegative || !(sum > 0) || double.IsInfinity(sum))
        {
            ThrowWeights(weights, sum, parameter);
        }
    }

    [DoesNotReturn]
    private static void ThrowWeights<T>(ReadOnlySpan<T> weights, double sum, string parameter)
        where T : unmanaged, INumber<T>
    {
        for (int i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] >= T.Zero) || T.IsInfinity(weights[i]))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"The weight of row {i} is {weights[i]}; it must be a finite number that is not negative."), parameter);
            }
        }

        throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"The weights of the {weights.Length} rows add up to {sum}; the sum must be a positive number."), parameter);
    }

    private static ArgumentException NotWholeRows(int length, int width, string parameter) =>
        new($"Expected rows of {width}, but the length is {length}, which is not a multiple of it.", parameter);

    [DoesNotReturn]
    private static void ThrowLength(int actual, int expected, string parameter) =>
        throw new ArgumentException($"Expected a length of {expected}, but it is {actual}.", parameter);

    private static void ThrowIfOverwritten<T>(ReadOnlySpan<T> inputs, int inputWidth, ReadOnlySpan<T> outputs, int outputWidth, string outputParameter)
        where T : unmanaged
    {
        // A single row is computed before anything is written.
        if (inputs.Length <= inputWidth || !inputs.Overlaps(outputs, out int offset) || (offset <= 0 && outputWidth <= inputWidth))
        {
            return;
        }

        throw new ArgumentException(
            outputWidth <= inputWidth
                ? $"They begin {offset} values after the inputs, in the same memory, so that outputs would overwrite inputs of later rows. They may begin where the inputs do, or be elsewhere."
                : $"They are in the memory of the inputs, where rows of {outputWidth} outputs would overwrite the inputs of later rows, which have {inputWidth}. They must be elsewhere.",
            outputParameter);
    }

    [DoesNotReturn]
    private static void ThrowEmpty(string parameter) => throw new ArgumentException("Expected at least one row, but it is empty.", parameter);

    [DoesNotReturn]
    private static void ThrowRows(int inputs, int inputWidth, int targets, int targetWidth, string inputParameter, string targetParameter)
    {
        int rows = inputs / inputWidth;
        throw rows * inputWidth != inputs
            ? NotWholeRows(inputs, inputWidth, inputParameter)
            : new ArgumentException(
                $"Expected a length of {(long)rows * targetWidth} ({rows} rows of {targetWidth}), but it is {targets}.", targetParameter);
    }
}
