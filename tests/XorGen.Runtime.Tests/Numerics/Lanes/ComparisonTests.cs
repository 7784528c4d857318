using System.Numerics;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics.Lanes;

public abstract class ComparisonTests<TVector, TLanes, T, TBits> : LanesTests<TVector, TLanes, T, TBits>
    where TVector : struct
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    where TBits : unmanaged, IBinaryInteger<TBits>
{
    public static TheoryData<int> FirstLaneCounts => [.. Enumerable.Range(-1, TLanes.Count + 3), int.MinValue, int.MaxValue];

    [Fact]
    public void LessThan_sets_all_bits_or_none() => Agree(TLanes.LessThan, (a, b) => Mask(a < b), SameBits);

    [Fact]
    public void LessThanOrEqual_sets_all_bits_or_none() => Agree(TLanes.LessThanOrEqual, (a, b) => Mask(a <= b), SameBits);

    [Fact]
    public void GreaterThan_sets_all_bits_or_none() => Agree(TLanes.GreaterThan, (a, b) => Mask(a > b), SameBits);

    [Fact]
    public void GreaterThanOrEqual_sets_all_bits_or_none() => Agree(TLanes.GreaterThanOrEqual, (a, b) => Mask(a >= b), SameBits);

    [Fact]
    public void Equal_sets_all_bits_or_none() => Agree(TLanes.Equal, (a, b) => Mask(a == b), SameBits);

    [Fact]
    public void Equal_finds_equal_numbers()
    {
        T[] samples = SamplesOf(6);
        Agree(samples, samples, samples, (a, b, _) => TLanes.Equal(a, b), (a, _, _) => Mask(!T.IsNaN(a)), SameBits);
    }

    [Fact]
    public void Select_takes_each_bit_by_the_mask() =>
        Agree(TLanes.Select, (mask, a, b) => FromBits((Bits(mask) & Bits(a)) | (~Bits(mask) & Bits(b))), SameBits);

    [Fact]
    public void Select_takes_whole_lanes_by_a_comparison() =>
        Agree((a, b, c) => TLanes.Select(TLanes.LessThan(a, b), b, c), (a, b, c) => a < b ? b : c, SameBits);

    [Theory]
    [MemberData(nameof(FirstLaneCounts))]
    public void FirstLanes_is_the_mask_of_that_many_lanes(int count)
    {
        T[] mask = ToArray(TLanes.FirstLanes(count));
        for (int lane = 0; lane < mask.Length; lane++)
        {
            Assert.True(SameBits(Mask(lane < count), mask[lane]), $"Lane {lane} of FirstLanes({count}).");
        }
    }
}

public class Comparison128SingleTests : ComparisonTests<Vector128<float>, Lanes128Single, float, int>;

public class Comparison256SingleTests : ComparisonTests<Vector256<float>, Lanes256Single, float, int>;

public class Comparison512SingleTests : ComparisonTests<Vector512<float>, Lanes512Single, float, int>;

public class Comparison128DoubleTests : ComparisonTests<Vector128<double>, Lanes128Double, double, long>;

public class Comparison256DoubleTests : ComparisonTests<Vector256<double>, Lanes256Double, double, long>;

public class Comparison512DoubleTests : ComparisonTests<Vector512<double>, Lanes512Double, double, long>;
