using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace XorGen.Numerics;

public class ScratchTests
{
    [Fact]
    public void The_next_call_gets_the_same_memory() => OnAThreadOfItsOwn(() =>
    {
        Span<float> first = Scratch<float>.Get(100);
        Span<float> next = Scratch<float>.Get(60);

        Assert.Equal(100, first.Length);
        Assert.Equal(60, next.Length);
        Assert.True(Unsafe.AreSame(ref first[0], ref next[0]));
    });

    [Fact]
    public void It_grows_when_more_is_asked_for_and_stays_so() => OnAThreadOfItsOwn(() =>
    {
        Scratch<double>.Get(10);
        Span<double> grown = Scratch<double>.Get(10_000);
        grown[9_999] = 1;
        Span<double> again = Scratch<double>.Get(10);

        Assert.Equal(10_000, grown.Length);
        Assert.True(Unsafe.AreSame(ref grown[0], ref again[0]));
    });

    [Fact]
    public void A_call_that_needs_no_more_than_the_last_allocates_nothing() => OnAThreadOfItsOwn(() =>
    {
        Scratch<float>.Get(1000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int length = 0; length <= 1000; length++)
        {
            Scratch<float>.Get(length);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    });

    [Fact]
    public unsafe void It_is_aligned_to_64_bytes() => OnAThreadOfItsOwn(() =>
    {
        for (int length = 1; length < 5000; length += 37)
        {
            Assert.True((nuint)Unsafe.AsPointer(ref Scratch<float>.Get(length)[0]) % 64 == 0);
            Assert.True((nuint)Unsafe.AsPointer(ref Scratch<double>.Get(length)[0]) % 64 == 0);
        }
    });

    [Fact]
    public void Each_thread_has_its_own()
    {
        Span<float> mine = Scratch<float>.Get(4);
        mine.Fill(1);
        OnAThreadOfItsOwn(() => Scratch<float>.Get(4).Fill(2));

        Assert.Equal([1, 1, 1, 1], mine.ToArray());
    }

    // The memory is that of the thread: another test on the same one would have grown it.
    private static void OnAThreadOfItsOwn(Action test)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(test));
        thread.Start();
        thread.Join();
        if (failure is not null)
        {
            throw new InvalidOperationException(failure.Message, failure);
        }
    }
}
