using System.Globalization;
using System.Text;

namespace System.Runtime.CompilerServices;

/// <summary>
/// What the compiler makes every interpolated string of this netstandard2.0 project with. Unlike that of later frameworks, and unlike
/// string.Format, it heeds no culture: generated text must be the same on every machine, and it must be C#, which a minus sign of
/// another alphabet is not.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct DefaultInterpolatedStringHandler
{
    private readonly StringBuilder text;

    public DefaultInterpolatedStringHandler(int literalLength, int formattedCount) => text = new(literalLength + (8 * formattedCount));

    public void AppendLiteral(string value) => text.Append(value);

    public void AppendFormatted(string? value) => text.Append(value);

    public void AppendFormatted<T>(T value, string? format = null) =>
        text.Append(value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString());

    public string ToStringAndClear() => text.ToString();
}

/// <summary>Marks the type above for the compiler.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
internal sealed class InterpolatedStringHandlerAttribute : Attribute;
