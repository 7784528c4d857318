using XorGen.Datasets;

namespace XorGen.Data;

/// <summary>A network with folded scaling gives for raw rows what it gave for scaled ones.</summary>
public class FoldingTests
{
    private static readonly float[] SingleInputs = [.. Diabetes.Inputs.Select(value => (float)value)];

    [Fact]
    public void Inputs_and_targets_are_folded()
    {
        var network = new FoldedRegression(3);
        Scaler inputs = Standardizer.Fit<double>(Diabetes.Inputs, Diabetes.Columns);
        Scaler targets = Standardizer.Fit<double>(Diabetes.Targets, 1);
        double[] expected = targets.InverseTransform<double>(Predict(network, inputs.Transform<double>(Diabetes.Inputs)));

        inputs.FoldIntoInputs(network);
        targets.FoldIntoOutputs(network);
        Close.Assert(expected, Predict(network, Diabetes.Inputs), 1e-10, "prediction");
    }

    [Fact]
    public void So_are_they_in_single_precision_and_in_a_larger_network()
    {
        var network = new FoldedClassifier(3);
        Scaler inputs = MinMaxScaler.Fit<float>(SingleInputs, Diabetes.Columns, -1, 1);
        float[] expected = Predict(network, inputs.Transform<float>(SingleInputs));

        inputs.FoldIntoInputs(network);
        float[] actual = Predict(network, SingleInputs);
        Close.Assert([.. expected.Select(value => (double)value)], [.. actual.Select(value => (double)value)], 1e-4, "probability", floor: 0.1);
    }

    [Fact]
    public void Several_targets_of_a_struct_are_folded_into_its_parameters()
    {
        var network = new RegressionStruct(3);
        float[] rows = [1, 2, 3, -4, 5, 0.5f];
        var before = new float[4];
        var after = new float[4];
        network.Predict(rows, before);
        var targets = new Standardizer([10, -20], [3, 0.5]);
        var parameters = new float[RegressionStruct.ParameterCount];
        network.GetParameters(parameters);
        targets.FoldIntoOutputs<float>(network.Description, parameters);
        network.SetParameters(parameters);
        network.Predict(rows, after);

        Assert.Equal(targets.InverseTransform<float>(before).Select(value => Math.Round(value, 4)), after.Select(value => Math.Round(value, 4)));
        Assert.Contains("struct", Assert.Throws<ArgumentException>(() => targets.FoldIntoOutputs(network)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_refused_and_changes_nothing()
    {
        var network = new FoldedClassifier(3);
        var parameters = new float[FoldedClassifier.ParameterCount];
        network.GetParameters(parameters);
        AssertRefused("Expected a network of 2 inputs", "10", () => new Standardizer([1, 2], [1, 2]).FoldIntoInputs(network));
        AssertRefused("Expected a network of 2 outputs", "3", () => new Standardizer([1, 2], [1, 2]).FoldIntoOutputs(network));
        AssertRefused("linear last layer only", "softmax", () => new Standardizer([1, 2, 3], [1, 2, 3]).FoldIntoOutputs(network));
        AssertRefused("Expected a length of", "5", () => new Standardizer([1, 2], [1, 2]).FoldIntoInputs<float>(new XorTanhSingle().Description, new float[5]));
        var now = new float[FoldedClassifier.ParameterCount];
        network.GetParameters(now);
        Assert.Equal(parameters, now);
    }

    [Theory]
    [InlineData(1e6, 1)]
    [InlineData(1e9, 0.001)]
    [InlineData(-2e5, 1)]
    public void A_center_that_is_large_beside_the_spread_is_refused_in_single_precision(double center, double spread)
    {
        var network = new FoldedClassifier(3);
        double[] spreads = [.. Enumerable.Repeat(1.0, Diabetes.Columns)];
        spreads[4] = spread;
        double[] centers = new double[Diabetes.Columns];
        centers[4] = center;
        var scaler = new Standardizer(centers, spreads);
        var before = new float[FoldedClassifier.ParameterCount];
        network.GetParameters(before);

        AssertRefused("Column 4 has a center of", "single precision", () => scaler.FoldIntoInputs(network));
        AssertRefused("Column 4 has a center of", "single precision", () => scaler.FoldIntoInputs<float>(network.Description, before));
        var now = new float[FoldedClassifier.ParameterCount];
        network.GetParameters(now);
        Assert.Equal(before, now);

        Assert.InRange(scaler.FoldIntoInputs(network, double.PositiveInfinity), 0.001, double.MaxValue);
        network.GetParameters(now);
        Assert.NotEqual(before, now);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(100, 1)]
    [InlineData(2000, 10)]
    [InlineData(1.7e9, 1e7)]
    public void Where_folding_is_accepted_outputs_are_off_by_no_more_than_it_says(double center, double spread)
    {
        var network = new FoldedClassifier(5);
        double[] centers = [.. Enumerable.Repeat(center, Diabetes.Columns)];
        var scaler = new Standardizer(centers, [.. Enumerable.Repeat(spread, Diabetes.Columns)]);

        // Rows that single precision has exactly, so that only the folding makes a difference.
        float[] rows = [.. Diabetes.Inputs.Select(value => (float)(center + (spread * Math.Round(value % 3))))];
        float[] expected = Predict(network, scaler.Transform<float>(rows));
        double error = scaler.FoldIntoInputs(network);
        float[] actual = Predict(network, rows);

        Assert.InRange(error, center == 0 ? 0 : 1e-9, Scaler.DefaultFoldingTolerance);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], (10 * error) + 1e-6);
        }
    }

    [Fact]
    public void In_double_precision_it_is_accepted_and_right()
    {
        var network = new FoldedRegression(3);
        double[] rows = [.. Diabetes.Inputs.Select((value, i) => 1e6 + Math.Sin(i))];
        Scaler scaler = Standardizer.Fit<double>(rows, Diabetes.Columns);
        double[] expected = Predict(network, scaler.Transform<double>(rows));

        Assert.InRange(scaler.FoldIntoInputs(network), 1e-12, 1e-7);
        Close.Assert(expected, Predict(network, rows), 1e-7, "prediction", floor: 1);
    }

    [Fact]
    public void Constant_columns_and_ranges_are_folded_as_they_are_scaled()
    {
        var network = new FoldedRegression(3);
        double[] rows = [.. Diabetes.Inputs.Select((value, i) => (i % Diabetes.Columns) switch { 0 => 0.3, 1 => i % 20 < 10 ? 0.3 : 0.1 + 0.2, 2 => 1e4, _ => value })];
        foreach (Scaler scaler in (Scaler[])[Standardizer.Fit<double>(rows, Diabetes.Columns), MinMaxScaler.Fit<double>(rows, Diabetes.Columns, -1, 1), MinMaxScaler.Fit<double>(rows, Diabetes.Columns, 2, 5)])
        {
            network.Initialize(4);
            double[] expected = Predict(network, scaler.Transform<double>(rows));
            scaler.FoldIntoInputs(network);
            Close.Assert(expected, Predict(network, rows), 1e-9, "prediction", floor: 1);

            var targets = MinMaxScaler.Between([100], [300], -1, 1);
            double[] unscaled = targets.InverseTransform<double>(expected);
            targets.FoldIntoOutputs(network);
            Close.Assert(unscaled, Predict(network, rows), 1e-9, "prediction", floor: 100);
        }
    }

    [Fact]
    public void Outputs_that_single_precision_cannot_tell_from_each_other_are_refused()
    {
        var network = new RegressionStruct(3);
        var parameters = new float[RegressionStruct.ParameterCount];
        AssertRefused("Column 1 has a center of", "InverseTransform", () => new Standardizer([0, 1e6], [1, 1]).FoldIntoOutputs<float>(network.Description, parameters));
        AssertRefused("beyond the network's numbers", "column 1", () => new Standardizer([0, 0], [1, 1e300]).FoldIntoOutputs<float>(network.Description, Ones()));
        AssertRefused("tolerance is NaN", "not negative", () => new Standardizer([0, 1], [1, 1]).FoldIntoOutputs<float>(network.Description, parameters, double.NaN));
        Assert.All(parameters, value => Assert.Equal(0, value));
    }

    private static float[] Ones() => [.. Enumerable.Repeat(1f, RegressionStruct.ParameterCount)];

    private static void AssertRefused(string first, string second, Action action)
    {
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(action);
        Assert.Contains(first, exception.Message, StringComparison.Ordinal);
        Assert.Contains(second, exception.Message, StringComparison.Ordinal);
    }

    private static T[] Predict<T>(INetwork<T> network, T[] rows)
        where T : unmanaged
    {
        var outputs = new T[rows.Length / network.Description.InputCount * network.Description.OutputCount];
        network.Predict(rows, outputs);
        return outputs;
    }
}
