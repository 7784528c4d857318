using XorGen.Numerics;

namespace XorGen.Training;

[Network(Inputs = 450, HiddenLayers = [120, 75], Outputs = 10, OutputActivation = "softmax")]
public sealed partial class ThreadedClassifier;

[Network(Inputs = 130, Hidden = 421, Outputs = 35, Activation = "relu", OutputActivation = "linear", Optimizer = "sgd", Momentum = 0.9, BiasLearningRateScale = 2, Precision = Precision.Double)]
public sealed partial class ThreadedRegression;

/// <summary>The number of threads changes nothing but the time.</summary>
public class ThreadedTrainingTests
{
    /// <summary>Batches of one block, and of several with rows left over.</summary>
    [Theory]
    [InlineData(100)]
    [InlineData(250)]
    [InlineData(601)]
    public void Any_number_of_threads_gives_the_same_bits(int batchSize)
    {
        float[] one = Train<ThreadedClassifier, float>(new ThreadedClassifier(1), batchSize, 1);
        double[] other = Train<ThreadedRegression, double>(new ThreadedRegression(1), batchSize, 1);
        foreach (int threads in new[] { 2, 3, 4 })
        {
            Assert.Equal(one, Train<ThreadedClassifier, float>(new ThreadedClassifier(1), batchSize, threads));
            Assert.Equal(other, Train<ThreadedRegression, double>(new ThreadedRegression(1), batchSize, threads));
        }
    }

    [Fact]
    public void Trainings_that_run_side_by_side_share_the_threads()
    {
        float[] expected = Train<ThreadedClassifier, float>(new ThreadedClassifier(1), 601, 1);
        var results = new float[4][];
        Parallel.For(0, results.Length, i => results[i] = Train<ThreadedClassifier, float>(new ThreadedClassifier(1), 601, 4));
        Assert.All(results, result => Assert.Equal(expected, result));
    }

    [Fact]
    public void A_number_of_threads_is_positive()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Train<ThreadedClassifier, float>(new ThreadedClassifier(1), 100, 0));
    }

    private static T[] Train<TNetwork, T>(TNetwork network, int batchSize, int threads)
        where TNetwork : INetwork<T>
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        const int Rows = 601;
        var random = new RandomSource(3);
        var inputs = new T[Rows * network.Description.InputCount];
        var targets = new T[Rows * network.Description.OutputCount];
        Initialization.Normal<T>(ref random, inputs, 1);
        Initialization.Uniform<T>(ref random, targets, 0, 1);
        TrainingReport report = network.Fit(
            inputs, targets, new TrainingOptions { Epochs = 3, BatchSize = batchSize, LearningRate = 0.01, MaxDegreeOfParallelism = threads });
        var parameters = new T[network.Description.ParameterCount];
        network.GetParameters(parameters);
        return [.. parameters, T.CreateTruncating(report.FinalLoss)];
    }
}
