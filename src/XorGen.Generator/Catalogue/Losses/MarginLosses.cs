using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Catalogue.Losses;

/// <summary>Losses that ask for a sign and a margin.</summary>
internal static class MarginLosses
{
    public static IEnumerable<Loss> Entries =>
    [
        new ElementwiseLoss
        {
            Name = "hinge",
            NamesElsewhere = ["HingeLoss", "HingeEmbeddingLoss", "CategoricalHinge"],
            Formula = "max(0, 1 - y a)",
            Source = "C. Cortes and V. Vapnik, 1995; keras.losses.Hinge",
            Targets = "-1 or 1; of a single output also the labels 0, which is -1, and 1",
            Domain = "MinusOneOrOne",
            NegativeTarget = -1,
            IsMeanOverOutputs = true,
            Baseline = "Margin",
            ClassThreshold = "Sign",
            Cost = (a, y, delta) => Max(0, FusedMultiplyAdd(-y, a, 1)),
            Slope = (a, y, delta) => SelectNotGreater(FusedMultiplyAdd(-y, a, 1), 0, 0, -y),
        },
        new ElementwiseLoss
        {
            Name = "squared_hinge",
            Formula = "max(0, 1 - y a)^2",
            Source = "keras.losses.SquaredHinge",
            Targets = "-1 or 1; of a single output also the labels 0, which is -1, and 1",
            Domain = "MinusOneOrOne",
            NegativeTarget = -1,
            IsMeanOverOutputs = true,
            Baseline = "SquaredMargin",
            ClassThreshold = "Sign",
            Cost = (a, y, delta) => Max(0, FusedMultiplyAdd(-y, a, 1)) * Max(0, FusedMultiplyAdd(-y, a, 1)),
            Slope = (a, y, delta) => Max(0, FusedMultiplyAdd(-y, a, 1)) * y * -2,
        },
    ];
}
