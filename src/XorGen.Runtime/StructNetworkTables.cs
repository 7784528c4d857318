using XorGen.Numerics;

namespace XorGen;

/// <summary>
/// <see cref="NetworkTables"/> for networks that are structs: Fit takes the variable itself, so that it is trained where it is. On what is
/// no variable (a property, an element of a list, a <c>readonly</c> field, a <c>foreach</c> variable) the compiler refuses it.
/// </summary>
public static class StructNetworkTables
{
    /// <summary>Trains on the rows of a table: <see cref="INetwork{T}.Fit"/>.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The variable that holds the network.</param>
    /// <param name="inputs">Rows of InputCount columns, at least one row.</param>
    /// <param name="targets">As many rows of TargetCount values, one after the other.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">A table has another number of columns, or it is an exception of <see cref="INetwork{T}.Fit"/>.</exception>
    public static TrainingReport Fit<TNetwork>(this ref TNetwork network, float[,] inputs, ReadOnlySpan<float> targets, TrainingOptions? options = null)
        where TNetwork : struct, INetwork<float>
    {
        NetworkDescription description = network.Description;
        return network.Fit(TableRows.AsSpan(inputs, description.InputCount, nameof(inputs)), targets, options);
    }

    /// <summary>Trains on rows: <see cref="INetwork{T}.Fit"/>.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The variable that holds the network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row. Copied once.</param>
    /// <param name="targets">As many rows of TargetCount values, one after the other.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">A row has another length, or it is an exception of <see cref="INetwork{T}.Fit"/>.</exception>
    public static TrainingReport Fit<TNetwork>(this ref TNetwork network, IReadOnlyList<float[]> inputs, ReadOnlySpan<float> targets, TrainingOptions? options = null)
        where TNetwork : struct, INetwork<float>
    {
        NetworkDescription description = network.Description;
        return network.Fit(TableRows.Copy(inputs, description.InputCount, nameof(inputs)), targets, options);
    }

    /// <summary>Trains on the rows of tables: <see cref="INetwork{T}.Fit"/>.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The variable that holds the network.</param>
    /// <param name="inputs">Rows of InputCount columns, at least one row.</param>
    /// <param name="targets">As many rows of TargetCount columns.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">A table has another number of columns, or it is an exception of <see cref="INetwork{T}.Fit"/>.</exception>
    public static TrainingReport Fit<TNetwork>(this ref TNetwork network, float[,] inputs, float[,] targets, TrainingOptions? options = null)
        where TNetwork : struct, INetwork<float>
    {
        NetworkDescription description = network.Description;
        return network.Fit(TableRows.AsSpan(inputs, description.InputCount, nameof(inputs)), TableRows.AsSpan(targets, description.TargetCount, nameof(targets)), options);
    }

    /// <summary>Trains on rows: <see cref="INetwork{T}.Fit"/>.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The variable that holds the network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row. Copied once.</param>
    /// <param name="targets">As many rows of TargetCount values. Copied once.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">A row has another length, or it is an exception of <see cref="INetwork{T}.Fit"/>.</exception>
    public static TrainingReport Fit<TNetwork>(this ref TNetwork network, IReadOnlyList<float[]> inputs, IReadOnlyList<float[]> targets, TrainingOptions? options = null)
        where TNetwork : struct, INetwork<float>
    {
        NetworkDescription description = network.Description;
        return network.Fit(TableRows.Copy(inputs, description.InputCount, nameof(inputs)), TableRows.Copy(targets, description.TargetCount, nameof(targets)), options);
    }

    /// <summary>Trains on the rows of a table with labels: <see cref="IClassifier{T}.Fit"/>.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The variable that holds the network.</param>
    /// <param name="inputs">Rows of InputCount columns, at least one row.</param>
    /// <param name="labels">The class of each row.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">A table has another number of columns, or it is an exception of <see cref="IClassifier{T}.Fit"/>.</exception>
    public static TrainingReport Fit<TNetwork>(this ref TNetwork network, float[,] inputs, ReadOnlySpan<int> labels, TrainingOptions? options = null)
        where TNetwork : struct, IClassifier<float>
    {
        NetworkDescription description = network.Description;
        return network.Fit(TableRows.AsSpan(inputs, description.InputCount, nameof(inputs)), labels, options);
    }

    /// <summary>Trains on rows with labels: <see cref="IClassifier{T}.Fit"/>.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The variable that holds the network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row. Copied once.</param>
    /// <param name="labels">The class of each row.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">A row has another length, or it is an exception of <see cref="IClassifier{T}.Fit"/>.</exception>
    public static TrainingReport Fit<TNetwork>(this ref TNetwork network, IReadOnlyList<float[]> inputs, ReadOnlySpan<int> labels, TrainingOptions? options = null)
        where TNetwork : struct, IClassifier<float>
    {
        NetworkDescription description = network.Description;
        return network.Fit(TableRows.Copy(inputs, description.InputCount, nameof(inputs)), labels, options);
    }

    /// <summary>Trains on the rows of a table: <see cref="INetwork{T}.Fit"/>.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The variable that holds the network.</param>
    /// <param name="inputs">Rows of InputCount columns, at least one row.</param>
    /// <param name="targets">As many rows of TargetCount values, one after the other.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">A table has another number of columns, or it is an exception of <see cref="INetwork{T}.Fit"/>.</exception>
    public static TrainingReport Fit<TNetwork>(this ref TNetwork network, double[,] inputs, ReadOnlySpan<double> targets, TrainingOptions? options = null)
        where TNetwork : struct, INetwork<double>
    {
        NetworkDescription description = network.Description;
        return network.Fit(TableRows.AsSpan(inputs, description.InputCount, nameof(inputs)), targets, options);
    }

    /// <summary>Trains on rows: <see cref="INetwork{T}.Fit"/>.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The variable that holds the network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row. Copied once.</param>
    /// <param name="targets">As many rows of TargetCount values, one after the other.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">A row has another length, or it is an exception of <see cref="INetwork{T}.Fit"/>.</exception>
    public static TrainingReport Fit<TNetwork>(this ref TNetwork network, IReadOnlyList<double[]> inputs, ReadOnlySpan<double> targets, TrainingOptions? options = null)
        where TNetwork : struct, INetwork<double>
    {
        NetworkDescription description = network.Description;
        return network.Fit(TableRows.Copy(inputs, description.InputCount, nameof(inputs)), targets, options);
    }

    /// <summary>Trains on the rows of tables: <see cref="INetwork{T}.Fit"/>.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The variable that holds the network.</param>
    /// <param name="inputs">Rows of InputCount columns, at least one row.</param>
    /// <param name="targets">As many rows of TargetCount columns.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">A table has another number of columns, or it is an exception of <see cref="INetwork{T}.Fit"/>.</exception>
    public static TrainingReport Fit<TNetwork>(this ref TNetwork network, double[,] inputs, double[,] targets, TrainingOptions? options = null)
        where TNetwork : struct, INetwork<double>
    {
        NetworkDescription description = network.Description;
        return network.Fit(TableRows.AsSpan(inputs, description.InputCount, nameof(inputs)), TableRows.AsSpan(targets, description.TargetCount, nameof(targets)), options);
    }

    /// <summary>Trains on rows: <see cref="INetwork{T}.Fit"/>.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The variable that holds the network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row. Copied once.</param>
    /// <param name="targets">As many rows of TargetCount values. Copied once.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">A row has another length, or it is an exception of <see cref="INetwork{T}.Fit"/>.</exception>
    public static TrainingReport Fit<TNetwork>(this ref TNetwork network, IReadOnlyList<double[]> inputs, IReadOnlyList<double[]> targets, TrainingOptions? options = null)
        where TNetwork : struct, INetwork<double>
    {
        NetworkDescription description = network.Description;
        return network.Fit(TableRows.Copy(inputs, description.InputCount, nameof(inputs)), TableRows.Copy(targets, description.TargetCount, nameof(targets)), options);
    }

    /// <summary>Trains on the rows of a table with labels: <see cref="IClassifier{T}.Fit"/>.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The variable that holds the network.</param>
    /// <param name="inputs">Rows of InputCount columns, at least one row.</param>
    /// <param name="labels">The class of each row.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">A table has another number of columns, or it is an exception of <see cref="IClassifier{T}.Fit"/>.</exception>
    public static TrainingReport Fit<TNetwork>(this ref TNetwork network, double[,] inputs, ReadOnlySpan<int> labels, TrainingOptions? options = null)
        where TNetwork : struct, IClassifier<double>
    {
        NetworkDescription description = network.Description;
        return network.Fit(TableRows.AsSpan(inputs, description.InputCount, nameof(inputs)), labels, options);
    }

    /// <summary>Trains on rows with labels: <see cref="IClassifier{T}.Fit"/>.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The variable that holds the network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row. Copied once.</param>
    /// <param name="labels">The class of each row.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">A row has another length, or it is an exception of <see cref="IClassifier{T}.Fit"/>.</exception>
    public static TrainingReport Fit<TNetwork>(this ref TNetwork network, IReadOnlyList<double[]> inputs, ReadOnlySpan<int> labels, TrainingOptions? options = null)
        where TNetwork : struct, IClassifier<double>
    {
        NetworkDescription description = network.Description;
        return network.Fit(TableRows.Copy(inputs, description.InputCount, nameof(inputs)), labels, options);
    }
}
