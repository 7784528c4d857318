using XorGen.Training;

namespace XorGen;

/// <summary>Labels that are true for class 1 and false for class 0, wherever a network takes labels.</summary>
/// <remarks>They are turned into 0 and 1 in memory of the calling thread, in <c>Fit</c> in an array of its own.</remarks>
public static class BooleanLabels
{
    /// <inheritdoc cref="IClassifier{T}.Evaluate(ReadOnlySpan{T}, ReadOnlySpan{int})"/>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">True where the class of the row is 1.</param>
    public static T Evaluate<T>(this IClassifier<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<bool> labels)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.Evaluate(inputs, BinaryLabels.Of(labels));
    }

    /// <inheritdoc cref="IClassifier{T}.Accuracy(ReadOnlySpan{T}, ReadOnlySpan{int})"/>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">True where the class of the row is 1.</param>
    public static double Accuracy<T>(this IClassifier<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<bool> labels)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.Accuracy(inputs, BinaryLabels.Of(labels));
    }

    /// <inheritdoc cref="IClassifier{T}.Backward(ReadOnlySpan{T}, ReadOnlySpan{int})"/>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">True where the class of the row is 1.</param>
    public static float Backward<TNetwork>(this TNetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<bool> labels)
        where TNetwork : class, IClassifier<float>
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.Backward(inputs, BinaryLabels.Of(labels));
    }

    /// <inheritdoc cref="IClassifier{T}.Train(ReadOnlySpan{T}, ReadOnlySpan{int}, T)"/>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">True where the class of the row is 1.</param>
    /// <param name="learningRate">The step size.</param>
    public static float Train<TNetwork>(this TNetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<bool> labels, float learningRate)
        where TNetwork : class, IClassifier<float>
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.Train(inputs, BinaryLabels.Of(labels), learningRate);
    }

    /// <inheritdoc cref="IClassifier{T}.Fit(ReadOnlySpan{T}, ReadOnlySpan{int}, TrainingOptions)"/>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">True where the class of the row is 1.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    public static TrainingReport Fit<TNetwork>(this TNetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<bool> labels, TrainingOptions? options = null)
        where TNetwork : class, IClassifier<float>
    {
        ArgumentNullException.ThrowIfNull(network);
        int[] numbers = new int[labels.Length];
        BinaryLabels.Fill(labels, numbers);
        return network.Fit(inputs, numbers, options);
    }

    /// <inheritdoc cref="IClassifier{T}.Backward(ReadOnlySpan{T}, ReadOnlySpan{int})"/>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The network, which is changed in place.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">True where the class of the row is 1.</param>
    public static float Backward<TNetwork>(this ref TNetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<bool> labels)
        where TNetwork : struct, IClassifier<float>
    {
        return network.Backward(inputs, BinaryLabels.Of(labels));
    }

    /// <inheritdoc cref="IClassifier{T}.Train(ReadOnlySpan{T}, ReadOnlySpan{int}, T)"/>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The network, which is changed in place.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">True where the class of the row is 1.</param>
    /// <param name="learningRate">The step size.</param>
    public static float Train<TNetwork>(this ref TNetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<bool> labels, float learningRate)
        where TNetwork : struct, IClassifier<float>
    {
        return network.Train(inputs, BinaryLabels.Of(labels), learningRate);
    }

    /// <inheritdoc cref="IClassifier{T}.Fit(ReadOnlySpan{T}, ReadOnlySpan{int}, TrainingOptions)"/>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The network, which is changed in place.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">True where the class of the row is 1.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    public static TrainingReport Fit<TNetwork>(this ref TNetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<bool> labels, TrainingOptions? options = null)
        where TNetwork : struct, IClassifier<float>
    {
        int[] numbers = new int[labels.Length];
        BinaryLabels.Fill(labels, numbers);
        return network.Fit(inputs, numbers, options);
    }

    /// <inheritdoc cref="IClassifier{T}.Backward(ReadOnlySpan{T}, ReadOnlySpan{int})"/>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">True where the class of the row is 1.</param>
    public static double Backward<TNetwork>(this TNetwork network, ReadOnlySpan<double> inputs, ReadOnlySpan<bool> labels)
        where TNetwork : class, IClassifier<double>
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.Backward(inputs, BinaryLabels.Of(labels));
    }

    /// <inheritdoc cref="IClassifier{T}.Train(ReadOnlySpan{T}, ReadOnlySpan{int}, T)"/>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">True where the class of the row is 1.</param>
    /// <param name="learningRate">The step size.</param>
    public static double Train<TNetwork>(this TNetwork network, ReadOnlySpan<double> inputs, ReadOnlySpan<bool> labels, double learningRate)
        where TNetwork : class, IClassifier<double>
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.Train(inputs, BinaryLabels.Of(labels), learningRate);
    }

    /// <inheritdoc cref="IClassifier{T}.Fit(ReadOnlySpan{T}, ReadOnlySpan{int}, TrainingOptions)"/>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">True where the class of the row is 1.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    public static TrainingReport Fit<TNetwork>(this TNetwork network, ReadOnlySpan<double> inputs, ReadOnlySpan<bool> labels, TrainingOptions? options = null)
        where TNetwork : class, IClassifier<double>
    {
        ArgumentNullException.ThrowIfNull(network);
        int[] numbers = new int[labels.Length];
        BinaryLabels.Fill(labels, numbers);
        return network.Fit(inputs, numbers, options);
    }

    /// <inheritdoc cref="IClassifier{T}.Backward(ReadOnlySpan{T}, ReadOnlySpan{int})"/>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The network, which is changed in place.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">True where the class of the row is 1.</param>
    public static double Backward<TNetwork>(this ref TNetwork network, ReadOnlySpan<double> inputs, ReadOnlySpan<bool> labels)
        where TNetwork : struct, IClassifier<double>
    {
        return network.Backward(inputs, BinaryLabels.Of(labels));
    }

    /// <inheritdoc cref="IClassifier{T}.Train(ReadOnlySpan{T}, ReadOnlySpan{int}, T)"/>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The network, which is changed in place.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">True where the class of the row is 1.</param>
    /// <param name="learningRate">The step size.</param>
    public static double Train<TNetwork>(this ref TNetwork network, ReadOnlySpan<double> inputs, ReadOnlySpan<bool> labels, double learningRate)
        where TNetwork : struct, IClassifier<double>
    {
        return network.Train(inputs, BinaryLabels.Of(labels), learningRate);
    }

    /// <inheritdoc cref="IClassifier{T}.Fit(ReadOnlySpan{T}, ReadOnlySpan{int}, TrainingOptions)"/>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The network, which is changed in place.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">True where the class of the row is 1.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    public static TrainingReport Fit<TNetwork>(this ref TNetwork network, ReadOnlySpan<double> inputs, ReadOnlySpan<bool> labels, TrainingOptions? options = null)
        where TNetwork : struct, IClassifier<double>
    {
        int[] numbers = new int[labels.Length];
        BinaryLabels.Fill(labels, numbers);
        return network.Fit(inputs, numbers, options);
    }
}
