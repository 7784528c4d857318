using XorGen.Training;

namespace XorGen;

/// <summary>The rows whose loss is watched in a training, and that are not trained on: given, or split off.</summary>
public abstract class Validation
{
    private protected Validation()
    {
    }

    /// <summary>These rows, with target values.</summary>
    /// <typeparam name="T">The network's type of numbers.</typeparam>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="targets">As many rows of TargetCount values.</param>
    public static Validation Of<T>(T[] inputs, T[] targets)
        where T : unmanaged => new ValidationRows<T, T>(inputs, targets);

    /// <summary>These rows, with class labels.</summary>
    /// <typeparam name="T">The network's type of numbers.</typeparam>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">The class of each row.</param>
    public static Validation Of<T>(T[] inputs, int[] labels)
        where T : unmanaged => new ValidationRows<T, int>(inputs, labels);

    /// <summary>These rows, with labels that are true for class 1.</summary>
    /// <typeparam name="T">The network's type of numbers.</typeparam>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">True where the class of the row is 1.</param>
    public static Validation Of<T>(T[] inputs, bool[] labels)
        where T : unmanaged => new ValidationRows<T, int>(inputs, Numbers(labels));

    /// <inheritdoc cref="Of{T}(T[], T[])"/>
    public static Validation Of<T>(ReadOnlyMemory<T> inputs, ReadOnlyMemory<T> targets)
        where T : unmanaged => new ValidationRows<T, T>(inputs, targets);

    /// <inheritdoc cref="Of{T}(T[], int[])"/>
    public static Validation Of<T>(ReadOnlyMemory<T> inputs, ReadOnlyMemory<int> labels)
        where T : unmanaged => new ValidationRows<T, int>(inputs, labels);

    /// <summary>These rows, with target values, and weights as <see cref="TrainingOptions.SampleWeights"/> has them for the rows that are trained on.</summary>
    /// <typeparam name="T">The network's type of numbers.</typeparam>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="targets">As many rows of TargetCount values.</param>
    /// <param name="sampleWeights">The weight of each row, not negative.</param>
    public static Validation Of<T>(T[] inputs, T[] targets, IReadOnlyList<double> sampleWeights)
        where T : unmanaged => new ValidationRows<T, T>(inputs, targets, sampleWeights);

    /// <summary>These rows, with class labels, and weights as <see cref="TrainingOptions.SampleWeights"/> has them for the rows that are trained on.</summary>
    /// <typeparam name="T">The network's type of numbers.</typeparam>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">The class of each row.</param>
    /// <param name="sampleWeights">The weight of each row, not negative.</param>
    public static Validation Of<T>(T[] inputs, int[] labels, IReadOnlyList<double> sampleWeights)
        where T : unmanaged => new ValidationRows<T, int>(inputs, labels, sampleWeights);

    /// <inheritdoc cref="Of{T}(T[], int[], IReadOnlyList{double})"/>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">True where the class of the row is 1.</param>
    /// <param name="sampleWeights">The weight of each row, not negative.</param>
    public static Validation Of<T>(T[] inputs, bool[] labels, IReadOnlyList<double> sampleWeights)
        where T : unmanaged => new ValidationRows<T, int>(inputs, Numbers(labels), sampleWeights);

    /// <inheritdoc cref="Of{T}(T[], T[], IReadOnlyList{double})"/>
    public static Validation Of<T>(ReadOnlyMemory<T> inputs, ReadOnlyMemory<T> targets, IReadOnlyList<double> sampleWeights)
        where T : unmanaged => new ValidationRows<T, T>(inputs, targets, sampleWeights);

    /// <inheritdoc cref="Of{T}(T[], int[], IReadOnlyList{double})"/>
    public static Validation Of<T>(ReadOnlyMemory<T> inputs, ReadOnlyMemory<int> labels, IReadOnlyList<double> sampleWeights)
        where T : unmanaged => new ValidationRows<T, int>(inputs, labels, sampleWeights);

    /// <summary>A random share of the rows that <c>Fit</c> is given; with class labels, the same share of each class.</summary>
    /// <param name="share">Between 0 and 1; the number of rows is rounded.</param>
    /// <param name="seed">Decides which rows.</param>
    /// <param name="stratified">False for rows at random whatever their labels.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not between 0 and 1.</exception>
    public static Validation Split(double share, int seed = 0, bool stratified = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        return double.IsNaN(share)
            ? throw new ArgumentOutOfRangeException(nameof(share), share, "The share must be between 0 and 1.")
            : new ValidationSplit(share, seed, stratified);
    }

    private static int[] Numbers(bool[] labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        int[] numbers = new int[labels.Length];
        BinaryLabels.Fill(labels, numbers);
        return numbers;
    }
}
