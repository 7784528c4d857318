using System.Text;

namespace XorGen.Generator.Emission;

/// <summary>Writes indented lines of C#.</summary>
internal sealed class SourceWriter
{
    /// <summary>The length up to which lines are filled.</summary>
    public const int MostColumns = 140;

    private const int SpacesPerLevel = 4;

    private readonly StringBuilder text = new();
    private int level;
    private bool isAfterOpeningBrace = true;
    private bool blankLineIsDue;

    /// <summary>Writes lines, each indented to the present level, and broken where it is too long.</summary>
    public void Write(string lines)
    {
        foreach (string line in lines.Split('\n'))
        {
            WriteBroken(line.TrimEnd());
        }
    }

    /// <summary>Returns whether a line is short enough, at the present level.</summary>
    public bool Fits(string line) => (level * SpacesPerLevel) + line.Length <= MostColumns;

    /// <summary>Writes text and a list behind it, broken into lines where they are too long for one.</summary>
    /// <param name="before">What is before the list.</param>
    /// <param name="items">The elements, which commas separate.</param>
    /// <param name="after">What is after the list.</param>
    public void WriteList(string before, IReadOnlyList<string> items, string after)
    {
        string whole = before + string.Join(", ", items) + after;
        if (Fits(whole))
        {
            Write(whole);
            return;
        }

        Write(before);
        level++;
        string line = string.Empty;
        for (int i = 0; i < items.Count; i++)
        {
            string end = i < items.Count - 1 ? "," : after;
            string longer = line.Length == 0 ? items[i] + end : $"{line} {items[i]}{end}";
            if (line.Length > 0 && !Fits(longer))
            {
                Write(line);
                longer = items[i] + end;
            }

            line = longer;
        }

        Write(line);
        level--;
    }

    /// <summary>Leaves a blank line before the next one, unless that begins or ends a block.</summary>
    public void Separate() => blankLineIsDue = true;

    /// <summary>Opens a block without a header.</summary>
    public void OpenBlock()
    {
        WriteLine("{");
        level++;
        isAfterOpeningBrace = true;
    }

    /// <summary>Writes a header and opens its block.</summary>
    public void Open(string header)
    {
        Write(header);
        OpenBlock();
    }

    /// <summary>Closes the innermost block, with something after its brace.</summary>
    public void Close(string after = "")
    {
        level--;
        blankLineIsDue = false;
        WriteLine("}" + after);
    }

    public override string ToString() => text.ToString();

    /// <summary>Writes a line in as many as it takes: comments are broken between words, code behind a comma.</summary>
    private void WriteBroken(string line)
    {
        string indentation = line.Substring(0, line.Length - line.TrimStart().Length);
        string comment = line.TrimStart() is var text && text.StartsWith("/// ", StringComparison.Ordinal) ? "/// " : text.StartsWith("// ", StringComparison.Ordinal) ? "// " : string.Empty;
        string next = indentation + (comment.Length > 0 ? comment : "    ");
        while (!Fits(line))
        {
            int end = LastBreak(line, MostColumns - (level * SpacesPerLevel), next.Length, comment.Length > 0 ? " " : ", ");
            if (end < 0)
            {
                break;
            }

            WriteLine(line.Substring(0, end).TrimEnd());
            line = next + line.Substring(end).TrimStart();
        }

        WriteLine(line);
    }

    /// <summary>Returns where a line may be broken, behind a separator that is in no string literal; -1 where it may not.</summary>
    private static int LastBreak(string line, int most, int least, string separator)
    {
        int last = -1;
        bool isLiteral = false;
        for (int i = 0; i + separator.Length <= Math.Min(line.Length, most + 1); i++)
        {
            isLiteral ^= line[i] == '"' && separator.Length > 1;
            if (!isLiteral && i > least && string.CompareOrdinal(line, i, separator, 0, separator.Length) == 0)
            {
                last = i + separator.Length;
            }
        }

        return last;
    }

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
