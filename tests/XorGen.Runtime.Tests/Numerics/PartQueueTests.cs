namespace XorGen.Numerics;

public class PartQueueTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 8)]
    [InlineData(3, 5)]
    public void A_thread_takes_its_own_pieces_in_their_order_and_then_all_others(int ranges, int pieces)
    {
        var queue = new PartQueue();
        for (int member = 0; member < ranges; member++)
        {
            queue.Reset(ranges, pieces);
            List<(int Range, int Piece)> taken = TakeAll(queue, member);
            Assert.Equal(Enumerable.Range(0, pieces).Select(piece => (member, piece)), taken.Take(pieces));
            Assert.Equal(ranges * pieces, taken.Distinct().Count());
            Assert.Equal(ranges * pieces, taken.Count);
        }
    }

    [Fact]
    public void Every_piece_is_taken_once_by_threads_that_race_for_it()
    {
        const int Members = 4;
        const int Pieces = 20_000;
        var queue = new PartQueue();
        for (int repetition = 0; repetition < 20; repetition++)
        {
            queue.Reset(Members, Pieces);
            using var start = new Barrier(Members);
            var taken = new List<(int, int)>[Members];
            Thread[] threads = [.. Enumerable.Range(0, Members).Select(member => new Thread(() =>
            {
                // All begin with the same range, at the same time.
                start.SignalAndWait();
                taken[member] = TakeAll(queue, 0);
            }))];
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());
            Assert.Equal(Members * Pieces, taken.Sum(pieces => pieces.Count));
            Assert.Equal(Members * Pieces, taken.SelectMany(pieces => pieces).Distinct().Count());
        }
    }

    private static List<(int Range, int Piece)> TakeAll(PartQueue queue, int member)
    {
        var taken = new List<(int, int)>();
        while (queue.TryTake(member, out int range, out int piece))
        {
            taken.Add((range, piece));
        }

        return taken;
    }
}
