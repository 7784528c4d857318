using XorGen.Sample.Story;

namespace XorGen.Sample.Output;

/// <summary>A loss curve drawn with characters: loss upwards from 0, iterations to the right.</summary>
internal sealed class LossChart
{
    private const int LabelWidth = 5;

    private readonly LossCurve _curve;
    private readonly ChartAlphabet _alphabet;
    private readonly int _columns;
    private readonly int _rows;
    private readonly double _top;
    private readonly int[][] _dots;

    public LossChart(LossCurve curve, ChartAlphabet alphabet, int columns, int rows)
    {
        _curve = curve;
        _alphabet = alphabet;
        _columns = columns;
        _rows = rows;
        _top = Math.Ceiling(curve.Losses.Max() * 10) / 10;
        _dots = [.. Enumerable.Range(0, rows).Select(_ => new int[columns])];
        Draw();
    }

    /// <summary>Returns the chart, line by line.</summary>
    public IEnumerable<string> Lines()
    {
        for (int row = 0; row < _rows; row++)
        {
            string label = row == 0 ? $"{_top:F2}" : row == _rows / 2 ? $"{_top * (_rows - row) / _rows:F2}" : string.Empty;
            yield return $"{label,LabelWidth} {_alphabet.Vertical}{Row(row)}";
        }

        yield return $"{"0",LabelWidth} {_alphabet.Corner}{new string(_alphabet.Horizontal, _columns)}";

        string last = $"{(_curve.Losses.Count - 1) * _curve.Interval:N0} iterations";
        yield return $"{string.Empty,LabelWidth}  0{last.PadLeft(_columns - 1)}";
    }

    private string Row(int row) =>
        string.Concat(_dots[row].Select(_alphabet.Spell)).TrimEnd();

    private void Draw()
    {
        int width = _columns * _alphabet.DotsAcross;
        int previous = HeightAt(0);
        for (int x = 0; x < width; x++)
        {
            int height = HeightAt((double)x / (width - 1));

            // A steep fall is drawn as a vertical stroke.
            for (int y = Math.Min(height, previous); y <= Math.Max(height, previous); y++)
            {
                Set(x, y);
            }

            previous = height;
        }
    }

    /// <summary>Returns how many dots below the top the curve is, at a fraction of its length.</summary>
    private int HeightAt(double fraction)
    {
        int dotsDown = _rows * _alphabet.DotsDown;
        double loss = _curve.Losses[(int)Math.Round(fraction * (_curve.Losses.Count - 1))];
        return (int)Math.Min(dotsDown - 1, (1 - (loss / _top)) * dotsDown);
    }

    private void Set(int x, int y)
    {
        int dot = (y % _alphabet.DotsDown * _alphabet.DotsAcross) + (x % _alphabet.DotsAcross);
        _dots[y / _alphabet.DotsDown][x / _alphabet.DotsAcross] |= 1 << dot;
    }
}
