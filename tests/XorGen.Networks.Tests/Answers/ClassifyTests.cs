using System.Numerics;
using XorGen.Numerics;

namespace XorGen.Answers;

/// <summary>The class that a row's outputs predict: one rule for all layouts, precisions and losses.</summary>
public class ClassifyTests
{
    [Fact]
    public void A_probability_above_one_half_is_class_1()
    {
        var single = new BinarySingle();
        var block = new BinaryBlockDouble();
        var value = new BinaryStruct();
        AssertThreshold<float>(single, 0.5f, single.Classify, single.ClassifyRows);
        AssertThreshold<double>(block, 0.5, block.Classify, block.ClassifyRows);
        AssertThreshold<float>(value, 0.5f, input => value.Classify(input), inputs => value.ClassifyRows(inputs));
    }

    [Fact]
    public void With_a_hinge_loss_an_output_above_zero_is_class_1()
    {
        var scalar = new HingeDouble();
        var block = new HingeBlock();
        AssertThreshold<double>(scalar, 0, scalar.Classify, scalar.ClassifyRows);
        AssertThreshold<float>(block, 0, block.Classify, block.ClassifyRows);
    }

    [Fact]
    public void Of_several_outputs_the_largest_is_the_class()
    {
        AssertLargest(new ClassesDouble());
        AssertLargest(new ClassesBlock());
        AssertLargest(new ScalarClassifier());
        AssertLargest(new TiledClassifier());
        AssertLargest(new ManyClasses());
    }

    [Fact]
    public void Equal_outputs_are_the_first_class_and_one_half_is_class_0()
    {
        var binary = new BinarySingle();
        binary.SetParameters(new float[BinarySingle.ParameterCount]);
        Assert.Equal(0.5f, binary.Forward(1, 2, 3));
        Assert.Equal(0, binary.Classify([1, 2, 3]));
        Assert.Equal([0, 0], binary.ClassifyRows([1, 2, 3, 4, 5, 6]));
        var hinge = new HingeDouble();
        hinge.SetParameters(new double[HingeDouble.ParameterCount]);
        Assert.Equal(0, hinge.Classify([1, 2, 3]));
        Assert.Equal([0], hinge.ClassifyRows([1, 2, 3]));
        var classes = new ClassesBlock();
        classes.SetParameters(new float[ClassesBlock.ParameterCount]);
        Assert.Equal(0, classes.Classify([1, 2, 3]));
        Assert.Equal([0], classes.ClassifyRows([1, 2, 3]));
    }

    [Fact]
    public void Outputs_that_are_NaN_are_no_class()
    {
        float[] inputs = [float.NaN, 0, 0, 1, 1, 1];
        var binary = new BinarySingle();
        Assert.Equal(-1, binary.Classify(inputs.AsSpan(0, 3)));
        Assert.Equal([-1, binary.Forward(1, 1, 1) > 0.5f ? 1 : 0], binary.ClassifyRows(inputs));
        var classes = new ClassesBlock();
        Assert.Equal(-1, classes.Classify(inputs.AsSpan(0, 3)));
        Assert.Equal(-1, classes.ClassifyRows(inputs)[0]);
        Assert.InRange(classes.ClassifyRows(inputs)[1], 0, 4);
    }

    [Fact]
    public void Accuracy_is_the_share_of_rows_whose_class_is_the_label()
    {
        var network = new ClassesBlock(5);
        float[] inputs = Numbers.Some<float>(3 * 1000);
        int[] labels = [.. Enumerable.Range(0, 1000).Select(i => i * i % 5)];
        int[] classes = network.ClassifyRows(inputs);
        Assert.Equal(Metrics.Accuracy(labels, classes), network.Accuracy(inputs, labels));
        Assert.Equal(1, network.Accuracy(inputs, classes));
        Assert.Equal(network.Accuracy(inputs, labels), ClassificationReport.Of(network, inputs, labels).Accuracy);
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        var network = new BinarySingle();
        ArgumentException one = Assert.Throws<ArgumentException>(() => network.Classify(new float[6]));
        Assert.Equal("input", one.ParamName);
        Assert.Contains("3", one.Message, StringComparison.Ordinal);
        Assert.Contains("6", one.Message, StringComparison.Ordinal);
        Assert.Equal("inputs", Assert.Throws<ArgumentException>(() => network.ClassifyRows(new float[5])).ParamName);
        Assert.Empty(network.ClassifyRows([]));
    }

    [Fact]
    public void Only_networks_with_classes_have_it()
    {
        foreach (Type type in (Type[])[typeof(SeveralLabels), typeof(SeveralSigns), typeof(OneValue), typeof(WideningBlock)])
        {
            Assert.DoesNotContain(type.GetMethods(), method => method.Name is "Classify" or "ClassifyRows");
        }
    }

    [Fact]
    public void To_classify_a_row_allocates_nothing()
    {
        var binary = new BinarySingle();
        var classes = new ClassesBlock();
        float[] row = [1, 2, 3];
        int sum = binary.Classify(row) + classes.Classify(row);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            sum += binary.Classify(row) + classes.Classify(row);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.NotEqual(-1, sum);
    }

    private delegate int ClassOfRow<T>(ReadOnlySpan<T> input);

    private delegate int[] ClassesOfRows<T>(ReadOnlySpan<T> inputs);

    private static void AssertThreshold<T>(INetwork<T> network, T threshold, ClassOfRow<T> classify, ClassesOfRows<T> classifyRows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = network.Description.InputCount;
        T[] inputs = Numbers.Some<T>(1000 * width);
        T[] outputs = network.Predict(inputs);
        int[] expected = Array.ConvertAll(outputs, output => output > threshold ? 1 : 0);
        Assert.Contains(0, expected);
        Assert.Contains(1, expected);
        Assert.Equal(expected, classifyRows(inputs));
        Assert.Equal(expected, Enumerable.Range(0, 1000).Select(row => classify(inputs.AsSpan(row * width, width))));
    }

    private static void AssertLargest<T>(IClassifier<T> network)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int width, int classes) = (network.Description.InputCount, network.Description.OutputCount);
        T[] inputs = Numbers.Some<T>(50 * width);
        T[] outputs = network.Predict(inputs);
        int[] expected = [.. Enumerable.Range(0, 50).Select(row => IndexOfLargest(outputs.AsSpan(row * classes, classes)))];
        Assert.True(expected.Distinct().Count() > 1);
        Assert.Equal(expected, network.ClassifyRows(inputs));
        Assert.Equal(expected, Enumerable.Range(0, 50).Select(row => network.Classify(inputs.AsSpan(row * width, width))));
    }

    private static int IndexOfLargest<T>(ReadOnlySpan<T> row)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] values = row.ToArray();
        return Array.IndexOf(values, values.Max());
    }
}
