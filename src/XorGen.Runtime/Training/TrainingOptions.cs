namespace XorGen;

/// <summary>How <c>Fit</c> trains.</summary>
public sealed record TrainingOptions
{
    /// <summary>Gets the largest number of epochs, passes over all rows, of each attempt. At least 1; 5,000 by default.</summary>
    public int Epochs { get; init; } = 5_000;

    /// <summary>Gets the number of rows of a step; null means all of them (full batch). The last batch of an epoch may be smaller.</summary>
    public int? BatchSize { get; init; }

    /// <summary>Gets the learning rate, the step size; null, the default, means the network's <see cref="NetworkDescription.DefaultLearningRate"/>.</summary>
    /// <remarks>
    /// That is, from the number of parameters, <c>r = 1 / sqrt(ParameterCount)</c>, but at least 0.001 and at most 0.1, with adam, adamw, nadam and
    /// amsgrad; <c>r / 3</c> with rmsprop and lion; 0.1 with sgd and adagrad; 1 with adadelta and lbfgs; 0.01 with rprop; 0.001 with
    /// levenberg_marquardt, where it is the damping of the first step, relative to the largest element on the diagonal of JᵀJ. So it is 0.1 for XOR's 9 parameters and 0.01 for 10,000. The documentation
    /// of the generated type says the number.
    /// </remarks>
    public double? LearningRate { get; init; }

    /// <summary>Gets how the learning rate changes in the course of the training; null means that it does not.</summary>
    public LearningRateSchedule? LearningRateSchedule { get; init; }

    /// <summary>Gets a value indicating whether the rows are put in another random order before each epoch, where there are several batches.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Gets the seed of the random order. The order of an epoch follows from this seed and the epoch's number alone.</summary>
    public int ShuffleSeed { get; init; }

    /// <summary>Gets the mean loss over all rows at which training is done; null means that all epochs are run.</summary>
    public double? TargetLoss { get; init; }

    /// <summary>
    /// Gets how often training may start again from new random parameters when it is stuck above
    /// <see cref="TargetLoss"/>; 50 by default.
    /// Without a target there are no restarts. With 0 there is one attempt, which ends at the target or after <see cref="Epochs"/> epochs.
    /// </summary>
    /// <remarks>
    /// An attempt is given up after <see cref="Epochs"/> epochs, or when its loss has not fallen by 2 % in the last 100
    /// epochs or in the last half of them all, whichever is longer: small networks have plateaus that they never
    /// leave. While it is not below nine tenths of the loss of the best constant prediction, it is not given up before
    /// <see cref="Epochs"/>: that plateau is where training from small parameters begins. With a negative target, losses are measured from
    /// the target. With 0 restarts the attempt is not given up: nothing would follow it. The parameters of the best attempt are kept.
    /// A training that is resumed with fewer restarts than it has made (<see cref="CheckpointOptions.Resume"/>) finishes the attempt under
    /// way, and no other follows.
    /// </remarks>
    public int MaxRestarts { get; init; } = 50;

    /// <summary>Gets the rows whose loss is watched, and not trained on, or null.</summary>
    public Validation? Validation { get; init; }

    /// <summary>Gets when training stops because it no longer gets better; null means never.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>Gets the weight of each class, not negative; null means that all count alike.</summary>
    /// <remarks>
    /// The loss of a batch is the mean weighted by its rows' weights, sum of weight * loss over sum of weights, as PyTorch's
    /// CrossEntropyLoss with weight and reduction='mean'. A batch whose weights are all zero is left out. The class of a row is its
    /// label; of target values the column of the largest; with a single output 1 where the target is above 0.5, else 0.
    /// <see cref="SampleWeights"/> are multiplied with these. The losses of the report and <see cref="TargetLoss"/> are weighted too,
    /// and so is the validation loss: by the classes' weights, and by the rows' own, those of <see cref="XorGen.Validation.Of{T}(T[], int[], IReadOnlyList{double})"/> where
    /// the rows were not split off.
    /// </remarks>
    public IReadOnlyList<double>? ClassWeights { get; init; }

    /// <summary>Gets the weight of each row, not negative; null means that all count alike. See <see cref="ClassWeights"/>.</summary>
    public IReadOnlyList<double>? SampleWeights { get; init; }

    /// <summary>Gets who is called after each epoch, in this order.</summary>
    public IReadOnlyList<TrainingCallback> Callbacks { get; init; } = [];

    /// <summary>Gets where the training is saved, so that it can be resumed; null means that it is not.</summary>
    public CheckpointOptions? Checkpoint { get; init; }

    /// <summary>Gets a value indicating whether the data is searched for NaN and infinity before the training; true by default.</summary>
    public bool CheckData { get; init; } = true;

    /// <summary>Gets after how many epochs the loss is recorded and <see cref="Progress"/> is told, at least 1.</summary>
    public int LossHistoryInterval { get; init; } = 1;

    /// <summary>Gets a value indicating whether the training prints how it goes, as Keras does; false by default.</summary>
    /// <remarks>
    /// A line for the first epoch and for every <see cref="VerboseInterval"/>-th, with the loss, the validation loss (val_loss), what callbacks have
    /// recorded, the learning rate and the time so far; a line for each restart; and at the end the reason for stopping, the loss of the parameters that the
    /// network has now, and the <see cref="TrainingReport.Hints"/>. Each line is written by the thread that calls <c>Fit</c>, before the next
    /// epoch begins. Numbers are written in the invariant culture.
    /// </remarks>
    public bool Verbose { get; init; }

    /// <summary>
    /// Gets after how many epochs <see cref="Verbose"/> prints a line, at least 1; null, the default, means a twentieth of <see cref="Epochs"/>, so
    /// that an attempt has about 20 lines.
    /// </summary>
    public int? VerboseInterval { get; init; }

    /// <summary>Gets where <see cref="Verbose"/> prints; null means <see cref="Console.Out"/>.</summary>
    public TextWriter? VerboseOutput { get; init; }

    /// <summary>Gets who is told about the progress, or null.</summary>
    /// <remarks>
    /// It is called by the thread that calls <c>Fit</c>, after the epoch. But <see cref="Progress{T}"/> passes what it is told on to the synchronization
    /// context in which it was created, which suits a user interface; a console program has none, so that its handler runs on threads of the pool:
    /// late, out of order, and perhaps after <c>Fit</c> has returned. There, use <see cref="Verbose"/>, a
    /// <see cref="TrainingCallback"/>, or an <see cref="IProgress{T}"/> of your own, whose Report does the work itself.
    /// </remarks>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>
    /// Gets the most threads that a step of training may use, at least 1; the number of processors by default. A step too
    /// small to gain by it, and every step of a small network, uses one. The bits do not depend on it.
    /// </summary>
    public int MaxDegreeOfParallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// Gets what can stop the training, after any step. The network is then as it was at the end of the last completed
    /// epoch.
    /// </summary>
    public CancellationToken CancellationToken { get; init; }
}
