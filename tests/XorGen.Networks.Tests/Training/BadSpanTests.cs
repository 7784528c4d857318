namespace XorGen.Training;

/// <summary>Wrong lengths are refused with both numbers, before anything is written.</summary>
public class BadSpanTests
{
    private readonly ScalarClassifier tiny = new();
    private readonly TiledClassifier large = new();
    private readonly XorTanhSingle single = new();

    [Fact]
    public void Forward_names_both_lengths()
    {
        AssertMessage("input", "4", "3", () => tiny.Forward(new float[3], new float[3]));
        AssertMessage("output", "3", "2", () => tiny.Forward(new float[4], new float[2]));
        AssertMessage("input", "17", "18", () => large.Forward(new float[18], new float[5]));
        AssertMessage("input", "2", "0", () => single.Forward([], new float[1]));
    }

    [Fact]
    public void Predict_refuses_partial_rows_and_takes_none()
    {
        AssertMessage("inputs", "4", "5", () => tiny.Predict(new float[5], new float[3]));
        AssertMessage("outputs", "6", "5", () => tiny.Predict(new float[8], new float[5]));
        AssertMessage("outputs", "10", "9", () => large.Predict(new float[34], new float[9]));
        tiny.Predict([], []);
        large.Predict([], []);
    }

    [Fact]
    public void Training_needs_as_many_targets_as_rows()
    {
        AssertMessage("targets", "6", "3", () => tiny.Backward(new float[8], new float[3]));
        AssertMessage("labels", "2", "3", () => tiny.Train(new float[8], new int[3], 0.1f));
        AssertMessage("labels", "2", "1", () => large.Evaluate(new float[34], new int[1]));
        AssertMessage("inputs", "at least one row", "empty", () => tiny.Backward([], ReadOnlySpan<float>.Empty));
        AssertMessage("targets", "4", "2", () => single.Fit(new float[8], new float[2]));
    }

    [Fact]
    public void Labels_are_classes()
    {
        AssertMessage("labels", "row 1", "3", () => tiny.Backward(new float[8], new[] { 0, 3 }));
        AssertMessage("labels", "row 0", "-1", () => large.Train(new float[17], new[] { -1 }, 0.1f));
        AssertMessage("labels", "row 1", "5", () => large.Fit(new float[34], new[] { 0, 5 }));
        AssertMessage("labels", "row 0", "9", () => tiny.Accuracy(new float[4], new[] { 9 }));
    }

    [Fact]
    public void Parameters_have_their_number()
    {
        AssertMessage("source", "43", "42", () => tiny.SetParameters(new float[42]));
        AssertMessage("destination", "43", "44", () => tiny.GetParameters(new float[44]));
        AssertMessage("destination", $"{TiledClassifier.ParameterCount}", "1", () => large.GetGradients(new float[1]));
    }

    [Fact]
    public void Nothing_is_written_before_the_check()
    {
        float[] before = Parameters();
        float[] outputs = [7, 7];
        Assert.Throws<ArgumentException>(() => tiny.Forward(new float[4], outputs));
        Assert.Throws<ArgumentException>(() => tiny.Train(new float[8], new[] { 0, 3 }, 0.1f));
        Assert.Throws<ArgumentException>(() => tiny.SetParameters(new float[42]));
        Assert.Equal([7, 7], outputs);
        Assert.Equal(before, Parameters());
    }

    private static void AssertMessage(string parameter, string first, string second, Action action)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(action);
        Assert.Equal(parameter, exception.ParamName);
        Assert.Contains(first, exception.Message, StringComparison.Ordinal);
        Assert.Contains(second, exception.Message, StringComparison.Ordinal);
    }

    private float[] Parameters()
    {
        var parameters = new float[ScalarClassifier.ParameterCount];
        tiny.GetParameters(parameters);
        return parameters;
    }
}
