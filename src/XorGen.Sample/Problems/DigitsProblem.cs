using XorGen.Sample.Datasets;
using XorGen.Sample.Networks;
using XorGen.Sample.Plots;
using XorGen.Sample.Problems.CrossValidated;

namespace XorGen.Sample.Problems;

/// <summary>Small handwritten digits.</summary>
internal sealed class DigitsProblem() : ClassificationProblem<DigitsClassifier>(new(ClassicData.Digits))
{
    private const int Side = 8;

    /// <inheritdoc/>
    public override string Name => "digits";

    /// <inheritdoc/>
    public override string Summary => "Digits: ten handwritten digits of eight by eight pixels";

    /// <inheritdoc/>
    public override double Goal => 0.974;

    /// <inheritdoc/>
    protected override string Introduction =>
        "1,797 digits, each a square of 64 pixels from 0 to 16. Columns that are constant in the rows trained on, some corners, " +
        "are only centred.";

    /// <inheritdoc/>
    protected override TrainingOptions Training { get; } = new() { Epochs = 50, BatchSize = 32, LearningRate = 0.005 };

    /// <inheritdoc/>
    protected override IEnumerable<Picture> MorePictures(IReadOnlyList<int> rows, IReadOnlyList<int> predictions)
    {
        LabelledImage[] mistaken =
        [
            .. rows.Zip(predictions)
                .Where(test => Data.Labels[test.First] != test.Second)
                .DistinctBy(test => test.First)
                .Select(test => new LabelledImage(
                    Data.Inputs.AsMemory(test.First * Data.Columns, Data.Columns),
                    Side,
                    Data.ClassNames[Data.Labels[test.First]],
                    Data.ClassNames[test.Second])),
        ];
        return mistaken.Length == 0
            ? []
            : [ImageGrid.Of("digits-mistaken", "Digits that a network had not seen and took for others (above what they are, below what it said)", mistaken, columns: 10, rows: 4)];
    }
}
