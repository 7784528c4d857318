namespace XorGen.Sample.Output;

/// <summary>The characters that a chart is made of.</summary>
/// <param name="DotsAcross">The number of dots side by side in a character.</param>
/// <param name="DotsDown">The number of dots one below the other in a character.</param>
/// <param name="Spell">The character for a set of dots: bit <c>DotsAcross * y + x</c> is the dot at x, y.</param>
/// <param name="Vertical">The vertical axis.</param>
/// <param name="Corner">Where the axes meet.</param>
/// <param name="Horizontal">The horizontal axis.</param>
internal sealed record ChartAlphabet(
    int DotsAcross, int DotsDown, Func<int, char> Spell, char Vertical, char Corner, char Horizontal)
{
    private const char BrailleBlank = '\u2800';

    /// <summary>Gets an alphabet that every terminal and editor can show.</summary>
    public static ChartAlphabet Ascii { get; } = new(1, 1, dots => dots == 0 ? ' ' : '*', '|', '+', '-');

    /// <summary>Gets an alphabet of braille patterns, with eight dots to a character.</summary>
    public static ChartAlphabet Braille { get; } = new(2, 4, SpellBraille, '\u2502', '\u2514', '\u2500');

    private static char SpellBraille(int dots)
    {
        if (dots == 0)
        {
            // Some fonts draw a braille pattern without dots as eight hollow ones.
            return ' ';
        }

        // Unicode numbers a pattern's dots down the left column, down the right one, then along the bottom row.
        ReadOnlySpan<int> bits = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];
        int pattern = BrailleBlank;
        for (int dot = 0; dot < bits.Length; dot++)
        {
            if ((dots & (1 << dot)) != 0)
            {
                pattern |= bits[dot];
            }
        }

        return (char)pattern;
    }
}
