namespace XorGen.Training;

/// <summary>Numbers that are recorded one after the other.</summary>
/// <remarks>
/// Not a list: lists are in an assembly of their own, and one of numbers has to be compiled. For a short program that would be a millisecond.
/// </remarks>
/// <param name="capacity">How many there is room for at first.</param>
internal sealed class Series(int capacity)
{
    private double[] values = new double[capacity];

    public int Count { get; private set; }

    public ReadOnlySpan<double> Values => new(values, 0, Count);

    public void Add(double value)
    {
        if (Count == values.Length)
        {
            Array.Resize(ref values, (int)Math.Min(Array.MaxLength, Math.Max(4, 2L * Count)));
        }

        values[Count++] = value;
    }

    public double[] ToArray() => Values.ToArray();

    public void Clear() => Count = 0;

    /// <summary>Replaces all numbers by as many as are asked for, and returns the memory for them.</summary>
    public Span<double> Replace(int count)
    {
        values = new double[Math.Max(count, capacity)];
        Count = count;
        return new Span<double>(values, 0, count);
    }
}
