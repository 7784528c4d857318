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
