using System.Numerics;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics.Lanes;

public abstract class ArithmeticTests<TVector, TLanes, T, TBits> : LanesTests<TVector, TLanes, T, TBits>
    where TVector : struct
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    where TBits : unmanaged, IBinaryInteger<TBits>
{
    [Fact]
    public void Add_is_the_sum() => Agree(TLanes.Add, (a, b) => a + b, SameNumber);

    [Fact]
    public void Subtract_is_the_difference() => Agree(TLanes.Subtract, (a, b) => a - b, SameNumber);

    [Fact]
    public void Multiply_is_the_product() => Agree(TLanes.Multiply, (a, b) => a * b, SameNumber);

    [Fact]
    public void MultiplySubnormal_is_the_product() => Agree(TLanes.MultiplySubnormal, (a, b) => a * b, SameNumber);

    [Fact]
    public void MultiplySubnormal_is_the_product_where_it_is_subnormal()
    {
        // Down to the smallest number and to zeros of both signs.
        T[] a = [.. Enumerable.Range(1, 64).Select(i => T.Epsilon * T.CreateChecked(i % 2 == 0 ? i * i : -i))];
        T[] b = [.. Enumerable.Range(0, 64).Select(i => T.CreateChecked(i % 3 == 0 ? -0.9 : i / 64.0))];
        Agree(a, b, b, (x, y, _) => TLanes.MultiplySubnormal(x, y), (x, y, _) => x * y, SameNumber);
    }

    [Fact]
    public void Divide_is_the_quotient() => Agree(TLanes.Divide, (a, b) => a / b, SameNumber);

    [Fact]
    public void Sqrt_is_the_square_root() => Agree(TLanes.Sqrt, T.Sqrt, SameNumber);

    [Fact]
    public void FusedMultiplyAdd_rounds_once() => Agree(TLanes.FusedMultiplyAdd, T.FusedMultiplyAdd, SameNumber);

    [Fact]
    public void FusedMultiplyAdd_keeps_what_the_product_lost()
    {
        // a b - round(a b) is the error of the product: zero if the multiply-add were not fused.
        T[] a = SamplesOf(4), b = SamplesOf(5);
        T[] minusProduct = [.. a.Zip(b, (x, y) => -(x * y))];
        Agree(a, b, minusProduct, TLanes.FusedMultiplyAdd, T.FusedMultiplyAdd, SameNumber);
    }

    [Fact]
    public void Min_is_a_where_it_is_less_else_b() => Agree(TLanes.Min, (a, b) => a < b ? a : b, SameNumber);

    [Fact]
    public void Max_is_a_where_it_is_greater_else_b() => Agree(TLanes.Max, (a, b) => a > b ? a : b, SameNumber);

    [Fact]
    public void Negate_flips_the_sign_bit_only() =>
        Agree(TLanes.Negate, a => FromBits(Bits(a) ^ (TBits.One << (BitCount - 1))), SameBits);

    [Fact]
    public void Abs_clears_the_sign_bit_only() =>
        Agree(TLanes.Abs, a => FromBits(Bits(a) & ~(TBits.One << (BitCount - 1))), SameBits);

    [Fact]
    public void CopySign_takes_the_sign_bit_only() => Agree(TLanes.CopySign, T.CopySign, SameBits);
}

public class Arithmetic128SingleTests : ArithmeticTests<Vector128<float>, Lanes128Single, float, int>;

public class Arithmetic256SingleTests : ArithmeticTests<Vector256<float>, Lanes256Single, float, int>;

public class Arithmetic512SingleTests : ArithmeticTests<Vector512<float>, Lanes512Single, float, int>;

public class Arithmetic128DoubleTests : ArithmeticTests<Vector128<double>, Lanes128Double, double, long>;

public class Arithmetic256DoubleTests : ArithmeticTests<Vector256<double>, Lanes256Double, double, long>;

public class Arithmetic512DoubleTests : ArithmeticTests<Vector512<double>, Lanes512Double, double, long>;
