namespace XorGen.Answers;

/// <summary>Tables and lists of rows go where spans go, and give the same bits.</summary>
public class TableTests
{
    private static readonly float[] Flat = Numbers.Some<float>(12 * 3);
    private static readonly float[,] Table = TableOf(Flat, 3);
    private static readonly float[][] Jagged = [.. Flat.Chunk(3)];
    private static readonly List<float[]> Listed = [.. Jagged];
    private static readonly double[] FlatDouble = Array.ConvertAll(Flat, value => (double)value);
    private static readonly double[,] TableDouble = TableOf(FlatDouble, 3);
    private static readonly double[][] JaggedDouble = [.. FlatDouble.Chunk(3)];
    private static readonly float[] Ones = [.. Enumerable.Range(0, 12).Select(i => (float)(i & 1))];
    private static readonly float[] Pairs = Numbers.Some<float>(24);
    private static readonly int[] Labels = [.. Enumerable.Range(0, 12).Select(i => i % 3)];
    private static readonly TrainingOptions Short = new() { Epochs = 3 };

    [Fact]
    public void Fit_takes_tables_and_lists_of_rows()
    {
        float[] expected = Trained(network => network.Fit(Flat, Ones, Short));
        Assert.Equal(expected, Trained(network => network.Fit(Table, Ones, Short)));
        Assert.Equal(expected, Trained(network => network.Fit(Table, TableOf(Ones, 1), Short)));
        Assert.Equal(expected, Trained(network => network.Fit(Jagged, Ones, Short)));
        Assert.Equal(expected, Trained(network => network.Fit(Jagged, Ones.Chunk(1).ToArray(), Short)));
        Assert.Equal(expected, Trained(network => network.Fit(Listed, Ones, Short)));
        Assert.Equal(expected, Trained(network => network.Fit(Listed, Ones.Chunk(1).ToList(), Short)));
        Assert.NotEqual(expected, Trained(_ => { }));
    }

    [Fact]
    public void Fit_takes_rows_that_are_written_out()
    {
        var one = new XorTanhSingle();
        one.Fit([[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]], Short);
        var other = new XorTanhSingle();
        other.Fit(new float[] { 0, 0, 0, 1, 1, 0, 1, 1 }, new float[] { 0, 1, 1, 0 }, Short);
        Assert.Equal(Parameters(other, XorTanhSingle.ParameterCount), Parameters(one, XorTanhSingle.ParameterCount));
        Assert.Equal(other.Predict([0, 1, 1, 1]), one.Predict([[0, 1], [1, 1]]));
    }

    [Fact]
    public void Labels_go_with_them()
    {
        var expected = new ClassesDouble();
        expected.Fit(FlatDouble, Labels, Short);
        var table = new ClassesDouble();
        table.Fit(TableDouble, Labels, Short);
        var jagged = new ClassesDouble();
        jagged.Fit(JaggedDouble, Labels, Short);
        Assert.Equal(Parameters(expected, ClassesDouble.ParameterCount), Parameters(table, ClassesDouble.ParameterCount));
        Assert.Equal(Parameters(expected, ClassesDouble.ParameterCount), Parameters(jagged, ClassesDouble.ParameterCount));
        Assert.Equal(expected.Accuracy(FlatDouble, Labels), table.Accuracy(TableDouble, Labels));
        Assert.Equal(expected.Accuracy(FlatDouble, Labels), table.Accuracy(JaggedDouble, Labels));
        Assert.Equal(expected.Evaluate(FlatDouble, Labels), table.Evaluate(TableDouble, Labels));
        Assert.Equal(expected.Evaluate(FlatDouble, Labels), table.Evaluate(JaggedDouble, Labels));
        Assert.Equal(expected.ClassifyRows(FlatDouble), table.ClassifyRows(TableDouble));
        Assert.Equal(expected.ClassifyRows(FlatDouble), table.ClassifyRows(JaggedDouble));
    }

    [Fact]
    public void Predict_and_Evaluate_take_them()
    {
        var network = new BinarySingle(1);
        float[] outputs = network.Predict(Flat);
        Assert.Equal(outputs, network.Predict(Table));
        Assert.Equal(outputs, network.Predict(Jagged));
        Assert.Equal(outputs, network.Predict(Listed));
        float loss = network.Evaluate(Flat, Ones);
        Assert.Equal(loss, network.Evaluate(Table, Ones));
        Assert.Equal(loss, network.Evaluate(Table, TableOf(Ones, 1)));
        Assert.Equal(loss, network.Evaluate(Jagged, Ones));
        Assert.Equal(loss, network.Evaluate(Listed, Ones.Chunk(1).ToArray()));
        Assert.Empty(network.Predict(new float[0, 3]));
        Assert.Empty(network.Predict(Array.Empty<float[]>()));
    }

    [Fact]
    public void A_struct_is_trained_in_place()
    {
        var expected = new RegressionStruct(3);
        expected.Fit(Flat, Pairs, Short);
        float[] parameters = Parameters(expected, RegressionStruct.ParameterCount);
        var network = new RegressionStruct(3);
        network.Fit(Table, Pairs, Short);
        Assert.Equal(parameters, Parameters(network, RegressionStruct.ParameterCount));
        network.Initialize(3);
        network.Fit(Table, TableOf(Pairs, 2), Short);
        Assert.Equal(parameters, Parameters(network, RegressionStruct.ParameterCount));
        network.Initialize(3);
        network.Fit(Jagged, Pairs, Short);
        Assert.Equal(parameters, Parameters(network, RegressionStruct.ParameterCount));
        network.Initialize(3);
        network.Fit(Listed, Pairs.Chunk(2).ToList(), Short);
        Assert.Equal(parameters, Parameters(network, RegressionStruct.ParameterCount));
        Assert.Equal(expected.Predict(Flat), network.Predict(Table));
        Assert.Equal(expected.Evaluate(Flat, Pairs), network.Evaluate(Jagged, Pairs));
    }

    [Fact]
    public void A_struct_is_trained_in_place_on_rows_that_are_written_out()
    {
        var network = new RegressionStruct(3);
        float[] before = Parameters(network, RegressionStruct.ParameterCount);
        network.Fit([[0, 1, 2], [3, 4, 5]], [[0, 1], [1, 0]], Short);
        Assert.NotEqual(before, Parameters(network, RegressionStruct.ParameterCount));
    }

    [Fact]
    public void A_struct_with_labels_is_trained_in_place()
    {
        var expected = new ClassesStruct();
        expected.Fit(FlatDouble, Labels, Short);
        var table = new ClassesStruct();
        table.Fit(TableDouble, Labels, Short);
        var jagged = new ClassesStruct();
        jagged.Fit(JaggedDouble, Labels, Short);
        var values = new ClassesStruct();
        values.Fit(JaggedDouble, Rows.OneHot<double>(Labels, 3).Chunk(3).ToArray(), Short);
        Assert.Equal(expected.Predict(FlatDouble), table.Predict(FlatDouble));
        Assert.Equal(expected.Predict(FlatDouble), jagged.Predict(FlatDouble));
        Assert.Equal(expected.Predict(FlatDouble), values.Predict(FlatDouble));
        Assert.NotEqual(new ClassesStruct().Predict(FlatDouble), jagged.Predict(FlatDouble));
        Assert.Equal(expected.Accuracy(FlatDouble, Labels), table.Accuracy(TableDouble, Labels));
        Assert.Equal(expected.ClassifyRows(FlatDouble), table.ClassifyRows(JaggedDouble));
    }

    [Fact]
    public void A_boxed_struct_is_refused_because_a_copy_would_be_trained()
    {
        INetwork<float> boxed = new RegressionStruct(3);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => boxed.Fit(Table, Pairs, Short));
        Assert.Equal("network", exception.ParamName);
        Assert.Contains("struct", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => boxed.Fit(Jagged, Pairs, Short));
    }

    [Fact]
    public void A_row_of_another_length_is_named()
    {
        var network = new BinarySingle();
        float[][] ragged = [[1, 2, 3], [1, 2, 3], [1, 2], [1, 2, 3]];
        AssertMessage("inputs", ["3 values", "row 2", "has 2"], () => network.Fit(ragged, new float[4]));
        AssertMessage("inputs", ["3 values", "row 2", "has 2"], () => network.Predict(ragged));
        AssertMessage("inputs", ["3 values", "row 2", "has 2"], () => network.Evaluate(ragged, new float[4]));
        AssertMessage("inputs", ["3 values", "row 1", "null"], () => network.Predict([[1, 2, 3], null!]));
        AssertMessage("targets", ["1 values", "row 1", "has 0"], () => network.Fit(Jagged, (float[][])[[1], [], [1]]));
        AssertMessage("inputs", ["rows of 3", "2 columns"], () => network.Predict(new float[4, 2]));
        AssertMessage("targets", ["rows of 1", "2 columns"], () => network.Fit(Table, new float[12, 2]));
        AssertMessage("targets", ["12"], () => network.Fit(Table, new float[11]));
        AssertMessage("inputs", ["3 values", "row 2", "has 2"], () => new BinaryStruct().Predict(ragged));
        var classes = new ClassesBlock();
        AssertMessage("inputs", ["3 values", "row 2", "has 2"], () => classes.ClassifyRows(ragged));
        AssertMessage("inputs", ["3 values", "row 2", "has 2"], () => classes.Accuracy(ragged, [0, 1, 2, 3]));
        AssertMessage("labels", ["row 1", "5"], () => classes.Fit(Jagged, [0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
        Assert.Throws<ArgumentNullException>(() => network.Predict((float[,])null!));
        Assert.Throws<ArgumentNullException>(() => network.Predict((float[][])null!));
    }

    private static void AssertMessage(string parameter, string[] parts, Action action)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(action);
        Assert.Equal(parameter, exception.ParamName);
        Assert.All(parts, part => Assert.Contains(part, exception.Message, StringComparison.Ordinal));
    }

    private static float[] Trained(Action<BinarySingle> train)
    {
        var network = new BinarySingle(7);
        train(network);
        return Parameters(network, BinarySingle.ParameterCount);
    }

    private static T[] Parameters<T>(INetwork<T> network, int count)
        where T : unmanaged
    {
        var parameters = new T[count];
        network.GetParameters(parameters);
        return parameters;
    }

    private static T[,] TableOf<T>(T[] values, int width)
    {
        var table = new T[values.Length / width, width];
        for (int i = 0; i < values.Length; i++)
        {
            table[i / width, i % width] = values[i];
        }

        return table;
    }
}
