using System.Globalization;
using System.Runtime.CompilerServices;

namespace XorGen.Training.Schedules;

/// <summary>Checks what schedules are made with.</summary>
internal static class ScheduleArguments
{
    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be a positive number."));

    public static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be a number that is not negative."));

    public static int? Length(int? value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; it must be at least 1.");
}
