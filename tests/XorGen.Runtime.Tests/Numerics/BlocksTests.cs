using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

public class BlocksTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(100_003)]
    public void A_block_of_floats_is_aligned_zeroed_and_long_enough(int length) => IsAlignedZeroedAndLongEnough<float>(length);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(100_003)]
    public void A_block_of_doubles_is_aligned_zeroed_and_long_enough(int length) => IsAlignedZeroedAndLongEnough<double>(length);

    [Fact]
    public unsafe void A_collection_does_not_move_a_block()
    {
        Blocks.Allocate(1000, out float[] owner, out int offset);
        nuint before = (nuint)Unsafe.AsPointer(ref owner[offset]);

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

        Assert.Equal(before, (nuint)Unsafe.AsPointer(ref owner[offset]));
    }

    private static unsafe void IsAlignedZeroedAndLongEnough<T>(int length)
        where T : unmanaged
    {
        // Many of them, because a single one may be aligned by chance; kept, so that each has another address.
        var owners = new List<T[]>();
        for (int i = 0; i < 50; i++)
        {
            Blocks.Allocate(length + (i % 5), out T[] owner, out int offset);
            owners.Add(owner);

            Assert.True(owner.Length - offset >= length + (i % 5));
            Assert.True((nuint)Unsafe.AsPointer(ref owner[offset]) % 64 == 0, $"The block starts at byte {offset * sizeof(T)} of its array, which is not aligned.");
            Assert.DoesNotContain(owner, value => !value.Equals(default(T)));
        }
    }
}
