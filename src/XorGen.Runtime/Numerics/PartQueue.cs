namespace XorGen.Numerics;

/// <summary>
/// Hands the pieces of a job to the threads of a team. Each thread has a range of pieces of its own, the same in every step of a training:
/// what it has written there is still in its core's cache. Who is done with its own takes what others have not begun: cores are
/// not equally fast, nor always there.
/// </summary>
internal sealed class PartQueue
{
    /// <summary>Two cache lines: a processor may fetch them in pairs.</summary>
    private const int Distance = 32;

    private int[] taken = [];
    private int ranges;
    private int pieces;

    /// <summary>Puts all pieces back. No thread may be taking any.</summary>
    /// <param name="newRanges">The number of ranges, one for each thread.</param>
    /// <param name="newPieces">The number of pieces of each.</param>
    public void Reset(int newRanges, int newPieces)
    {
        ranges = newRanges;
        pieces = newPieces;
        if (taken.Length < (ranges + 1) * Distance)
        {
            taken = new int[(ranges + 1) * Distance];
        }

        for (int range = 0; range < ranges; range++)
        {
            Taken(range) = 0;
        }
    }

    /// <summary>Takes a piece, unless there is none left.</summary>
    /// <param name="member">The number of the thread, from 0, which is that of its range.</param>
    /// <param name="range">The range of the piece.</param>
    /// <param name="piece">The number of the piece in it.</param>
    public bool TryTake(int member, out int range, out int piece)
    {
        for (int i = 0; i < ranges; i++)
        {
            range = (member + i) % ranges;
            if (Volatile.Read(ref Taken(range)) < pieces)
            {
                piece = Interlocked.Increment(ref Taken(range)) - 1;
                if (piece < pieces)
                {
                    return true;
                }
            }
        }

        range = 0;
        piece = 0;
        return false;
    }

    private ref int Taken(int range) => ref taken[(range + 1) * Distance];
}
