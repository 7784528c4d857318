using XorGen.Sample.Output;
using XorGen.Sample.Problems;

namespace XorGen.Sample.Tests;

/// <summary>The exponential of a matrix, against cases whose answer is known, and its problem.</summary>
public sealed class MatrixExponentialTests
{
    [Fact]
    public void Diagonal() => Close(new(Math.Exp(1.5), 0, 0, Math.Exp(-2)), MatrixExponential.Exp(new(1.5, 0, 0, -2)));

    [Fact]
    public void Rotation() => Close(
        new(Math.Cos(2), -Math.Sin(2), Math.Sin(2), Math.Cos(2)),
        MatrixExponential.Exp(new(0, -2, 2, 0)));

    [Fact]
    public void Nilpotent() => Close(new(1, 3, 0, 1), MatrixExponential.Exp(new(0, 3, 0, 0)));

    [Fact]
    [Trait("Category", "Exhaustive")]
    public void The_network_reaches_its_goal()
    {
        MatrixExponentialResult result = MatrixExponentialProblem.Train(
            MatrixExponentialProblem.Epochs, new SynchronousProgress<TrainingProgress>(_ => { }));
        Assert.True(result.R2 >= MatrixExponentialProblem.Goal, $"R2 {result.R2}");
    }

    private static void Close(MatrixExponential.Matrix expected, MatrixExponential.Matrix actual)
    {
        Assert.Equal(expected.A, actual.A, 1e-12);
        Assert.Equal(expected.B, actual.B, 1e-12);
        Assert.Equal(expected.C, actual.C, 1e-12);
        Assert.Equal(expected.D, actual.D, 1e-12);
    }
}
