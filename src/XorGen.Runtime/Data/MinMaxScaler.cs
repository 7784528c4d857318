using System.Globalization;
using System.Numerics;
using System.Text;

namespace XorGen;

/// <summary>
/// Scales each column to a range: <c>scaled = low + (value - smallest) (high - low) / (largest - smallest)</c>. A column that is
/// constant becomes the lower end.
/// </summary>
/// <remarks>
/// <para>What is between the smallest and the largest value becomes a number of the range exactly, the two themselves its ends,
/// whatever their magnitude; values beyond them go beyond the range, in proportion.</para>
/// <para>A column is constant too when its values differ by rounding only, as <see cref="Standardizer"/> defines it.</para>
/// </remarks>
public sealed class MinMaxScaler : Scaler
{
    internal const int FileKind = 2;

    private readonly double[] smallest;
    private readonly double[] largest;

    /// <summary>largest - smallest; of a constant column the distance that becomes that of the ends.</summary>
    private readonly double[] widths;

    private MinMaxScaler(double[] smallest, double[] largest, double[] widths, double low, double high)
        : base(
            [.. smallest.Select((least, j) => least - (low * Spread(widths[j], low, high)))],
            [.. widths.Select(width => Spread(width, low, high))])
    {
        this.smallest = smallest;
        this.largest = largest;
        this.widths = widths;
        Low = low;
        High = high;
    }

    /// <summary>Gets the value of each column that becomes <see cref="Low"/>.</summary>
    public IReadOnlyList<double> Smallest => smallest;

    /// <summary>Gets the value of each column that becomes <see cref="High"/>; of a constant column, <see cref="Low"/>.</summary>
    public IReadOnlyList<double> Largest => largest;

    /// <summary>Gets the lower end of the range.</summary>
    public double Low { get; }

    /// <summary>Gets the upper end of the range.</summary>
    public double High { get; }

    internal override ScalerContent Content => new(FileKind, [Low, High], [smallest, largest, widths]);

    /// <summary>Creates one from known numbers.</summary>
    /// <param name="smallest">The value of each column that becomes <paramref name="low"/>.</param>
    /// <param name="largest">The value of each column that becomes <paramref name="high"/>; where it is the same, the column becomes <paramref name="low"/>.</param>
    /// <param name="low">The lower end of the range.</param>
    /// <param name="high">The upper end of the range.</param>
    /// <exception cref="ArgumentException">There are not as many of both, a number is not finite, the ends are not in order, or a difference is not finite.</exception>
    public static MinMaxScaler Between(IReadOnlyList<double> smallest, IReadOnlyList<double> largest, double low = 0, double high = 1)
    {
        double[] least = Numbers.Finite(smallest, nameof(smallest));
        double[] most = Numbers.Finite(largest, nameof(largest));
        Numerics.Check.Length(most.Length, least.Length, nameof(largest));
        CheckRange(low, high);
        var widths = new double[least.Length];
        for (int j = 0; j < least.Length; j++)
        {
            if (most[j] < least[j])
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Column {j} is from {least[j]} to {most[j]}; the largest value must not be below the smallest."), nameof(largest));
            }

            widths[j] = most[j] > least[j] ? Width(least[j], most[j], j, nameof(largest)) : 1;
        }

        return new MinMaxScaler(least, most, widths, low, high);
    }

    /// <summary>Gets the smallest and the largest value of each column of some rows.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="rows">Rows of <paramref name="columns"/> finite numbers, at least one row.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="low">The lower end of the range.</param>
    /// <param name="high">The upper end of the range.</param>
    /// <exception cref="ArgumentException">
    /// The rows are none or not whole, a number is not finite (its row and column are named), the ends are not in order, or the largest
    /// and the smallest value of a column are further from each other than the largest double.
    /// </exception>
    public static MinMaxScaler Fit<T>(ReadOnlySpan<T> rows, int columns, double low = 0, double high = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CheckData(rows, columns);
        CheckRange(low, high);
        var smallest = new double[columns];
        var largest = new double[columns];
        var widths = new double[columns];
        for (int j = 0; j < columns; j++)
        {
            (smallest[j], largest[j]) = ColumnStatistics.Extremes(rows, columns, j);
            widths[j] = smallest[j] == largest[j] ? 1
                : ConstantColumn.Is<T>(smallest[j], largest[j]) ? Math.Max(1, Math.Abs(smallest[j]))
                : Width(smallest[j], largest[j], j, nameof(rows));
        }

        return new MinMaxScaler(smallest, largest, widths, low, high);
    }

    /// <summary>Returns a table: the smallest and the largest value of each column, and the range that they become.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"MinMaxScaler of {ColumnTable.Count(ColumnCount)} to the range from {Low} to {High}\n");
        text.Append("column        smallest         largest\n");
        for (int j = 0; j < ColumnCount; j++)
        {
            ColumnTable.AppendRow(text, j, smallest[j], largest[j]);
        }

        return text.ToString();
    }

    /// <summary>Makes one of what a file has.</summary>
    /// <exception cref="InvalidDataException">The numbers contradict each other.</exception>
    internal static MinMaxScaler OfFile(double low, double high, double[] smallest, double[] largest, double[] widths)
    {
        if (!(low < high) || !double.IsFinite(high - low))
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The scaler's range is from {low} to {high}; it must go up."));
        }

        for (int j = 0; j < smallest.Length; j++)
        {
            if (smallest[j] > largest[j])
            {
                throw new InvalidDataException(string.Create(
                    CultureInfo.InvariantCulture, $"Column {j} of the scaler is from {smallest[j]} to {largest[j]}; it must not go down."));
            }
        }

        return new MinMaxScaler(smallest, largest, widths, low, high);
    }

    private protected override double Origin(int column) => smallest[column];

    private protected override double Offset => Low;

    private protected override double Scale(double value, int column)
    {
        double least = smallest[column];
        double most = largest[column];
        double width = widths[column];
        if (value > most)
        {
            return (IsConstant(column) ? Low : High) + Beyond(value, most, width);
        }

        if (!(value >= least))
        {
            return Low + Beyond(value, least, width);
        }

        return IsConstant(column) ? Low
            : value == most ? High
            : Math.Clamp(Low + ((value - least) / width * (High - Low)), Low, High);
    }

    private protected override double Unscale(double scaled, int column)
    {
        double least = smallest[column];
        double most = largest[column];
        double value = least + ((scaled - Low) / (High - Low) * widths[column]);
        return IsConstant(column) || !(scaled >= Low && scaled <= High) ? value
            : scaled == High ? most
            : Math.Clamp(value, least, most);
    }

    private static double Spread(double width, double low, double high) => Math.Max(width / (high - low), double.Epsilon);

    private static double Width(double least, double most, int column, string parameter)
    {
        double width = most - least;
        return double.IsFinite(width)
            ? width
            : throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Column {column} is from {least} to {most}, further apart than the largest double."), parameter);
    }

    private static void CheckRange(double low, double high)
    {
        if (!(low < high) || !double.IsFinite(high - low))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The range must go up, from one finite number to another, but it is from {low} to {high}."), nameof(high));
        }
    }

    /// <summary>How far a value is beyond an end, in the scale of the range.</summary>
    private double Beyond(double value, double end, double width)
    {
        double distance = value - end;
        return double.IsInfinity(distance) && double.IsFinite(value)
            ? ((value / 2) - (end / 2)) / (width / 2) * (High - Low)
            : distance / width * (High - Low);
    }

    /// <summary>A constant column is the only one whose width is not that of its values.</summary>
    private bool IsConstant(int column) => widths[column] != largest[column] - smallest[column];
}
