using XorGen.Numerics;

namespace XorGen;

/// <summary>
/// Lets networks take rows as a table, <c>float[,]</c>, or as a list of arrays, <c>float[][]</c> or <c>List&lt;float[]&gt;</c>, where they
/// take spans.
/// </summary>
/// <remarks>
/// A table is read where it is; a list of arrays is copied once a call, into one array. A loop that is called often takes spans, which cost
/// nothing; <see cref="Rows.Flatten{T}(IReadOnlyList{T[]})"/> makes what it needs. To train a network that is a struct, in place, is
/// what <see cref="StructNetworkTables"/> is for.
/// </remarks>
public static class NetworkTables
{
    /// <summary>Trains on the rows of a table: <see cref="INetwork{T}.Fit"/>.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount columns, at least one row.</param>
    /// <param name="targets">As many rows of TargetCount values, one after the other.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">
    /// The table has another number of columns, the network is a struct, of which a copy would be trained, or it is an exception of
    /// <see cref="INetwork{T}.Fit"/>.
    /// </exception>
    public static TrainingReport Fit<T>(this INetwork<T> network, T[,] inputs, ReadOnlySpan<T> targets, TrainingOptions? options = null)
        where T : unmanaged
    {
        NetworkDescription description = Trainable(network);
        return network.Fit(TableRows.AsSpan(inputs, description.InputCount, nameof(inputs)), targets, options);
    }

    /// <summary>Trains on the rows of tables: <see cref="INetwork{T}.Fit"/>.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount columns, at least one row.</param>
    /// <param name="targets">As many rows of TargetCount columns.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">
    /// A table has another number of columns, the network is a struct, of which a copy would be trained, or it is an exception of
    /// <see cref="INetwork{T}.Fit"/>.
    /// </exception>
    public static TrainingReport Fit<T>(this INetwork<T> network, T[,] inputs, T[,] targets, TrainingOptions? options = null)
        where T : unmanaged
    {
        NetworkDescription description = Trainable(network);
        return network.Fit(
            TableRows.AsSpan(inputs, description.InputCount, nameof(inputs)),
            TableRows.AsSpan(targets, description.TargetCount, nameof(targets)),
            options);
    }

    /// <summary>Trains on rows: <see cref="INetwork{T}.Fit"/>.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one. Copied once.</param>
    /// <param name="targets">As many rows of TargetCount values, one after the other.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">
    /// A row has another length, the network is a struct, of which a copy would be trained, or it is an exception of
    /// <see cref="INetwork{T}.Fit"/>.
    /// </exception>
    public static TrainingReport Fit<T>(this INetwork<T> network, IReadOnlyList<T[]> inputs, ReadOnlySpan<T> targets, TrainingOptions? options = null)
        where T : unmanaged
    {
        NetworkDescription description = Trainable(network);
        return network.Fit(TableRows.Copy(inputs, description.InputCount, nameof(inputs)), targets, options);
    }

    /// <summary>Trains on rows: <see cref="INetwork{T}.Fit"/>.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one. Copied once.</param>
    /// <param name="targets">As many rows of TargetCount values. Copied once.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">
    /// A row has another length, the network is a struct, of which a copy would be trained, or it is an exception of
    /// <see cref="INetwork{T}.Fit"/>.
    /// </exception>
    public static TrainingReport Fit<T>(this INetwork<T> network, IReadOnlyList<T[]> inputs, IReadOnlyList<T[]> targets, TrainingOptions? options = null)
        where T : unmanaged
    {
        NetworkDescription description = Trainable(network);
        return network.Fit(
            TableRows.Copy(inputs, description.InputCount, nameof(inputs)),
            TableRows.Copy(targets, description.TargetCount, nameof(targets)),
            options);
    }

    /// <summary>Trains on the rows of a table with labels: <see cref="IClassifier{T}.Fit"/>.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount columns, at least one row.</param>
    /// <param name="labels">The class of each row.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">
    /// The table has another number of columns, the network is a struct, of which a copy would be trained, or it is an exception of
    /// <see cref="IClassifier{T}.Fit"/>.
    /// </exception>
    public static TrainingReport Fit<T>(this IClassifier<T> network, T[,] inputs, ReadOnlySpan<int> labels, TrainingOptions? options = null)
        where T : unmanaged
    {
        NetworkDescription description = Trainable(network);
        return network.Fit(TableRows.AsSpan(inputs, description.InputCount, nameof(inputs)), labels, options);
    }

    /// <summary>Trains on rows with labels: <see cref="IClassifier{T}.Fit"/>.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one. Copied once.</param>
    /// <param name="labels">The class of each row.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">
    /// A row has another length, the network is a struct, of which a copy would be trained, or it is an exception of
    /// <see cref="IClassifier{T}.Fit"/>.
    /// </exception>
    public static TrainingReport Fit<T>(this IClassifier<T> network, IReadOnlyList<T[]> inputs, ReadOnlySpan<int> labels, TrainingOptions? options = null)
        where T : unmanaged
    {
        NetworkDescription description = Trainable(network);
        return network.Fit(TableRows.Copy(inputs, description.InputCount, nameof(inputs)), labels, options);
    }

    /// <summary>Returns the mean loss over the rows of a table.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount columns, at least one row.</param>
    /// <param name="targets">As many rows of TargetCount values, one after the other.</param>
    /// <exception cref="ArgumentException">The table has another number of columns, or the span another length.</exception>
    public static T Evaluate<T>(this INetwork<T> network, T[,] inputs, ReadOnlySpan<T> targets)
        where T : unmanaged
    {
        NetworkDescription description = Described(network);
        return network.Evaluate(TableRows.AsSpan(inputs, description.InputCount, nameof(inputs)), targets);
    }

    /// <summary>Returns the mean loss over the rows of tables.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount columns, at least one row.</param>
    /// <param name="targets">As many rows of TargetCount columns.</param>
    /// <exception cref="ArgumentException">A table has another number of columns or of rows.</exception>
    public static T Evaluate<T>(this INetwork<T> network, T[,] inputs, T[,] targets)
        where T : unmanaged
    {
        NetworkDescription description = Described(network);
        return network.Evaluate(
            TableRows.AsSpan(inputs, description.InputCount, nameof(inputs)), TableRows.AsSpan(targets, description.TargetCount, nameof(targets)));
    }

    /// <summary>Returns the mean loss over rows.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one. Copied once.</param>
    /// <param name="targets">As many rows of TargetCount values, one after the other.</param>
    /// <exception cref="ArgumentException">A row or the span has another length.</exception>
    public static T Evaluate<T>(this INetwork<T> network, IReadOnlyList<T[]> inputs, ReadOnlySpan<T> targets)
        where T : unmanaged
    {
        NetworkDescription description = Described(network);
        return network.Evaluate(TableRows.Copy(inputs, description.InputCount, nameof(inputs)), targets);
    }

    /// <summary>Returns the mean loss over rows.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one. Copied once.</param>
    /// <param name="targets">As many rows of TargetCount values. Copied once.</param>
    /// <exception cref="ArgumentException">A row has another length, or there is another number of rows.</exception>
    public static T Evaluate<T>(this INetwork<T> network, IReadOnlyList<T[]> inputs, IReadOnlyList<T[]> targets)
        where T : unmanaged
    {
        NetworkDescription description = Described(network);
        return network.Evaluate(
            TableRows.Copy(inputs, description.InputCount, nameof(inputs)), TableRows.Copy(targets, description.TargetCount, nameof(targets)));
    }

    /// <summary>Returns the mean loss over the rows of a table with labels.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount columns, at least one row.</param>
    /// <param name="labels">The class of each row.</param>
    /// <exception cref="ArgumentException">The table has another number of columns, the span another length, or a label is out of range.</exception>
    public static T Evaluate<T>(this IClassifier<T> network, T[,] inputs, ReadOnlySpan<int> labels)
        where T : unmanaged
    {
        NetworkDescription description = Described(network);
        return network.Evaluate(TableRows.AsSpan(inputs, description.InputCount, nameof(inputs)), labels);
    }

    /// <summary>Returns the mean loss over rows with labels.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one. Copied once.</param>
    /// <param name="labels">The class of each row.</param>
    /// <exception cref="ArgumentException">A row or the span has another length, or a label is out of range.</exception>
    public static T Evaluate<T>(this IClassifier<T> network, IReadOnlyList<T[]> inputs, ReadOnlySpan<int> labels)
        where T : unmanaged
    {
        NetworkDescription description = Described(network);
        return network.Evaluate(TableRows.Copy(inputs, description.InputCount, nameof(inputs)), labels);
    }

    /// <summary>Returns the share of the rows of a table whose predicted class is their label.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount columns, at least one row.</param>
    /// <param name="labels">The class of each row.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentException">The table has another number of columns, the span another length, or a label is out of range.</exception>
    public static double Accuracy<T>(this IClassifier<T> network, T[,] inputs, ReadOnlySpan<int> labels)
        where T : unmanaged
    {
        NetworkDescription description = Described(network);
        return network.Accuracy(TableRows.AsSpan(inputs, description.InputCount, nameof(inputs)), labels);
    }

    /// <summary>Returns the share of rows whose predicted class is their label.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one. Copied once.</param>
    /// <param name="labels">The class of each row.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentException">A row or the span has another length, or a label is out of range.</exception>
    public static double Accuracy<T>(this IClassifier<T> network, IReadOnlyList<T[]> inputs, ReadOnlySpan<int> labels)
        where T : unmanaged
    {
        NetworkDescription description = Described(network);
        return network.Accuracy(TableRows.Copy(inputs, description.InputCount, nameof(inputs)), labels);
    }

    /// <summary>Returns the outputs of the rows of a table, in a new array.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount columns.</param>
    /// <returns>As many rows of OutputCount values, one after the other.</returns>
    /// <exception cref="ArgumentException">The table has another number of columns, or an array does not hold so many outputs.</exception>
    public static T[] Predict<T>(this INetwork<T> network, T[,] inputs)
        where T : unmanaged
    {
        NetworkDescription description = Described(network);
        return network.Predict(TableRows.AsSpan(inputs, description.InputCount, nameof(inputs)));
    }

    /// <summary>Returns the outputs of rows, in a new array.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values. Copied once.</param>
    /// <returns>As many rows of OutputCount values, one after the other.</returns>
    /// <exception cref="ArgumentException">A row has another length, or an array does not hold so many outputs.</exception>
    public static T[] Predict<T>(this INetwork<T> network, IReadOnlyList<T[]> inputs)
        where T : unmanaged
    {
        NetworkDescription description = Described(network);
        return network.Predict(TableRows.Copy(inputs, description.InputCount, nameof(inputs)));
    }

    /// <summary>Returns the class that the outputs of each row of a table predict.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount columns.</param>
    /// <returns>The class of each row, from 0; -1 where its outputs are nothing but NaN.</returns>
    /// <exception cref="ArgumentException">The table has another number of columns, or an array does not hold so many outputs.</exception>
    public static int[] ClassifyRows<T>(this IClassifier<T> network, T[,] inputs)
        where T : unmanaged
    {
        NetworkDescription description = Described(network);
        return network.ClassifyRows(TableRows.AsSpan(inputs, description.InputCount, nameof(inputs)));
    }

    /// <summary>Returns the class that the outputs of each row predict.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values. Copied once.</param>
    /// <returns>The class of each row, from 0; -1 where its outputs are nothing but NaN.</returns>
    /// <exception cref="ArgumentException">A row has another length, or an array does not hold so many outputs.</exception>
    public static int[] ClassifyRows<T>(this IClassifier<T> network, IReadOnlyList<T[]> inputs)
        where T : unmanaged
    {
        NetworkDescription description = Described(network);
        return network.ClassifyRows(TableRows.Copy(inputs, description.InputCount, nameof(inputs)));
    }

    private static NetworkDescription Described<T>(INetwork<T> network)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.Description;
    }

    /// <summary>Returns the description of a network that may be trained through its interface.</summary>
    private static NetworkDescription Trainable<T>(INetwork<T> network)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        return network is ValueType
            ? throw new ArgumentException("The network is a struct: a copy of it would be trained. Call Fit on the variable itself.", nameof(network))
            : network.Description;
    }
}
