namespace XorGen.Generator.Tests.Snapshots;

/// <summary>The whole text of a few telling networks.</summary>
public sealed class NetworkSnapshots
{
    [Fact]
    public void Xor() => Verify(
        """
        using XorGen;

        [Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = "tanh")]
        public partial class XorNet;
        """);

    [Fact]
    public void Tutorial() => Verify(
        """
        using XorGen;

        namespace Tutorial;

        #pragma warning disable XG0028 // The tutorial's start.
        [Network(
            Inputs = 2, Hidden = 2, Outputs = 1, Activation = "sigmoid",
            Loss = "mse",
            Optimizer = "sgd", BiasLearningRateScale = 0.25, Initializer = "zeros", Precision = Precision.Double)]
        public partial struct TutorialNet;
        """);

    [Fact]
    public void Classifier() => Verify(
        """
        using XorGen;

        namespace Flowers;

        [Network(Inputs = 4, Hidden = 5, Outputs = 3, OutputActivation = "softmax")]
        internal partial class Iris;
        """);

    [Fact]
    public void TiledClassifier() => Verify(
        """
        using XorGen;

        namespace Digits;

        [Network(
            Inputs = 17, Hidden = 33, Outputs = 10, Activation = "relu", OutputActivation = "softmax",
            Optimizer = "sgd", Momentum = 0.9, GradientClipNorm = 1, Initializer = "he_uniform", Seed = 7, Unroll = Unroll.None)]
        public sealed partial class DigitNet;
        """);

    [Fact]
    public void NestedLogisticRegression() => Verify(
        """
        using XorGen;

        namespace Shop.Models
        {
            internal partial class Catalogue<TItem>
                where TItem : class
            {
                [Network(Inputs = 3, Outputs = 1, Optimizer = "sgd", Momentum = 0.5, Nesterov = true)]
                private partial class WillBuy;
            }
        }
        """);

    [Fact]
    public void TiledRegression() => Verify(
        """
        using XorGen;

        namespace Physics;

        [Network(
            Inputs = 6, HiddenLayers = new[] { 20, 12 }, Outputs = 2, OutputActivation = "linear", Loss = "mse",
            Optimizer = "adam", WeightDecay = 0.001, Precision = Precision.Double)]
        public partial class Pendulum;
        """);

    [Fact]
    public void VectorClassifier() => Verify(
        """
        using XorGen;

        namespace Sensors;

        [Network(Inputs = 4, HiddenLayers = new[] { 16, 16 }, Outputs = 3, OutputActivation = "softmax")]
        public sealed partial class Gesture;
        """);

    [Fact]
    public void DropoutAndLearnedActivation() => Verify(
        """
        using XorGen;

        namespace Audio;

        [Network(
            Inputs = 12, Hidden = 20, Outputs = 4, Activation = "prelu", OutputActivation = "softmax",
            Dropout = 0.2, LabelSmoothing = 0.1, Optimizer = "nadam")]
        public sealed partial class GenreNet;
        """);

    private static void Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string method = "")
    {
        GeneratorRun run = GeneratorHarness.Run(source);
        Assert.DoesNotContain(run.GeneratorDiagnostics, diagnostic => !diagnostic.IsSuppressed);
        Assert.Empty(run.CompilerDiagnostics);
        SnapshotVerifier.Verify(run, method: method);
    }
}
