using System.Globalization;

namespace XorGen.Training;

/// <summary>All rows have the same target, so there is nothing to learn.</summary>
internal static class TargetsAlikeHint
{
    public static TrainingHint Of(int rows, ReadOnlySpan<int> labels)
    {
        string what = labels.IsEmpty
            ? string.Create(CultureInfo.InvariantCulture, $"All {rows} rows have the same target")
            : string.Create(CultureInfo.InvariantCulture, $"All {rows} rows have the label {labels[0]}");
        return new TrainingHint(
            TrainingHintKind.TargetsAlike,
            $"{what}: the network can learn only to say that, whatever its inputs are. Look at how the data was read and split.");
    }
}
