using System.Text.Json.Serialization;
using XorGen.Files;

namespace XorGen;

/// <summary>
/// A neural network that XorGen has generated. Rows are stored one after the other (row-major); the parameters are,
/// for each layer, its weights row-major <c>[input][output]</c>, then its biases, then the slope that prelu learns. A row of targets
/// has <see cref="NetworkDescription.TargetCount"/> values, which is OutputCount but for the loss gaussian_nll.
/// </summary>
/// <remarks>
/// Every span is checked before anything is written: an <see cref="ArgumentException"/> names the expected and the
/// actual length. <see cref="Forward"/>, <see cref="Predict(ReadOnlySpan{T}, Span{T})"/> and <see cref="Evaluate"/> may be called from many
/// threads at once, as long as none trains or writes parameters meanwhile. The members allocate nothing but, once each: the
/// description, when it is first asked for; memory of the calling thread for what lies between the layers; the memory that training needs,
/// on the first call that trains or sets a whole state (<see cref="TrainingCheckpoint"/>; <see cref="SetParameters"/> needs none); the
/// threads that share its work. <see cref="Fit"/> allocates what its options ask for, once a call.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[JsonConverter(typeof(NetworkJsonConverter))]
public interface INetwork<T>
    where T : unmanaged
{
    /// <summary>Gets what the network is: its layers, loss, optimizer and numbers.</summary>
    NetworkDescription Description { get; }

    /// <summary>Sets all parameters to the start that the seed gives and forgets the state of the optimizer.</summary>
    /// <param name="seed">Any number. The same seed gives the same parameters on every machine.</param>
    void Initialize(int seed);

    /// <summary>Computes the outputs of one row.</summary>
    /// <param name="input">One row: InputCount values.</param>
    /// <param name="output">Receives OutputCount values. May lie in the memory of the input; a network without hidden layers then may have to copy the input.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    void Forward(ReadOnlySpan<T> input, Span<T> output);

    /// <summary>Computes the outputs of any number of rows.</summary>
    /// <param name="inputs">Rows of InputCount values.</param>
    /// <param name="outputs">
    /// Receives as many rows of OutputCount values. May begin where the inputs begin, or before, if a row of outputs is no longer than one of
    /// inputs.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A span has another length, or the outputs are elsewhere in the memory of the inputs, where they would overwrite inputs of later rows.
    /// </exception>
    void Predict(ReadOnlySpan<T> inputs, Span<T> outputs);

    /// <summary>Returns the outputs of any number of rows, in a new array.</summary>
    /// <param name="inputs">Rows of InputCount values.</param>
    /// <returns>As many rows of OutputCount values.</returns>
    /// <exception cref="ArgumentException">The inputs are not whole rows, or an array does not hold so many outputs.</exception>
    T[] Predict(ReadOnlySpan<T> inputs)
    {
        NetworkDescription description = Description;
        var outputs = new T[Numerics.Check.OutputLength(inputs.Length, description.InputCount, description.OutputCount, nameof(inputs))];
        Predict(inputs, outputs);
        return outputs;
    }

    /// <summary>Returns the mean loss over the rows.</summary>
    /// <remarks>Values are not checked, here and in the other members but <see cref="Fit"/>: the formula is computed as it stands, whatever the targets.</remarks>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="targets">As many rows of TargetCount values.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    T Evaluate(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets);

    /// <summary>Computes the mean loss over the rows and its gradient, which it leaves in the gradient fields.</summary>
    /// <remarks>A network with dropout drops values, as <see cref="DropoutAttribute"/> says: the same ones until <see cref="Update"/>.</remarks>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="targets">As many rows of TargetCount values.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets);

    /// <summary>Takes one step of the optimizer along the gradients that <see cref="Backward"/> has left.</summary>
    /// <param name="learningRate">The step size.</param>
    void Update(T learningRate);

    /// <summary>One training step on these rows: <see cref="Backward"/>, then <see cref="Update"/>.</summary>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="targets">As many rows of TargetCount values.</param>
    /// <param name="learningRate">The step size.</param>
    /// <returns>The mean loss before the step.</returns>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    T Train(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, T learningRate);

    /// <summary>
    /// Trains on the rows for many epochs. A further call goes on with the parameters and the state of the optimizer as
    /// the last one has left them; the order of the rows and a learning-rate schedule begin anew.
    /// </summary>
    /// <remarks>
    /// When it ends by an exception of a callback, a progress handler, a schedule or a file, the network is as it was at the end of the
    /// last completed epoch.
    /// </remarks>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="targets">As many rows of TargetCount values.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">
    /// A span has another length, the data has NaN, infinity or a target that the loss is not defined for (unless
    /// <see cref="TrainingOptions.CheckData"/> is off), or an option is out of range. The network is untouched.
    /// </exception>
    /// <exception cref="InvalidDataException">The checkpoint to resume from is not one of this training. The network is untouched.</exception>
    /// <exception cref="InvalidOperationException">
    /// The schedule gives a learning rate that is negative or not finite, or no callback records the metric that
    /// <see cref="EarlyStopping.Monitor"/> names.
    /// </exception>
    TrainingReport Fit(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, TrainingOptions? options = null);

    /// <summary>Copies the parameters, in flat order.</summary>
    /// <param name="destination">Receives ParameterCount values.</param>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    void GetParameters(Span<T> destination);

    /// <summary>Sets the parameters, in flat order. The state of the optimizer stays.</summary>
    /// <param name="source">ParameterCount values.</param>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    void SetParameters(ReadOnlySpan<T> source);

    /// <summary>Copies the gradients that the last <see cref="Backward"/> has computed, in flat order; zeros before.</summary>
    /// <remarks><see cref="Train"/> may leave them as they are: it applies a gradient without storing it.</remarks>
    /// <param name="destination">Receives ParameterCount values.</param>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    void GetGradients(Span<T> destination);

    /// <summary>
    /// Saves the parameters to a safetensors file, which is written whole or not at all. PyTorch reads it, with its own names and layouts:
    /// layers.0.weight [outputs, inputs], layers.0.bias, ...
    /// </summary>
    /// <remarks>What the optimizer keeps is not saved: to go on training to the same bits, use <see cref="TrainingCheckpoint"/>.</remarks>
    /// <param name="path">The file; one of that name is replaced.</param>
    /// <param name="options">What is saved beside the parameters: scalers, names of classes, texts; null for nothing.</param>
    /// <exception cref="ArgumentException">An option does not fit the network.</exception>
    void Save(string path, SaveOptions? options = null) => NetworkFile.Save<INetwork<T>, T>(this, path, options);

    /// <summary>Saves the parameters to a stream, as <see cref="Save(string, SaveOptions)"/> does.</summary>
    /// <param name="stream">Is written from its position on.</param>
    /// <param name="options">What is saved beside the parameters; null for nothing.</param>
    /// <exception cref="ArgumentException">An option does not fit the network.</exception>
    void Save(Stream stream, SaveOptions? options = null) => NetworkFile.Save<INetwork<T>, T>(this, stream, options);

    /// <summary>
    /// Loads the parameters from a safetensors file that <see cref="Save(string, SaveOptions)"/>, PyTorch or another program has written.
    /// Names may have any prefix: their order and the shapes decide. The state of the optimizer stays.
    /// </summary>
    /// <remarks>
    /// F32 and F64 are converted into each other (to single precision rounded to the nearest, ties to even), F16 and BF16 are read too. Of a
    /// file that XorGen has written, inputs, layers and activations must be this network's; loss, optimizer and dropout may differ.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is no safetensors file, damaged, or of another network: the message says what and where. This one is untouched.</exception>
    void Load(string path) => SetParameters(NetworkFile.Load<T>(path, Description));

    /// <summary>Loads the parameters from a stream, as <see cref="Load(string)"/> does.</summary>
    /// <param name="stream">Is read from its position to its end, which must be that of the file.</param>
    /// <exception cref="InvalidDataException">It is no safetensors file, damaged, or of another network. This one is untouched.</exception>
    void Load(Stream stream) => SetParameters(NetworkFile.Load<T>(stream, Description));
}
