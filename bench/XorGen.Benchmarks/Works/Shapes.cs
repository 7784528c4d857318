namespace XorGen.Benchmarks.Works;

/// <summary>The networks of the works.</summary>
internal static class Shapes
{
    public static Shape XorDouble { get; } = new("xor-double", [2, 2, 1], "tanh", "sigmoid", Adam: false, Double: true);

    public static Shape XorSingle { get; } = new("xor-float", [2, 2, 1], "tanh", "sigmoid", Adam: false);

    public static Shape XorSquaredError { get; } = new("xor-mse", [2, 2, 1], "tanh", "sigmoid", Adam: false, SquaredError: true);

    public static Shape Flowers { get; } = new("4-16-16-3", [4, 16, 16, 3], "tanh", "softmax", Adam: true);

    public static Shape MatrixExponential { get; } = new("4-32-16-4", [4, 32, 16, 4], "tanh", "linear", Adam: true);

    public static Shape Digits { get; } = new("64-32-10", [64, 32, 10], "relu", "softmax", Adam: true);

    public static Shape Policy { get; } = new("17-64-64-6", [17, 64, 64, 6], "tanh", "linear", Adam: true);

    public static Shape MnistSgd { get; } = new("784-128-10-sgd", [784, 128, 10], "relu", "softmax", Adam: false);

    public static Shape MnistAdam { get; } = new("784-128-10-adam", [784, 128, 10], "relu", "softmax", Adam: true);
}
