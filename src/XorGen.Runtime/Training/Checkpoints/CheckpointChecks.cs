using System.Globalization;

namespace XorGen.Training;

/// <summary>Refuses numbers of a checkpoint that no training can have: a checksum protects against damage, not against somebody who writes another.</summary>
internal static class CheckpointChecks
{
    /// <summary>The longest training that is believed, about 14,000 years, so that what is added to it does not overflow.</summary>
    private static readonly TimeSpan LongestTime = TimeSpan.MaxValue / 2;

    /// <summary>Throws unless a number lies within these bounds.</summary>
    /// <exception cref="InvalidDataException">It does not.</exception>
    public static void Within(long value, long least, long most, string what)
    {
        if (value < least || value > most)
        {
            throw new InvalidDataException($"The checkpoint has {what} {value}; it must be from {least} to {most}.");
        }
    }

    /// <summary>Throws unless a number is finite and not negative.</summary>
    /// <exception cref="InvalidDataException">It is not.</exception>
    public static void NotNegative(double value, string what)
    {
        if (!(value >= 0 && double.IsFinite(value)))
        {
            throw new InvalidDataException(
                string.Create(CultureInfo.InvariantCulture, $"The checkpoint has {what} {value}; it must be a finite number that is not negative."));
        }
    }

    /// <summary>Throws unless something that follows from other numbers of the checkpoint holds.</summary>
    /// <exception cref="InvalidDataException">It does not hold.</exception>
    public static void Holds(bool holds, string contradiction)
    {
        if (!holds)
        {
            throw new InvalidDataException($"The checkpoint contradicts itself: {contradiction}.");
        }
    }

    /// <summary>Returns a time of so many ticks.</summary>
    /// <exception cref="InvalidDataException">It is negative, or longer than any training.</exception>
    public static TimeSpan Time(long ticks)
    {
        Within(ticks, 0, LongestTime.Ticks, "an elapsed time, in ticks, of");
        return new TimeSpan(ticks);
    }
}
