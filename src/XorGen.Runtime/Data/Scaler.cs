using System.Globalization;
using System.Numerics;

namespace XorGen;

/// <summary>
/// A linear scaling of the columns of a table: <c>scaled = (value - Center) / Spread</c>, column by column. It can be folded into
/// the weights of a network, which then takes, or gives, unscaled values without any further step.
/// </summary>
public abstract class Scaler
{
    private readonly double[] centers;
    private readonly double[] spreads;

    private protected Scaler(double[] centers, double[] spreads)
    {
        this.centers = centers;
        this.spreads = spreads;
    }

    /// <summary>Gets what is subtracted from each column.</summary>
    public IReadOnlyList<double> Centers => centers;

    /// <summary>Gets what each column is then divided by; never 0.</summary>
    public IReadOnlyList<double> Spreads => spreads;

    /// <summary>Gets the number of columns.</summary>
    public int ColumnCount => centers.Length;

    /// <summary>Gets the number that says in a file which kind of scaler it is.</summary>
    private protected abstract int Kind { get; }

    /// <summary>Reads a scaler from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is no scaler, of another version, cut short or damaged: the message says which.</exception>
    public static Scaler Load(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Load(stream);
    }

    /// <summary>Reads a scaler, and not a byte more: it may follow a network's checkpoint in one stream.</summary>
    /// <param name="stream">Is read from its position to the end of the scaler.</param>
    /// <exception cref="InvalidDataException">What is there is no scaler, of another version, cut short or damaged: the message says which.</exception>
    public static Scaler Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        int kind = ScalerFormat.Read(ScalerFormat.Envelope.Read(stream), out double[] centers, out double[] spreads);
        return kind switch
        {
            Standardizer.FileKind => new Standardizer(centers, spreads),
            MinMaxScaler.FileKind => new MinMaxScaler(centers, spreads),
            _ => throw new InvalidDataException($"The scaler is of kind {kind}; the kinds are {Standardizer.FileKind} and {MinMaxScaler.FileKind}."),
        };
    }

    /// <summary>Writes the scaler to a file, which is written whole or not at all.</summary>
    /// <param name="path">The file; one of that name is replaced.</param>
    public void Save(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        ScalerFormat.Envelope.Write(path, ScalerFormat.Content(Kind, centers, spreads));
    }

    /// <summary>Writes the scaler to a stream.</summary>
    /// <param name="stream">Receives 28 bytes and 16 for each column; behind a network's checkpoint, say.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ScalerFormat.Envelope.Write(stream, ScalerFormat.Content(Kind, centers, spreads));
    }

    /// <summary>Scales rows.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="rows">Rows of ColumnCount values.</param>
    /// <param name="scaled">Receives as many values; may be the same memory.</param>
    /// <exception cref="ArgumentException">The rows are not whole, or the spans have different lengths.</exception>
    public void Transform<T>(ReadOnlySpan<T> rows, Span<T> scaled)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CheckRows(rows.Length, scaled.Length, nameof(rows), nameof(scaled));
        for (int i = 0; i < rows.Length; i++)
        {
            int column = i % centers.Length;
            scaled[i] = T.CreateTruncating((double.CreateTruncating(rows[i]) - centers[column]) / spreads[column]);
        }
    }

    /// <summary>Returns scaled rows.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="rows">Rows of ColumnCount values.</param>
    /// <exception cref="ArgumentException">The rows are not whole.</exception>
    public T[] Transform<T>(ReadOnlySpan<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var scaled = new T[rows.Length];
        Transform(rows, scaled);
        return scaled;
    }

    /// <summary>Turns scaled rows back to what they were.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="scaled">Rows of ColumnCount values.</param>
    /// <param name="rows">Receives as many values; may be the same memory.</param>
    /// <exception cref="ArgumentException">The rows are not whole, or the spans have different lengths.</exception>
    public void InverseTransform<T>(ReadOnlySpan<T> scaled, Span<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CheckRows(scaled.Length, rows.Length, nameof(scaled), nameof(rows));
        for (int i = 0; i < scaled.Length; i++)
        {
            int column = i % centers.Length;
            rows[i] = T.CreateTruncating((double.CreateTruncating(scaled[i]) * spreads[column]) + centers[column]);
        }
    }

    /// <summary>Returns what scaled rows were.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="scaled">Rows of ColumnCount values.</param>
    /// <exception cref="ArgumentException">The rows are not whole.</exception>
    public T[] InverseTransform<T>(ReadOnlySpan<T> scaled)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var rows = new T[scaled.Length];
        InverseTransform(scaled, rows);
        return rows;
    }

    /// <summary>
    /// Changes the first layer so that the network gives for unscaled inputs what it has given for scaled ones. Do it after
    /// training: unscaled inputs are what makes training slow.
    /// </summary>
    /// <remarks>
    /// Of input i with center c and spread s: <c>W'[i][j] = W[i][j] / s_i</c> and <c>b'[j] = b[j] - sum_i c_i W[i][j] / s_i</c>,
    /// computed in double precision and rounded once.
    /// </remarks>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">A network of as many inputs as there are columns; a class.</param>
    /// <exception cref="ArgumentException">It has another number of inputs, its first layer is not dense, or it is a struct, of which only a copy would change.</exception>
    public void FoldIntoInputs<T>(INetwork<T> network)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] parameters = ParametersOf(network);
        FoldIntoInputs(network.Description, parameters);
        network.SetParameters(parameters);
    }

    /// <summary>Changes the parameters of a network as <see cref="FoldIntoInputs{T}(INetwork{T})"/> does: for structs, and for parameters that are on their way elsewhere.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="description">What the network is.</param>
    /// <param name="parameters">Its parameters in flat order, changed in place.</param>
    /// <exception cref="ArgumentException">The network has another number of inputs or parameters, or its first layer is not dense.</exception>
    public void FoldIntoInputs<T>(NetworkDescription description, Span<T> parameters)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(description);
        CheckNetwork(description, parameters.Length, description.InputCount, "inputs");
        LayerDescription layer = FirstOfParameters(description);
        CheckDense(layer, "first");
        Span<T> weights = parameters.Slice(layer.ParameterOffset, layer.InputCount * layer.OutputCount);
        Span<T> biases = parameters.Slice(layer.ParameterOffset + weights.Length, layer.OutputCount);
        for (int j = 0; j < biases.Length; j++)
        {
            double bias = double.CreateTruncating(biases[j]);
            for (int i = 0; i < layer.InputCount; i++)
            {
                ref T weight = ref weights[(i * layer.OutputCount) + j];
                double folded = double.CreateTruncating(weight) / spreads[i];
                bias -= centers[i] * folded;
                weight = T.CreateTruncating(folded);
            }

            biases[j] = T.CreateTruncating(bias);
        }
    }

    /// <summary>
    /// Changes the last layer so that the network gives what <see cref="InverseTransform{T}(ReadOnlySpan{T})"/> makes of its
    /// present outputs: for a network that has learned scaled targets. Do it after training.
    /// </summary>
    /// <remarks>
    /// Of output j with center c and spread s: <c>W'[i][j] = s_j W[i][j]</c> and <c>b'[j] = s_j b[j] + c_j</c>, computed in double
    /// precision and rounded once.
    /// </remarks>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">A network of as many outputs as there are columns, whose last layer is linear; a class.</param>
    /// <exception cref="ArgumentException">It has another number of outputs, its last layer is not dense or not linear, or it is a struct, of which only a copy would change.</exception>
    public void FoldIntoOutputs<T>(INetwork<T> network)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] parameters = ParametersOf(network);
        FoldIntoOutputs(network.Description, parameters);
        network.SetParameters(parameters);
    }

    /// <summary>Changes the parameters of a network as <see cref="FoldIntoOutputs{T}(INetwork{T})"/> does: for structs, and for parameters that are on their way elsewhere.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="description">What the network is.</param>
    /// <param name="parameters">Its parameters in flat order, changed in place.</param>
    /// <exception cref="ArgumentException">The network has another number of outputs or parameters, or its last layer is not dense or not linear.</exception>
    public void FoldIntoOutputs<T>(NetworkDescription description, Span<T> parameters)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(description);
        CheckNetwork(description, parameters.Length, description.OutputCount, "outputs");
        LayerDescription layer = description.Layers[^1];
        CheckDense(layer, "last");
        if (layer.Activation != Activations.Linear)
        {
            throw new ArgumentException(
                $"Targets can be folded into a linear last layer only, but its activation is {layer.Activation}.", nameof(description));
        }

        // The biases are one more row of weights.
        for (int i = 0; i <= layer.InputCount; i++)
        {
            Span<T> row = parameters.Slice(layer.ParameterOffset + (i * layer.OutputCount), layer.OutputCount);
            for (int j = 0; j < row.Length; j++)
            {
                double center = i == layer.InputCount ? centers[j] : 0;
                row[j] = T.CreateTruncating((double.CreateTruncating(row[j]) * spreads[j]) + center);
            }
        }
    }

    /// <summary>Refuses data that are no numbers, and returns the number of rows.</summary>
    private protected static int CheckData<T>(ReadOnlySpan<T> rows, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        int count = Numerics.Check.WholeRows(rows.Length, columns, nameof(rows));
        if (count == 0)
        {
            throw new ArgumentException("Expected at least one row, but it is empty.", nameof(rows));
        }

        for (int i = 0; i < rows.Length; i++)
        {
            if (!T.IsFinite(rows[i]))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Row {i / columns}, column {i % columns} is {rows[i]}; it must be a finite number."), nameof(rows));
            }
        }

        return count;
    }

    private static T[] ParametersOf<T>(INetwork<T> network)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        if (network.GetType().IsValueType)
        {
            throw new ArgumentException(
                $"{network.Description.Name} is a struct, of which only a copy would change: fold into its parameters instead.", nameof(network));
        }

        var parameters = new T[network.Description.ParameterCount];
        network.GetParameters(parameters);
        return parameters;
    }

    /// <summary>The first layer, but for dropout of the inputs, which is off once the network is used.</summary>
    private static LayerDescription FirstOfParameters(NetworkDescription description) =>
        description.Layers.First(layer => layer.Kind != "dropout");

    private static void CheckDense(LayerDescription layer, string which)
    {
        if (layer.Kind != "dense")
        {
            throw new ArgumentException($"The scaling can be folded into a dense layer only, but the {which} one is {layer.Kind}.", nameof(layer));
        }
    }

    private void CheckNetwork(NetworkDescription description, int parameters, int columns, string what)
    {
        if (columns != ColumnCount)
        {
            throw new ArgumentException($"Expected a network of {ColumnCount} {what}, but {description.Name} has {columns}.", nameof(description));
        }

        Numerics.Check.Length(parameters, description.ParameterCount, nameof(parameters));
    }

    private void CheckRows(int source, int destination, string sourceParameter, string destinationParameter)
    {
        Numerics.Check.WholeRows(source, centers.Length, sourceParameter);
        Numerics.Check.Length(destination, source, destinationParameter);
    }
}
