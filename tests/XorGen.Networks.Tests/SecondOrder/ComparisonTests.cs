using XorGen.Datasets;

namespace XorGen.SecondOrder;

/// <summary>The second-order optimizers reach far lower losses than adam in far fewer epochs.</summary>
public class ComparisonTests
{
    private static readonly double[] Angles = [.. Enumerable.Range(0, 60).Select(i => (i / 20.0) - 1)];
    private static readonly double[] Sines = [.. Angles.Select(x => Math.Sin(3 * x))];

    [Fact]
    public void On_XOR()
    {
        var options = new TrainingOptions { Epochs = 60, TargetLoss = 1e-8 };
        TrainingReport lbfgs = new XorLbfgsDouble(1).Fit(Xor.Inputs, Xor.Targets, options);
        TrainingReport marquardt = new XorMarquardtDouble(1).Fit(Xor.Inputs, Xor.Targets, options);
        TrainingReport adam = new XorAdamOnMse(1).Fit(Xor.Inputs, Xor.Targets, new TrainingOptions { Epochs = 1000, TargetLoss = 1e-8, MaxRestarts = 5 });

        Assert.Equal((StopReason.TargetReached, StopReason.TargetReached), (lbfgs.StopReason, marquardt.StopReason));
        Assert.Equal(StopReason.TargetMissed, adam.StopReason);
    }

    [Fact]
    public void On_XOR_in_single_precision()
    {
        var options = new TrainingOptions { Epochs = 100, TargetLoss = 1e-4 };

        Assert.Equal(StopReason.TargetReached, new XorLbfgsSingle(1).Fit(Xor.SingleInputs, Xor.SingleTargets, options).StopReason);
        Assert.Equal(StopReason.TargetReached, new XorMarquardtSingle(1).Fit(Xor.SingleInputs, Xor.SingleTargets, options).StopReason);
    }

    [Fact]
    public void On_a_sine()
    {
        double adam = new SineAdam(2).Fit(Angles, Sines, new TrainingOptions { Epochs = 2000 }).FinalLoss;
        double lbfgs = new SineLbfgs(2).Fit(Angles, Sines, new TrainingOptions { Epochs = 300 }).FinalLoss;
        double marquardt = new SineMarquardt(2).Fit(Angles, Sines, new TrainingOptions { Epochs = 60 }).FinalLoss;

        Assert.True(lbfgs < adam / 10, $"l-bfgs {lbfgs}, adam {adam}");
        Assert.True(marquardt < adam / 1000, $"Levenberg-Marquardt {marquardt}, adam {adam}");
    }

    [Fact]
    public void On_a_sine_in_single_precision()
    {
        float[] x = [.. Angles.Select(angle => (float)angle)];
        float[] y = [.. Sines.Select(sine => (float)sine)];

        Assert.InRange(new SineLbfgsSingle(2).Fit(x, y, new TrainingOptions { Epochs = 300 }).FinalLoss, 0, 1e-4);
        Assert.InRange(new SineMarquardtSingle(2).Fit(x, y, new TrainingOptions { Epochs = 60 }).FinalLoss, 0, 1e-7);
    }

    [Fact]
    public void On_the_diabetes_data()
    {
        double[] inputs = Standardized(Diabetes.Inputs, Diabetes.Columns);
        double[] targets = Standardized(Diabetes.Targets, 1);
        double adam = new DiabetesAdam(1).Fit(inputs, targets, new TrainingOptions { Epochs = 300 }).FinalLoss;
        double lbfgs = new DiabetesLbfgs(1).Fit(inputs, targets, new TrainingOptions { Epochs = 100 }).FinalLoss;
        double marquardt = new DiabetesMarquardt(1).Fit(inputs, targets, new TrainingOptions { Epochs = 50 }).FinalLoss;

        Assert.True(lbfgs < adam, $"l-bfgs {lbfgs}, adam {adam}");
        Assert.True(marquardt < adam, $"Levenberg-Marquardt {marquardt}, adam {adam}");
    }

    private static double[] Standardized(double[] rows, int columns)
    {
        double[] result = [.. rows];
        for (int j = 0; j < columns; j++)
        {
            double[] column = [.. rows.Where((_, i) => i % columns == j)];
            double mean = column.Average();
            double deviation = Math.Sqrt(column.Average(value => (value - mean) * (value - mean)));
            for (int i = j; i < rows.Length; i += columns)
            {
                result[i] = (rows[i] - mean) / deviation;
            }
        }

        return result;
    }
}
