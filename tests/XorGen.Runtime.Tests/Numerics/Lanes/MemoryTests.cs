using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics.Lanes;

public abstract class MemoryTests<TVector, TLanes, T, TBits> : LanesTests<TVector, TLanes, T, TBits>
    where TVector : struct
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    where TBits : unmanaged, IBinaryInteger<TBits>
{
    [Fact]
    public void The_lanes_fill_the_vector()
    {
        Assert.Equal(Unsafe.SizeOf<TVector>(), TLanes.Count * Unsafe.SizeOf<T>());
        Assert.Equal(TLanes.Count, ToArray(TLanes.Zero).Length);
    }

    [Fact]
    public void Hardware_of_a_width_is_what_the_runtime_says() => Assert.Equal(
        Unsafe.SizeOf<TVector>() switch
        {
            16 => Vector128.IsHardwareAccelerated,
            32 => Vector256.IsHardwareAccelerated,
            _ => Vector512.IsHardwareAccelerated,
        },
        TLanes.IsHardwareAccelerated);

    [Fact]
    public void Zero_is_positive_zero() => Assert.All(ToArray(TLanes.Zero), lane => Assert.True(SameBits(T.Zero, lane)));

    [Fact]
    public void Create_sets_every_lane()
    {
        foreach (T value in SamplesOf(7).AsSpan(0, 1000))
        {
            Assert.All(ToArray(TLanes.Create(value)), lane => Assert.True(SameBits(value, lane)));
        }
    }

    [Fact]
    public void Load_takes_neighbours_from_any_offset()
    {
        T[] source = Positions(4 * TLanes.Count);
        for (int offset = 0; offset <= 3 * TLanes.Count; offset++)
        {
            Assert.Equal(source.AsSpan(offset, TLanes.Count).ToArray(), ToArray(TLanes.Load(ref source[0], (nuint)offset)));
        }
    }

    [Fact]
    public void LoadStrided_takes_every_strideth_element()
    {
        T[] source = Positions(10 * TLanes.Count);
        for (int offset = 0; offset < 5; offset++)
        {
            for (int stride = 0; stride < 9; stride++)
            {
                T[] expected = [.. Enumerable.Range(0, TLanes.Count).Select(lane => source[offset + (lane * stride)])];
                Assert.Equal(expected, ToArray(TLanes.LoadStrided(ref source[0], (nuint)offset, (nuint)stride)));
            }
        }
    }

    [Fact]
    public void LoadPairs_takes_the_first_and_the_second_of_each_pair()
    {
        T[] source = Positions(3 * TLanes.Count);
        for (int offset = 0; offset <= TLanes.Count; offset++)
        {
            TLanes.LoadPairs(ref source[0], (nuint)offset, out TVector first, out TVector second);
            Assert.Equal([.. Enumerable.Range(0, TLanes.Count).Select(lane => source[offset + (2 * lane)])], ToArray(first));
            Assert.Equal([.. Enumerable.Range(0, TLanes.Count).Select(lane => source[offset + (2 * lane) + 1])], ToArray(second));
        }
    }

    [Fact]
    public void Store_writes_the_lanes_and_nothing_else()
    {
        T[] source = Positions(TLanes.Count);
        TVector vector = TLanes.Load(ref source[0], 0);
        for (int offset = 0; offset <= TLanes.Count; offset++)
        {
            var destination = new T[2 * TLanes.Count];
            Array.Fill(destination, T.NegativeOne);
            TLanes.Store(vector, ref destination[0], (nuint)offset);

            Assert.Equal(source, destination.AsSpan(offset, TLanes.Count).ToArray());
            Assert.All(destination[..offset], value => Assert.Equal(T.NegativeOne, value));
            Assert.All(destination[(offset + TLanes.Count)..], value => Assert.Equal(T.NegativeOne, value));
        }
    }
}

public class Memory128SingleTests : MemoryTests<Vector128<float>, Lanes128Single, float, int>
{
    [Fact]
    public void Of_fills_the_first_lanes()
    {
        Assert.Equal(Vector128.Create(1f, 2, 3, 4), Lanes128Single.Of(1, 2, 3, 4));
        Assert.Equal(Vector128.Create(1f, 2, 3, 0), Lanes128Single.Of(1, 2, 3).WithElement(3, 0));
        Assert.Equal(Vector128.Create(1f, 2, 0, 0), Lanes128Single.Of(1, 2).WithElement(2, 0).WithElement(3, 0));
    }
}

public class Memory256SingleTests : MemoryTests<Vector256<float>, Lanes256Single, float, int>;

public class Memory512SingleTests : MemoryTests<Vector512<float>, Lanes512Single, float, int>;

public class Memory128DoubleTests : MemoryTests<Vector128<double>, Lanes128Double, double, long>
{
    [Fact]
    public void Of_fills_the_lanes() => Assert.Equal(Vector128.Create(1.0, 2), Lanes128Double.Of(1, 2));
}

public class Memory256DoubleTests : MemoryTests<Vector256<double>, Lanes256Double, double, long>;

public class Memory512DoubleTests : MemoryTests<Vector512<double>, Lanes512Double, double, long>;
