using System.Numerics;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics.Lanes;

public abstract class BitsTests<TVector, TLanes, T, TBits> : LanesTests<TVector, TLanes, T, TBits>
    where TVector : struct
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    where TBits : unmanaged, IBinaryInteger<TBits>
{
    [Fact]
    public void AddBits_wraps_around() => Agree(TLanes.AddBits, (a, b) => FromBits(unchecked(Bits(a) + Bits(b))), SameBits);

    [Fact]
    public void SubtractBits_wraps_around() => Agree(TLanes.SubtractBits, (a, b) => FromBits(unchecked(Bits(a) - Bits(b))), SameBits);

    [Fact]
    public void MultiplyBits_keeps_the_lower_32_bits() =>
        Agree(TLanes.MultiplyBits, (a, b) => FromBits(TBits.CreateTruncating(unchecked(Lower(a) * Lower(b)))), SameBits);

    [Fact]
    public void And_is_the_bits_of_both() => Agree(TLanes.And, (a, b) => FromBits(Bits(a) & Bits(b)), SameBits);

    [Fact]
    public void Or_is_the_bits_of_either() => Agree(TLanes.Or, (a, b) => FromBits(Bits(a) | Bits(b)), SameBits);

    [Fact]
    public void Xor_is_the_bits_of_exactly_one() => Agree(TLanes.Xor, (a, b) => FromBits(Bits(a) ^ Bits(b)), SameBits);

    [Fact]
    public void Shifts_move_the_bits_by_any_count()
    {
        for (int i = 0; i < BitCount; i++)
        {
            int count = i;
            Agree(a => TLanes.ShiftBitsLeft(a, count), a => FromBits(Bits(a) << count), SameBits);
            Agree(a => TLanes.ShiftBitsRightArithmetic(a, count), a => FromBits(Bits(a) >> count), SameBits);
            Agree(a => TLanes.ShiftBitsRightLogical(a, count), a => FromBits(Bits(a) >>> count), SameBits);
        }
    }

    [Fact]
    public void Bits_convert_to_the_nearest_number() =>
        Agree(TLanes.ConvertBitsToFloatingPoint, a => T.CreateTruncating(Bits(a)), SameBits);

    [Fact]
    public void Small_integers_convert_exactly()
    {
        T[] integers = [.. Enumerable.Range(-5000, 10_000).Select(i => FromBits(TBits.CreateChecked(i)))];
        Agree(
            integers, integers, integers, (a, _, _) => TLanes.ConvertBitsToFloatingPoint(a), (a, _, _) => T.CreateChecked(Bits(a)), SameBits);
    }

    private static uint Lower(T value) => uint.CreateTruncating(Bits(value));
}

public class Bits128SingleTests : BitsTests<Vector128<float>, Lanes128Single, float, int>;

public class Bits256SingleTests : BitsTests<Vector256<float>, Lanes256Single, float, int>;

public class Bits512SingleTests : BitsTests<Vector512<float>, Lanes512Single, float, int>;

public class Bits128DoubleTests : BitsTests<Vector128<double>, Lanes128Double, double, long>;

public class Bits256DoubleTests : BitsTests<Vector256<double>, Lanes256Double, double, long>;

public class Bits512DoubleTests : BitsTests<Vector512<double>, Lanes512Double, double, long>;
