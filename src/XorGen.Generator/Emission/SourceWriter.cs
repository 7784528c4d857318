using System.Text;

namespace XorGen.Generator.Emission;

/// <summary>Writes indented lines of C#.</summary>
internal sealed class SourceWriter
{
    private const int SpacesPerLevel = 4;

    private readonly StringBuilder text = new();
    private int level;
    private bool isAfterOpeningBrace = true;
    private bool blankLineIsDue;

    /// <summary>Writes lines, each indented to the present level.</summary>
    public void Write(string lines)
    {
        foreach (string line in lines.Split('\n'))
        {
            WriteLine(line.TrimEnd());
        }
    }

    /// <summary>Leaves a blank line before the next one, unless that begins or ends a block.</summary>
    public void Separate() => blankLineIsDue = true;

    /// <summary>Writes a header and opens its block.</summary>
    public void Open(string header)
    {
        Write(header);
        WriteLine("{");
        level++;
        isAfterOpeningBrace = true;
    }

    /// <summary>Closes the innermost block.</summary>
    public void Close()
    {
        level--;
        blankLineIsDue = false;
        WriteLine("}");
    }

    public override string ToString() => text.ToString();

    private void WriteLine(string line)
    {
        if (line.Length == 0)
        {
            Separate();
            return;
        }

        if (blankLineIsDue && !isAfterOpeningBrace)
        {
            text.Append('\n');
        }

        blankLineIsDue = false;
        isAfterOpeningBrace = line == "{";
        text.Append(' ', level * SpacesPerLevel).Append(line).Append('\n');
    }
}
