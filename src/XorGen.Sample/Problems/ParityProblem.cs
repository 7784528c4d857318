using XorGen.Sample.Networks;
using XorGen.Sample.Plots;

namespace XorGen.Sample.Problems;

/// <summary>The parity of eight bits.</summary>
internal sealed class ParityProblem : EverySeedProblem<ParityNet>
{
    private const int Rows = 1 << ParityNet.InputCount;

    /// <summary>Makes the table: row r has bit j of r as its input j, -1 if it is clear and 1 if it is set.</summary>
    public ParityProblem()
    {
        Inputs = new float[Rows * ParityNet.InputCount];
        Targets = new float[Rows];
        for (int row = 0; row < Rows; row++)
        {
            for (int bit = 0; bit < ParityNet.InputCount; bit++)
            {
                Inputs[(row * ParityNet.InputCount) + bit] = ((row >> bit) & 1) == 1 ? 1 : -1;
            }

            Targets[row] = int.PopCount(row) & 1;
        }
    }

    /// <inheritdoc/>
    public override string Name => "parity8";

    /// <inheritdoc/>
    public override string Summary => "Parity: whether an odd number of eight bits is set";

    /// <inheritdoc/>
    protected override string Introduction =>
        "XOR of eight inputs. Each of the 256 rows has only neighbours of the other class: every single bit decides. " +
        "All rows are to be right, from every seed.";

    /// <inheritdoc/>
    protected override float[] Inputs { get; }

    /// <inheritdoc/>
    protected override float[] Targets { get; }

    /// <inheritdoc/>
    protected override TrainingOptions Training => new() { Epochs = 5_000, LearningRate = 0.01, TargetLoss = SafeLoss };

    /// <inheritdoc/>
    protected override Panel AnswerPanel(ParityNet network)
    {
        var outputs = new float[Rows];
        network.Predict(Inputs, outputs);
        return new Panel(1, plot => ParityPanel.Draw(plot, outputs));
    }
}
