using System.Numerics;
using System.Text.Json;
using XorGen.Golden;

namespace XorGen.Labels;

/// <summary>Weights of the classes with smoothed labels and with distributions: PyTorch's CrossEntropyLoss(weight, label_smoothing).</summary>
public class ClassWeightTests
{
    private const string File = "torch-class-weights.json";

    private static readonly JsonElement Document = Read();

    public static TheoryData<string> Names => [.. GoldenFiles.Cases(File).Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Loss_and_gradient_are_PyTorchs(string name)
    {
        JsonElement golden = GoldenFiles.Cases(File)[name];
        if (golden.GetProperty("smoothing").GetDouble() > 0)
        {
            AssertStep<double>(new SmoothedClasses(), golden, 1e-12);
            AssertStep<float>(new SmoothedClassesBlock(), golden, 2e-5);
        }
        else
        {
            AssertStep<double>(new SharpClasses(), golden, 1e-12);
        }
    }

    /// <summary>The weights of the rows multiply those of the classes, and batches, validation rows and the row with a 1 have them too.</summary>
    [Fact]
    public void Every_way_of_giving_the_rows_is_the_same()
    {
        double[] inputs = Document.Numbers("inputs");
        int[] labels = Document.Integers("labels");
        double[] rows = Rows.OneHot<double>(labels, 3);
        var options = new TrainingOptions
        {
            Epochs = 6, BatchSize = 3, LearningRate = 0.1, ClassWeights = [1, 3, 0.5], SampleWeights = [1, 2, 3, 1, 2, 3, 1], Validation = Validation.Of(inputs, labels),
        };
        TrainingReport expected = new SmoothedClasses(1).Fit(inputs, labels, options);
        TrainingReport report = new SmoothedClasses(1).Fit(inputs, rows, options with { Validation = Validation.Of(inputs, rows) });
        Assert.Equal(expected.LossHistory, report.LossHistory);
        Assert.Equal(expected.ValidationLossHistory, report.ValidationLossHistory);
        TrainingReport split = new SmoothedClasses(1).Fit(inputs, labels, options with { Validation = Validation.Split(0.3) });
        Assert.True(double.IsFinite(split.FinalValidationLoss!.Value));
    }

    /// <summary>A batch of one row: its weight is divided by itself, in PyTorch as here.</summary>
    [Fact]
    public void In_batches_of_one_row_nothing_is_left_of_the_weights()
    {
        double[] inputs = Document.Numbers("inputs");
        int[] labels = Document.Integers("labels");
        var options = new TrainingOptions { Epochs = 1, BatchSize = 1, LearningRate = 0.1, Shuffle = false };
        var weighted = new SharpClasses(1);
        var plain = new SharpClasses(1);
        weighted.Fit(inputs, labels, options with { ClassWeights = [1, 3, 0.5] });
        plain.Fit(inputs, labels, options);
        Close.Assert(Parameters(plain), Parameters(weighted), 1e-13, "parameters");
        weighted.Fit(inputs, labels, options with { ClassWeights = [1, 3, 0.5], BatchSize = 7 });
        plain.Fit(inputs, labels, options with { BatchSize = 7 });
        Assert.NotEqual(Parameters(plain)[0], Parameters(weighted)[0], 0.001);
    }

    private static void AssertStep<T>(IClassifier<T> network, JsonElement golden, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] start = Numbers<T>("parameters");
        network.SetParameters(start);
        var options = new TrainingOptions { Epochs = 1, LearningRate = 1, ClassWeights = golden.Numbers("weights") };
        TrainingReport report = golden.Text("kind") == "labels"
            ? network.Fit(Numbers<T>("inputs"), Document.Integers("labels"), options)
            : network.Fit(Numbers<T>("inputs"), Numbers<T>("distributions"), options);
        Close.Assert(golden.GetProperty("loss").GetDouble(), report.LossHistory[0], tolerance, "loss");

        // Of plain gradient descent with a rate of 1, the step is the gradient.
        double[] gradient = [.. start.Zip(Parameters(network), (before, after) => double.CreateTruncating(before - after))];
        Close.Assert(golden.Numbers("gradient"), gradient, tolerance, "gradient", floor: 0.1);
    }

    private static T[] Parameters<T>(INetwork<T> network)
        where T : unmanaged
    {
        var parameters = new T[network.Description.ParameterCount];
        network.GetParameters(parameters);
        return parameters;
    }

    private static T[] Numbers<T>(string name)
        where T : unmanaged, INumberBase<T> => Array.ConvertAll(Document.Numbers(name), T.CreateTruncating);

    private static JsonElement Read()
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", File)));
        return document.RootElement.Clone();
    }
}
