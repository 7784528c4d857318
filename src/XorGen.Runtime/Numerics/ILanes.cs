using System.Diagnostics.CodeAnalysis;

namespace XorGen.Numerics;

/// <summary>
/// The operations that generated kernels and the elementary functions are written in: one text for every vector width.
/// </summary>
/// <remarks>
/// <para>Each operation is exact or correctly rounded (round to nearest, ties to even), lane by lane, so an
/// implementation has no freedom: all of them give the same bits in each lane, accelerated by hardware or not.
/// The one exception is the payload and sign of a NaN, which the hardware chooses.</para>
/// <para>An implementation is an empty struct passed as a type argument, so that the JIT specialises the kernel for it
/// and each operation becomes one instruction.</para>
/// </remarks>
/// <typeparam name="TVector">The vector, for example <c>Vector256&lt;float&gt;</c>.</typeparam>
/// <typeparam name="T">The element of a lane: <see cref="float"/> or <see cref="double"/>.</typeparam>
[SuppressMessage("Naming", "CA1716", Justification = "Visual Basic's keywords And, Or, Xor and Select are the usual names of these operations.")]
[CLSCompliant(false)]
public interface ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>Gets the number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>Gets a value indicating whether the machine has registers of this width. A constant to the JIT.</summary>
    static abstract bool IsHardwareAccelerated { get; }

    /// <summary>Gets the vector whose lanes are all +0.</summary>
    static abstract TVector Zero { get; }

    /// <summary>Sets every lane to <paramref name="value"/>.</summary>
    static abstract TVector Create(T value);

    /// <summary>Loads <see cref="Count"/> neighbouring elements from any alignment; bounds are the caller's business.</summary>
    static abstract TVector Load(ref T source, nuint elementOffset);

    /// <summary>Loads element <c>elementOffset + i * stride</c> into lane i; bounds are the caller's business.</summary>
    static abstract TVector LoadStrided(ref T source, nuint elementOffset, nuint stride);

    /// <summary>
    /// Loads <see cref="Count"/> neighbouring pairs: elements <c>elementOffset + 2 i</c> into lane i of the one vector and
    /// <c>elementOffset + 2 i + 1</c> into lane i of the other; bounds are the caller's business.
    /// </summary>
    static abstract void LoadPairs(ref T source, nuint elementOffset, out TVector first, out TVector second);

    /// <summary>Stores the lanes as <see cref="Count"/> neighbouring elements at any alignment; bounds are the caller's business.</summary>
    static abstract void Store(TVector value, ref T destination, nuint elementOffset);

    /// <summary>Returns a + b.</summary>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary>Returns a - b.</summary>
    static abstract TVector Subtract(TVector a, TVector b);

    /// <summary>Returns a * b.</summary>
    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary>Returns a * b, where b is the same in every lane.</summary>
    static abstract TVector Multiply(TVector a, T b);

    /// <summary>
    /// Returns a * b, in no more time where a factor or the product is subnormal: as a fused multiply-add to -0, which changes no bit,
    /// where the processor is one with AVX2.
    /// </summary>
    static abstract TVector MultiplySubnormal(TVector a, TVector b);

    /// <summary>Returns a / b.</summary>
    static abstract TVector Divide(TVector a, TVector b);

    /// <summary>Flips the sign bit, of zeros and NaNs too.</summary>
    static abstract TVector Negate(TVector a);

    /// <summary>Clears the sign bit, of zeros and NaNs too.</summary>
    static abstract TVector Abs(TVector a);

    /// <summary>Returns the square root of a.</summary>
    static abstract TVector Sqrt(TVector a);

    /// <summary>Returns a * b + c, rounded once.</summary>
    static abstract TVector FusedMultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>Returns sum + a * b, rounded once, where b is the same in every lane.</summary>
    static abstract TVector AddProduct(TVector sum, TVector a, T b);

    /// <summary>Adds the lanes to <see cref="Count"/> neighbouring elements; bounds are the caller's business.</summary>
    static abstract void AddTo(TVector value, ref T destination, nuint elementOffset);

    /// <summary>Adds a * b to <see cref="Count"/> neighbouring elements, each rounded once; bounds are the caller's business.</summary>
    static abstract void AddProductTo(TVector a, TVector b, ref T destination, nuint elementOffset);

    /// <summary>Returns <c>a &lt; b ? a : b</c>: b where either is NaN, and b of two zeros.</summary>
    static abstract TVector Min(TVector a, TVector b);

    /// <summary>Returns <c>a &gt; b ? a : b</c>: b where either is NaN, and b of two zeros.</summary>
    static abstract TVector Max(TVector a, TVector b);

    /// <summary>Sets all bits of a lane where a &lt; b, none elsewhere (NaN compares false).</summary>
    static abstract TVector LessThan(TVector a, TVector b);

    /// <summary>Sets all bits of a lane where a &lt;= b, none elsewhere (NaN compares false).</summary>
    static abstract TVector LessThanOrEqual(TVector a, TVector b);

    /// <summary>Sets all bits of a lane where a &gt; b, none elsewhere (NaN compares false).</summary>
    static abstract TVector GreaterThan(TVector a, TVector b);

    /// <summary>Sets all bits of a lane where a &gt;= b, none elsewhere (NaN compares false).</summary>
    static abstract TVector GreaterThanOrEqual(TVector a, TVector b);

    /// <summary>Sets all bits of a lane where a = b as numbers, none elsewhere (NaN compares false).</summary>
    static abstract TVector Equal(TVector a, TVector b);

    /// <summary>Takes each bit from <paramref name="whenTrue"/> where the mask's bit is set, else from <paramref name="whenFalse"/>.</summary>
    static abstract TVector Select(TVector mask, TVector whenTrue, TVector whenFalse);

    /// <summary>Returns the mask of the first <paramref name="count"/> lanes: of none if it is not positive, of all if it exceeds <see cref="Count"/>.</summary>
    static abstract TVector FirstLanes(int count);

    /// <summary>Returns <paramref name="magnitude"/> with the sign bit of <paramref name="sign"/>.</summary>
    static abstract TVector CopySign(TVector magnitude, TVector sign);

    /// <summary>Adds the bit patterns as integers, wrapping around.</summary>
    static abstract TVector AddBits(TVector a, TVector b);

    /// <summary>Subtracts the bit patterns as integers, wrapping around.</summary>
    static abstract TVector SubtractBits(TVector a, TVector b);

    /// <summary>Multiplies the lower 32 bits of the bit patterns as integers and keeps the lower 32 bits of the product; any bits above them are zero.</summary>
    static abstract TVector MultiplyBits(TVector a, TVector b);

    /// <summary>Shifts the bit patterns left.</summary>
    static abstract TVector ShiftBitsLeft(TVector a, int count);

    /// <summary>Shifts the bit patterns right, filling with the sign bit.</summary>
    static abstract TVector ShiftBitsRightArithmetic(TVector a, int count);

    /// <summary>Shifts the bit patterns right, filling with zeros.</summary>
    static abstract TVector ShiftBitsRightLogical(TVector a, int count);

    /// <summary>Returns the bits set in both.</summary>
    static abstract TVector And(TVector a, TVector b);

    /// <summary>Returns the bits set in either.</summary>
    static abstract TVector Or(TVector a, TVector b);

    /// <summary>Returns the bits set in exactly one.</summary>
    static abstract TVector Xor(TVector a, TVector b);

    /// <summary>Converts the signed integer that is each lane's bit pattern to the nearest floating-point number.</summary>
    static abstract TVector ConvertBitsToFloatingPoint(TVector a);
}
