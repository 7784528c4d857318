using System.Collections.ObjectModel;
using System.Globalization;

namespace XorGen;

/// <summary>The splits of a cross-validation.</summary>
internal sealed class Folds(RowSplit[] splits) : ReadOnlyCollection<RowSplit>(splits)
{
    /// <summary>Returns how many folds there are, and the rows of each.</summary>
    public override string ToString()
    {
        var text = new System.Text.StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Count} folds of {this[0].Train.Count + this[0].Test.Count} rows\n");
        for (int i = 0; i < Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"fold {i}: {this[i]}\n");
        }

        return text.ToString();
    }
}
