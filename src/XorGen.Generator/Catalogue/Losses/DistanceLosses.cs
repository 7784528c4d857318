using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Catalogue.Losses;

/// <summary>Losses that grow with the distance between output and target.</summary>
internal static class DistanceLosses
{
    private const double Ln2 = 0.6931471805599453;

    public static IEnumerable<Loss> Entries =>
    [
        new ElementwiseLoss
        {
            Name = "mse",
            Aliases = ["mean_squared_error"],
            NamesElsewhere = ["MSELoss", "L2Loss", "l2", "squared_error"],
            Formula = "(a - y)^2",
            Source = "torch.nn.MSELoss",
            Targets = "any finite number",
            IsMeanOverOutputs = true,
            Baseline = "Variance",
            Cost = (a, y, delta) => (a - y) * (a - y),
            Slope = (a, y, delta) => (a - y) * 2,
        },
        new ElementwiseLoss
        {
            // The derivative is 0 where the two are equal, and NaN where one of them is NaN: a - y is both.
            Name = "mae",
            Aliases = ["mean_absolute_error", "l1_loss"],
            NamesElsewhere = ["absolute_error", "l1"],
            Formula = "|a - y|",
            Source = "torch.nn.L1Loss",
            Targets = "any finite number",
            IsMeanOverOutputs = true,
            Baseline = "AbsoluteDeviation",
            Cost = (a, y, delta) => Abs(a - y),
            Slope = (a, y, delta) => SelectGreater(a, y, 1, SelectGreater(y, a, -1, a - y)),
        },
        new ElementwiseLoss
        {
            // With c = min(|a - y|, delta): c (|a - y| - c / 2).
            Name = "huber",
            Aliases = ["huber_loss"],
            NamesElsewhere = ["SmoothL1Loss", "smooth_l1"],
            Formula = "|a - y| < delta ? (a - y)^2 / 2 : delta (|a - y| - delta / 2)",
            Source = "P. Huber, 1964; torch.nn.HuberLoss",
            Targets = "any finite number",
            IsMeanOverOutputs = true,
            DefaultParameter = 1,
            Baseline = "HalfVariance",
            Cost = (a, y, delta) => Min(delta, Abs(a - y)) * FusedMultiplyAdd(Min(delta, Abs(a - y)), -0.5, Abs(a - y)),
            Slope = (a, y, delta) => Min(delta, Max(-delta, a - y)),
        },
        new ElementwiseLoss
        {
            // log cosh d = |d| + log(1 + exp(-2 |d|)) - log 2, which does not overflow.
            Name = "log_cosh",
            Aliases = ["logcosh"],
            NamesElsewhere = ["LogCoshLoss"],
            Formula = "log(cosh(a - y))",
            Source = "keras.losses.LogCosh",
            Targets = "any finite number",
            IsMeanOverOutputs = true,
            Baseline = "HalfVariance",
            Cost = (a, y, delta) => Abs(a - y) + (Softplus(Abs(a - y) * -2) - Ln2),
            Slope = (a, y, delta) => Tanh(a - y),
        },
    ];
}
