using System.Numerics;

namespace XorGen.Answers;

/// <summary>Outputs in the memory of the inputs are right or refused.</summary>
public class OverlapTests
{
    [Fact]
    public void Predict_is_right_wherever_it_does_not_refuse()
    {
        AssertRightOrRefused(new BinarySingle());
        AssertRightOrRefused(new BinaryBlockDouble());
        AssertRightOrRefused<float>(new BinaryStruct());
        AssertRightOrRefused(new ClassesDouble());
        AssertRightOrRefused(new ClassesBlock());
        AssertRightOrRefused(new OneLayerScalar());
        AssertRightOrRefused(new OneLayerSingle());
        AssertRightOrRefused(new OneLayerDouble());
        AssertRightOrRefused(new FewNeurons());
        AssertRightOrRefused(new WideningScalar());
        AssertRightOrRefused(new WideningBlock());
        AssertRightOrRefused<float>(new NarrowingStruct());
        AssertRightOrRefused(new TiledRegression());
    }

    [Fact]
    public void Predict_names_where_the_outputs_begin_and_writes_nothing()
    {
        float[] memory = Numbers.Some<float>(40);
        float[] before = [.. memory];
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new BinarySingle().Predict(memory.AsSpan(0, 30), memory.AsSpan(7, 10)));
        Assert.Equal("outputs", exception.ParamName);
        Assert.Contains("7 values after", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, memory);
        exception = Assert.Throws<ArgumentException>(() => new WideningScalar().Predict(memory.AsSpan(0, 20), memory.AsSpan(0, 30)));
        Assert.Equal("outputs", exception.ParamName);
        Assert.Contains("rows of 3", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, memory);
    }

    [Fact]
    public void Neighbours_are_not_in_the_memory_of_the_inputs()
    {
        var network = new BinarySingle();
        float[] memory = Numbers.Some<float>(80);
        float[] expected = network.Predict(memory.AsSpan(20, 30));
        network.Predict(memory.AsSpan(20, 30), memory.AsSpan(10, 10));
        Assert.Equal(expected, memory[10..20]);
        network.Predict(memory.AsSpan(20, 30), memory.AsSpan(50, 10));
        Assert.Equal(expected, memory[50..60]);
        network.Predict([], memory.AsSpan(0, 0));
    }

    [Fact]
    public void Forward_is_right_wherever_the_output_is()
    {
        AssertForward(new BinarySingle());
        AssertForward(new BinaryBlockDouble());
        AssertForward<float>(new BinaryStruct());
        AssertForward(new ClassesDouble());
        AssertForward(new ClassesBlock());
        AssertForward(new ManyClasses());
        AssertForward(new OneLayerScalar());
        AssertForward(new OneLayerSingle());
        AssertForward(new OneLayerDouble());
        AssertForward(new OneWideLayer());
        AssertForward(new FewNeurons());
        AssertForward(new WideningScalar());
        AssertForward(new WideningBlock());
        AssertForward<float>(new NarrowingStruct());
        AssertForward(new TiledWithArguments());
    }

    private static void AssertRightOrRefused<T>(INetwork<T> network)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int width, int answers) = (network.Description.InputCount, network.Description.OutputCount);
        foreach (int rows in (int[])[1, 2, 5, 40, 300])
        {
            int begin = rows * answers;
            T[] numbers = Numbers.Some<T>(begin + (rows * width) + (rows * answers));
            T[] expected = network.Predict(numbers.AsSpan(begin, rows * width));
            int step = Math.Max(1, rows * width / 50);
            for (int offset = -begin; offset <= rows * width; offset = offset < 2 * width && offset > -2 * width ? offset + 1 : offset + step)
            {
                T[] memory = [.. numbers];
                bool isInPlace = offset <= 0 && answers <= width;
                bool isApart = offset <= -rows * answers || offset >= rows * width;
                if (isInPlace || isApart || rows == 1)
                {
                    network.Predict(memory.AsSpan(begin, rows * width), memory.AsSpan(begin + offset, rows * answers));
                    Assert.Equal(expected, memory.AsSpan(begin + offset, rows * answers).ToArray());
                }
                else
                {
                    Assert.Throws<ArgumentException>(() =>
                        network.Predict(memory.AsSpan(begin, rows * width), memory.AsSpan(begin + offset, rows * answers)));
                    Assert.Equal(numbers, memory);
                }
            }
        }
    }

    private static void AssertForward<T>(INetwork<T> network)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int width, int answers) = (network.Description.InputCount, network.Description.OutputCount);
        T[] numbers = Numbers.Some<T>(answers + width + answers);
        var expected = new T[answers];
        network.Forward(numbers.AsSpan(answers, width), expected);
        for (int begin = 0; begin <= answers + width; begin += Math.Max(1, (answers + width) / 100))
        {
            T[] memory = [.. numbers];
            network.Forward(memory.AsSpan(answers, width), memory.AsSpan(begin, answers));
            Assert.Equal(expected, memory.AsSpan(begin, answers).ToArray());
        }
    }
}
