using System.Globalization;
using XorGen.Benchmarks.Plots;
using XorGen.Benchmarks.Reports;

namespace XorGen.Benchmarks.Sections;

/// <summary>Pictures of the cost over width, depth and batch.</summary>
internal sealed class PlotsSection : ISection
{
    private const int Rounds = 40;

    public string Key => "plots";

    public string Description => "pictures of the cost over width, depth and batch";

    public string Run(MeasurementOptions options)
    {
        int rounds = options.Rounds(Rounds);
        IReadOnlyList<Curve> width = CostCurves.OverWidth(rounds);
        IReadOnlyList<Curve> depth = CostCurves.OverDepth(rounds);
        IReadOnlyList<Curve> batch = CostCurves.OverBatch(rounds);
        string widthPath = CostPicture.Write("cost-width", "16 inputs, n neurons with tanh, 4 outputs", "neurons of the hidden layer", false, width);
        string depthPath = CostPicture.Write("cost-depth", "32 inputs, n layers of 32 neurons with tanh, 4 outputs", "hidden layers", false, depth);
        string batchPath = CostPicture.Write("cost-batch", "Time per row", "rows of a call", true, batch);
        Curve forward = width[0];
        (int size, double step) = Enumerable.Range(1, forward.Sizes.Length - 1)
            .Select(i => (forward.Sizes[i], Step: forward.Nanoseconds[i] / forward.Nanoseconds[i - 1]))
            .MaxBy(entry => entry.Step);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Conditions.Text} Best of {rounds} runs, all networks by turns. The steepest step of `Forward` over the width is from {size - 1} to {size} neurons: {step:0.00} ×.\n\n![Cost over width]({widthPath})\n\n![Cost over depth]({depthPath})\n\n![Cost over batch]({batchPath})\n");
    }
}
