using System.Globalization;
using System.Numerics;
using XorGen.Training;

namespace XorGen;

/// <summary>
/// A linear scaling of the columns of a table: <c>scaled = (value - Center) / Spread</c>, column by column. It can be folded into
/// the weights of a network, which then takes, or gives, unscaled values without any further step.
/// </summary>
/// <remarks>Scaling is computed in double precision and rounded once. A NaN stays one.</remarks>
public abstract class Scaler
{
    /// <summary>How much folding may lose by default, in units of a scaled column: see <see cref="FoldIntoInputs{T}(INetwork{T}, double)"/>.</summary>
    public const double DefaultFoldingTolerance = 0.001;

    private readonly double[] centers;
    private readonly double[] spreads;

    private protected Scaler(double[] centers, double[] spreads)
    {
        this.centers = centers;
        this.spreads = spreads;
        Remainders = new double[centers.Length];
    }

    /// <summary>Gets what is subtracted from each column.</summary>
    public IReadOnlyList<double> Centers => centers;

    /// <summary>Gets what each column is then divided by; never 0.</summary>
    public IReadOnlyList<double> Spreads => spreads;

    /// <summary>Gets the number of columns.</summary>
    public int ColumnCount => centers.Length;

    /// <summary>Gets what is saved.</summary>
    internal abstract ScalerContent Content { get; }

    /// <summary>Gets what the rounding of each center has left of it.</summary>
    private protected double[] Remainders { get; init; }

    /// <summary>Gets what is added to scaled values: 0 becomes this.</summary>
    private protected virtual double Offset => 0;

    /// <summary>Reads a scaler from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is no scaler, of another version, cut short or damaged, or goes on after its end: the message says which.</exception>
    public static Scaler Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return ScalerFormat.Read(ScalerFormat.Envelope.Read(path));
    }

    /// <summary>Reads a scaler, and not a byte more: it may follow a network's checkpoint in one stream.</summary>
    /// <param name="stream">Is read from its position to the end of the scaler.</param>
    /// <exception cref="InvalidDataException">What is there is no scaler, of another version, cut short or damaged: the message says which.</exception>
    public static Scaler Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return ScalerFormat.Read(ScalerFormat.Envelope.Read(stream));
    }

    /// <summary>Writes the scaler to a file, which is written whole or not at all.</summary>
    /// <param name="path">The file; one of that name is replaced.</param>
    public void Save(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        ScalerFormat.Envelope.Write(path, ScalerFormat.Content(Content));
    }

    /// <summary>Writes the scaler to a stream.</summary>
    /// <param name="stream">Is written from its position on; behind a network's checkpoint, say.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ScalerFormat.Envelope.Write(stream, ScalerFormat.Content(Content));
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
        bool isForward = GoesForward(rows, scaled);
        for (int done = 0; done < rows.Length; done++)
        {
            int i = isForward ? done : rows.Length - 1 - done;
            scaled[i] = T.CreateTruncating(Scale(double.CreateTruncating(rows[i]), i % centers.Length));
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
        bool isForward = GoesForward(scaled, rows);
        for (int done = 0; done < rows.Length; done++)
        {
            int i = isForward ? done : rows.Length - 1 - done;
            rows[i] = T.CreateTruncating(Unscale(double.CreateTruncating(scaled[i]), i % centers.Length));
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
    /// <para>Of input i with center c and spread s: <c>W'[i][j] = W[i][j] / s_i</c> and <c>b'[j] = b[j] - sum_i c_i W[i][j] / s_i</c>,
    /// computed in double precision and rounded once.</para>
    /// <para>From then on it is the network that subtracts the centers, in its own precision, and inside its sums. Where a center is
    /// large beside its spread, most digits of these sums cancel: a center of 1e6 with a spread of 1 and a weight of 1 leaves an error
    /// of about 0.1 in single precision (2e-10 in double). So the error that is to be expected, <c>2 u sum_i |c_i W[i][j] / s_i|</c> of
    /// the worst neuron, u being the unit roundoff (2^-24 or 2^-53), is compared with a tolerance. A network beyond it keeps its scaler:
    /// <see cref="Transform{T}(ReadOnlySpan{T})"/> subtracts first, and loses nothing.</para>
    /// </remarks>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">A network of as many inputs as there are columns; a class.</param>
    /// <param name="tolerance">The largest error of a first layer's sum that is accepted; infinity to fold in any case.</param>
    /// <returns>The error that is to be expected of the first layer's sums.</returns>
    /// <exception cref="ArgumentException">
    /// It has another number of inputs, its first layer is not dense, it is a struct, of which only a copy would change, or the error would
    /// be beyond the tolerance, or a weight beyond the network's numbers. The network is untouched.
    /// </exception>
    public double FoldIntoInputs<T>(INetwork<T> network, double tolerance = DefaultFoldingTolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] parameters = ParametersOf(network);
        double error = FoldIntoInputs(network.Description, parameters.AsSpan(), nameof(network), tolerance);
        network.SetParameters(parameters);
        return error;
    }

    /// <summary>Changes the parameters of a network as <see cref="FoldIntoInputs{T}(INetwork{T}, double)"/> does: for structs, and for parameters that are on their way elsewhere.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="description">What the network is.</param>
    /// <param name="parameters">Its parameters in flat order, changed in place.</param>
    /// <param name="tolerance">The largest error of a first layer's sum that is accepted; infinity to fold in any case.</param>
    /// <returns>The error that is to be expected of the first layer's sums.</returns>
    /// <exception cref="ArgumentException">
    /// The network has another number of inputs or parameters, its first layer is not dense, the error would be beyond the tolerance, or a
    /// weight beyond the network's numbers. The parameters are untouched.
    /// </exception>
    public double FoldIntoInputs<T>(NetworkDescription description, Span<T> parameters, double tolerance = DefaultFoldingTolerance)
        where T : unmanaged, IFloatingPointIeee754<T> => FoldIntoInputs(description, parameters, nameof(description), tolerance);

    /// <summary>
    /// Changes the last layer so that the network gives what <see cref="InverseTransform{T}(ReadOnlySpan{T})"/> makes of its
    /// present outputs: for a network that has learned scaled targets. Do it after training.
    /// </summary>
    /// <remarks>
    /// <para>Of output j with center c and spread s: <c>W'[i][j] = s_j W[i][j]</c> and <c>b'[j] = s_j b[j] + c_j</c>, computed in double
    /// precision and rounded once.</para>
    /// <para>The last layer's sums then have the magnitude of the center, and its rounding: in units of the spread an error of about
    /// <c>u |c_j| / s_j</c>, u being the unit roundoff (2^-24 in single precision, 2^-53 in double). It is compared with a tolerance.</para>
    /// </remarks>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">A network of as many outputs as there are columns, whose last layer is linear; a class.</param>
    /// <param name="tolerance">The largest error that is accepted, in units of a column's spread; infinity to fold in any case.</param>
    /// <returns>The error that is to be expected, in units of the spread, of the worst column.</returns>
    /// <exception cref="ArgumentException">
    /// It has another number of outputs, its last layer is not dense or not linear, it is a struct, of which only a copy would change, or
    /// the error would be beyond the tolerance, or a weight beyond the network's numbers. The network is untouched.
    /// </exception>
    public double FoldIntoOutputs<T>(INetwork<T> network, double tolerance = DefaultFoldingTolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] parameters = ParametersOf(network);
        double error = FoldIntoOutputs(network.Description, parameters.AsSpan(), nameof(network), tolerance);
        network.SetParameters(parameters);
        return error;
    }

    /// <summary>Changes the parameters of a network as <see cref="FoldIntoOutputs{T}(INetwork{T}, double)"/> does: for structs, and for parameters that are on their way elsewhere.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="description">What the network is.</param>
    /// <param name="parameters">Its parameters in flat order, changed in place.</param>
    /// <param name="tolerance">The largest error that is accepted, in units of a column's spread; infinity to fold in any case.</param>
    /// <returns>The error that is to be expected, in units of the spread, of the worst column.</returns>
    /// <exception cref="ArgumentException">
    /// The network has another number of outputs or parameters, its last layer is not dense or not linear, or the error would be beyond the
    /// tolerance, or a weight beyond the network's numbers. The parameters are untouched.
    /// </exception>
    public double FoldIntoOutputs<T>(NetworkDescription description, Span<T> parameters, double tolerance = DefaultFoldingTolerance)
        where T : unmanaged, IFloatingPointIeee754<T> => FoldIntoOutputs(description, parameters, nameof(description), tolerance);

    private protected abstract double Scale(double value, int column);

    private protected abstract double Unscale(double scaled, int column);

    /// <summary>Returns the value of a column that becomes the offset.</summary>
    private protected virtual double Origin(int column) => centers[column];

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

    /// <summary>Whether values are scaled from the first to the last: backwards where the results begin inside the values that are to come.</summary>
    private static bool GoesForward<T>(ReadOnlySpan<T> source, ReadOnlySpan<T> destination)
        where T : unmanaged => !source.Overlaps(destination, out int offset) || offset <= 0;

    private static T[] ParametersOf<T>(INetwork<T> network)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        StructNetworks.Refuse(network, "fold into its parameters instead");
        var parameters = new T[network.Description.ParameterCount];
        network.GetParameters(parameters);
        return parameters;
    }

    private static void CheckDense(LayerDescription layer, string which, string parameter)
    {
        if (layer.Kind != "dense")
        {
            throw new ArgumentException($"The scaling can be folded into a dense layer only, but the {which} one is {layer.Kind}.", parameter);
        }
    }

    /// <summary>Rounds a folded number to the network's type, where that has one for it.</summary>
    /// <param name="folded">The number.</param>
    /// <param name="before">What it was: where it was nothing to speak of, it may vanish.</param>
    /// <param name="column">The column.</param>
    /// <param name="parameter">The argument that is to blame.</param>
    private static T Rounded<T>(double folded, double before, int column, string parameter)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        const double Negligible = 1e-10;
        T rounded = T.CreateTruncating(folded);
        return T.IsFinite(rounded) && (T.IsNormal(rounded) || Math.Abs(before) < Negligible || folded == 0)
            ? rounded
            : throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Folding column {column} makes a parameter of {folded}, which is beyond the network's numbers: scale the rows with Transform and InverseTransform instead."),
                parameter);
    }

    private static double UnitRoundoff<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => double.CreateTruncating(T.BitIncrement(T.One) - T.One) / 2;

    private double FoldIntoInputs<T>(NetworkDescription description, Span<T> parameters, string parameter, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(description);
        CheckNetwork(description, parameters.Length, description.InputCount, "inputs", parameter);

        // Dropout of the inputs is off once the network is used.
        LayerDescription layer = description.Layers.First(layer => layer.Kind != "dropout");
        CheckDense(layer, "first", parameter);
        T[] folded = parameters.Slice(layer.ParameterOffset, (layer.InputCount + 1) * layer.OutputCount).ToArray();
        double largestError = 0;
        int worst = 0;
        for (int j = 0; j < layer.OutputCount; j++)
        {
            ref T biasPlace = ref folded[(layer.InputCount * layer.OutputCount) + j];
            double bias = double.CreateTruncating(biasPlace);
            double magnitudes = 0;
            double largestShift = 0;
            for (int i = 0; i < layer.InputCount; i++)
            {
                ref T place = ref folded[(i * layer.OutputCount) + j];
                double weight = double.CreateTruncating(place);
                double scaled = weight / spreads[i];
                double shift = Origin(i) * scaled;
                bias -= shift;
                bias += (weight * Offset) - (Remainders[i] * scaled);
                magnitudes += Math.Abs(shift);
                place = Rounded<T>(scaled, weight, i, parameter);
                if (Math.Abs(shift) > largestShift)
                {
                    largestShift = Math.Abs(shift);
                    worst = 2 * UnitRoundoff<T>() * magnitudes > largestError ? i : worst;
                }
            }

            biasPlace = Rounded<T>(bias, 0, worst, parameter);
            largestError = Math.Max(largestError, 2 * UnitRoundoff<T>() * magnitudes);
        }

        CheckTolerance(largestError, tolerance, worst, description, parameter, "the sums of the first layer would lose about", "scale the inputs with Transform");
        folded.CopyTo(parameters[layer.ParameterOffset..]);
        return largestError;
    }

    private double FoldIntoOutputs<T>(NetworkDescription description, Span<T> parameters, string parameter, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(description);
        CheckNetwork(description, parameters.Length, description.OutputCount, "outputs", parameter);
        LayerDescription layer = description.Layers[^1];
        CheckDense(layer, "last", parameter);
        if (layer.Activation != Activations.Linear)
        {
            throw new ArgumentException($"Targets can be folded into a linear last layer only, but its activation is {layer.Activation}.", parameter);
        }

        double largestError = 0;
        int worst = 0;
        for (int j = 0; j < ColumnCount; j++)
        {
            double error = UnitRoundoff<T>() * Math.Abs(Origin(j)) / spreads[j];
            (largestError, worst) = error > largestError ? (error, j) : (largestError, worst);
        }

        CheckTolerance(largestError, tolerance, worst, description, parameter, "the outputs would lose, in units of the spread, about", "scale the outputs with InverseTransform");

        // The biases are one more row of weights.
        T[] folded = parameters.Slice(layer.ParameterOffset, (layer.InputCount + 1) * layer.OutputCount).ToArray();
        for (int place = 0; place < folded.Length; place++)
        {
            int j = place % layer.OutputCount;
            double value = double.CreateTruncating(folded[place]);
            bool isBias = place / layer.OutputCount == layer.InputCount;
            double result = isBias ? ((value - Offset) * spreads[j]) + Remainders[j] + Origin(j) : value * spreads[j];
            folded[place] = Rounded<T>(result, isBias ? 0 : value, j, parameter);
        }

        folded.CopyTo(parameters[layer.ParameterOffset..]);
        return largestError;
    }

    private void CheckTolerance(double error, double tolerance, int column, NetworkDescription description, string parameter, string loss, string instead)
    {
        if (double.IsNaN(tolerance) || tolerance < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(tolerance), tolerance, string.Create(CultureInfo.InvariantCulture, $"The tolerance is {tolerance}; it must be a number that is not negative."));
        }

        if (error > tolerance)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Column {column} has a center of {Origin(column)} and a spread of {spreads[column]}: folded into {description.Name} in {(description.Precision == Precision.Single ? "single" : "double")} precision, {loss} {error:G2}, and {tolerance:G2} is accepted. Rather {instead}, take an offset off the data before anything else, or use Precision.Double; a larger tolerance folds all the same."),
                parameter);
        }
    }

    private void CheckNetwork(NetworkDescription description, int parameters, int columns, string what, string parameter)
    {
        if (columns != ColumnCount)
        {
            throw new ArgumentException($"Expected a network of {ColumnCount} {what}, but {description.Name} has {columns}.", parameter);
        }

        Numerics.Check.Length(parameters, description.ParameterCount, nameof(parameters));
    }

    private void CheckRows(int source, int destination, string sourceParameter, string destinationParameter)
    {
        Numerics.Check.WholeRows(source, centers.Length, sourceParameter);
        Numerics.Check.Length(destination, source, destinationParameter);
    }
}
