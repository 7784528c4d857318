namespace XorGen.Sample.Problems;

/// <summary>All problems that need nothing but this program.</summary>
internal static class ProblemCatalogue
{
    /// <summary>Gets them in the order of the help.</summary>
    public static IReadOnlyList<Problem> All { get; } =
    [
        new IrisProblem(),
        new WineProblem(),
        new BreastCancerProblem(),
        new DigitsProblem(),
        new DiabetesProblem(),
        new SpiralsProblem(),
        new ParityProblem(),
        new MatrixExponentialProblem(),
        new PendulumProblem(),
    ];
}
