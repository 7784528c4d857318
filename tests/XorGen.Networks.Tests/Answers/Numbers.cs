using System.Numerics;
using XorGen.Numerics;

namespace XorGen.Answers;

/// <summary>Numbers to put into networks.</summary>
internal static class Numbers
{
    /// <summary>Returns numbers from -1 to 1, always the same.</summary>
    public static T[] Some<T>(int count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var random = new RandomSource(count);
        var numbers = new T[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = T.CreateTruncating((2 * random.NextDouble()) - 1);
        }

        return numbers;
    }
}
