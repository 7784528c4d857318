namespace XorGen.Benchmarks.Works;

/// <summary>All works, in the order of the table.</summary>
internal static class WorkCatalogue
{
    private const int Rows = 1024;

    public static IReadOnlyList<Work> All { get; } = [.. Create()];

    private static IEnumerable<Work> Create()
    {
        Problem xor = Problem.Xor(Shapes.XorSingle);
        yield return new("xor-train-double", "XOR 2-2-1 tanh, full-batch `Train` step, double", Problem.Xor(Shapes.XorDouble), WorkKind.Train, 4) { Goal = 50 };
        yield return new("xor-train-float", "the same, float", xor, WorkKind.Train, 4) { Goal = 42 };
        yield return new("xor-train-mse", "the same, float, squared error behind the sigmoid", Problem.Xor(Shapes.XorSquaredError), WorkKind.Train, 4) { Goal = 42 };
        yield return new("xor-forward", "XOR `Forward(x0, x1)`, float, independent", xor, WorkKind.Forward, 1) { Goal = 10 };
        yield return new("xor-forward-chain", "the same, each depending on the last", xor, WorkKind.ForwardChain, 1) { Goal = 35 };

        Problem flowers = Problem.Random(Shapes.Flowers, Rows);
        yield return new("4-16-16-3-forward", "4-16-16-3 tanh, softmax, `Forward`, independent", flowers, WorkKind.Forward, 1) { Goal = 65 };
        yield return new("4-16-16-3-forward-chain", "the same, each depending on the last", flowers, WorkKind.ForwardChain, 1) { Goal = 105 };
        yield return new("4-16-16-3-train", "the same, Adam, batches of 32, per sample", flowers, WorkKind.Train, 32) { PerRow = true, Goal = 55 };

        Problem exponential = Problem.Random(Shapes.MatrixExponential, 10_000);
        yield return new("4-32-16-4-epoch", "4-32-16-4 tanh, Adam, full batch of 10,000, one epoch", exponential, WorkKind.Train, 10_000) { Goal = 800_000 };

        Problem digits = Problem.Random(Shapes.Digits, Rows);
        yield return new("64-32-10-forward", "64-32-10 relu, softmax, `Forward`, independent", digits, WorkKind.Forward, 1) { Goal = 80 };
        yield return new("64-32-10-train", "the same, Adam, batches of 32, per sample", digits, WorkKind.Train, 32) { PerRow = true, Goal = 130 };

        Problem policy = Problem.Random(Shapes.Policy, Rows);
        yield return new("17-64-64-6-forward", "17-64-64-6 tanh, `Forward`, independent", policy, WorkKind.Forward, 1) { Goal = 145 };
        yield return new("17-64-64-6-forward-chain", "the same, each depending on the last", policy, WorkKind.ForwardChain, 1) { Goal = 165 };
        yield return new("17-64-64-6-train", "the same, Adam, batches of 64, per sample", policy, WorkKind.Train, 64) { PerRow = true, Goal = 340 };

        Problem mnist = Problem.Random(Shapes.MnistSgd, Rows);
        yield return new("784-128-10-train-sgd", "784-128-10 relu, softmax, SGD, batches of 64, per sample", mnist, WorkKind.Train, 64) { PerRow = true, Goal = 3_100 };
        yield return new("784-128-10-train-adam", "the same, Adam", Problem.Random(Shapes.MnistAdam, Rows), WorkKind.Train, 64) { PerRow = true, Goal = 3_900 };
        yield return new("784-128-10-forward", "the same, `Forward` of one row", mnist, WorkKind.Forward, 1) { Goal = 4_100 };
        yield return new("784-128-10-predict", "the same, `Predict` of 64, per row", mnist, WorkKind.Predict, 64) { PerRow = true, Goal = 1_400 };
    }
}
