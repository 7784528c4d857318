namespace XorGen.Answers;

/// <summary>Predict that returns an array gives the bits of the Predict over spans.</summary>
public class PredictTests
{
    [Fact]
    public void The_array_has_the_outputs_of_every_row()
    {
        AssertEqualToSpans(new BinarySingle());
        AssertEqualToSpans(new BinaryBlockDouble());
        AssertEqualToSpans<float>(new BinaryStruct());
        AssertEqualToSpans(new ClassesDouble());
        AssertEqualToSpans(new ClassesBlock());
        AssertEqualToSpans(new WideningScalar());
        AssertEqualToSpans(new WideningBlock());
        AssertEqualToSpans<float>(new NarrowingStruct());
    }

    [Fact]
    public void Arrays_spans_and_collection_expressions_go_in()
    {
        var network = new BinarySingle();
        float[] array = [1, 2, 3, 4, 5, 6];
        ReadOnlySpan<float> span = array;
        Span<float> writable = array;
        float[] expected = network.Predict(array);
        Assert.Equal(2, expected.Length);
        Assert.Equal(expected, network.Predict(span));
        Assert.Equal(expected, network.Predict(writable));
        Assert.Equal(expected, network.Predict([1, 2, 3, 4, 5, 6]));
        Assert.Equal(expected, network.Predict(array.AsSpan()));
        Assert.Equal(network.Forward(1, 2, 3), expected[0]);
    }

    [Fact]
    public void No_rows_have_no_outputs()
    {
        Assert.Empty(new BinarySingle().Predict([]));
        Assert.Empty(new ClassesBlock().Predict([]));
    }

    [Fact]
    public void Part_of_a_row_is_refused()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new BinarySingle().Predict(new float[4]));
        Assert.Equal("inputs", exception.ParamName);
        Assert.Contains("rows of 3", exception.Message, StringComparison.Ordinal);
        Assert.Contains("length is 4", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_of_somebody_elses_has_it_from_the_interface()
    {
        var network = new ClassesDouble();
        INetwork<double> other = new Verification.WrongGradient(network, 0);
        Assert.Equal(network.Predict([1, 2, 3, 4, 5, 6]), other.Predict([1, 2, 3, 4, 5, 6]));
    }

    private static void AssertEqualToSpans<T>(INetwork<T> network)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        NetworkDescription description = network.Description;
        foreach (int rows in (int[])[1, 3, 16, 67])
        {
            T[] inputs = Numbers.Some<T>(rows * description.InputCount);
            var outputs = new T[rows * description.OutputCount];
            network.Predict(inputs, outputs);
            Assert.Equal(outputs, network.Predict(inputs));
        }
    }
}
