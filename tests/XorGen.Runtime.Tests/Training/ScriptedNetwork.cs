namespace XorGen.Training;

/// <summary>
/// A network whose loss is written down: a function of the attempt (the number of initialisations) and of the steps
/// taken in it. These two are its parameters, so that whoever restores parameters goes back in the script.
/// </summary>
/// <param name="loss">The loss of the parameters (attempt, steps).</param>
/// <param name="inputs">The width of an input row.</param>
/// <param name="outputs">The width of a target row, or the number of classes.</param>
internal sealed class ScriptedNetwork(Func<int, int, double> loss, int inputs = 1, int outputs = 1) : ITrainable<double>, IClassifier<double>
{
    public const double DefaultLearningRate = 0.125;

    private readonly double[] parameters = [0, 0];

    public int Attempt => (int)parameters[0];

    public int Steps => (int)parameters[1];

    /// <summary>Gets the seeds of the initialisations.</summary>
    public List<int> Seeds { get; } = new(100);

    /// <summary>Gets the batches that it was trained on: inputs, targets or labels, learning rate.</summary>
    public List<(double[] Inputs, double[] Targets, double LearningRate)> Batches { get; } = [];

    /// <summary>Gets or sets a value indicating whether <see cref="Batches"/> are kept, which allocates.</summary>
    public bool KeepsBatches { get; set; } = true;

    /// <summary>Gets the number of steps in all attempts.</summary>
    public int TotalSteps { get; private set; }

    /// <summary>Gets what the thread had allocated at the first step and at the last.</summary>
    public (long AtFirstStep, long AtLastStep) Allocated { get; private set; }

    /// <summary>Gets or sets the step, counted from 1, in which a parameter becomes infinite.</summary>
    public int BreaksAtStep { get; set; }

    /// <summary>Gets or sets the loss over all rows, where it is not that of the script.</summary>
    public Func<int, int, double>? Evaluation { get; set; }

    public NetworkDescription Description { get; } =
        new("Scripted", inputs, outputs, 2, [], "mse", "sgd", "zeros", Precision.Double, DefaultLearningRate);

    /// <summary>Gets the rows' weights of the batches that had some.</summary>
    public List<double[]> Weights { get; } = [];

    /// <summary>Gets the rows' weights of the rows that had some when their loss was asked for.</summary>
    public List<double[]> EvaluatedWeights { get; } = [];

    public int Seed { get; set; }

    /// <summary>Gets a number that changes with each step, as an optimizer's state does.</summary>
    public double Moment { get; private set; }

    public int StateCount => 1;

    public int CounterCount => 1;

    public void GetState(Span<double> state, Span<double> counters)
    {
        parameters.CopyTo(state);
        state[2] = Moment;
        state[3] = -Moment;
        counters[0] = TotalSteps;
    }

    public void SetState(ReadOnlySpan<double> state, ReadOnlySpan<double> counters)
    {
        state[..2].CopyTo(parameters);
        Moment = state[2];
    }

    public double Train(scoped in Batch<double> batch, double learningRate)
    {
        if (!batch.Weights.IsEmpty)
        {
            Weights.Add(batch.Weights.ToArray());
        }

        return batch.Labels.IsEmpty ? Train(batch.Inputs, batch.Targets, learningRate) : Train(batch.Inputs, batch.Labels, learningRate);
    }

    public double Evaluate(scoped in Batch<double> batch)
    {
        if (!batch.Weights.IsEmpty)
        {
            EvaluatedWeights.Add(batch.Weights.ToArray());
        }

        return Evaluate(batch.Inputs);
    }

    public double Backward(scoped in Batch<double> batch) => throw new NotSupportedException();

    public void Initialize(int seed)
    {
        Seed = seed;
        Moment = 0;
        Seeds.Add(seed);
        parameters[0]++;
        parameters[1] = 0;
    }

    /// <summary>Gets or sets the loss of rows that are not those trained on: of their first input, attempt and steps.</summary>
    public Func<double, int, int, double>? Validation { get; set; }

    public double Evaluate(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets) => Evaluate(inputs);

    public double Evaluate(ReadOnlySpan<double> inputs, ReadOnlySpan<int> labels) => Evaluate(inputs);

    public double Train(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, double learningRate)
    {
        if (KeepsBatches)
        {
            Batches.Add((inputs.ToArray(), targets.ToArray(), learningRate));
        }

        return Step();
    }

    public double Train(ReadOnlySpan<double> inputs, ReadOnlySpan<int> labels, double learningRate)
    {
        if (KeepsBatches)
        {
            Batches.Add((inputs.ToArray(), Array.ConvertAll(labels.ToArray(), label => (double)label), learningRate));
        }

        return Step();
    }

    public void GetParameters(Span<double> destination) => parameters.CopyTo(destination);

    public void SetParameters(ReadOnlySpan<double> source) => source.CopyTo(parameters);

    public void Forward(ReadOnlySpan<double> input, Span<double> output) => throw new NotSupportedException();

    public void Predict(ReadOnlySpan<double> inputs, Span<double> outputs) => throw new NotSupportedException();

    public double Backward(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets) => throw new NotSupportedException();

    public double Backward(ReadOnlySpan<double> inputs, ReadOnlySpan<int> labels) => throw new NotSupportedException();

    public void Update(double learningRate) => throw new NotSupportedException();

    public TrainingReport Fit(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, TrainingOptions? options = null) =>
        throw new NotSupportedException();

    public TrainingReport Fit(ReadOnlySpan<double> inputs, ReadOnlySpan<int> labels, TrainingOptions? options = null) =>
        throw new NotSupportedException();

    public void GetGradients(Span<double> destination) => throw new NotSupportedException();

    public double Accuracy(ReadOnlySpan<double> inputs, ReadOnlySpan<int> labels) => throw new NotSupportedException();

    public int Classify(ReadOnlySpan<double> input) => throw new NotSupportedException();

    public int[] ClassifyRows(ReadOnlySpan<double> inputs) => throw new NotSupportedException();

    private double Evaluate(ReadOnlySpan<double> inputs) =>
        Validation is not null && inputs[0] < 0 ? Validation(inputs[0], Attempt, Steps) : (Evaluation ?? loss)(Attempt, Steps);

    private double Step()
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        Allocated = (TotalSteps == 0 ? allocated : Allocated.AtFirstStep, allocated);
        TotalSteps++;
        double before = loss(Attempt, Steps);
        parameters[1]++;
        Moment = (0.5 * Moment) + 1;
        if (TotalSteps == BreaksAtStep)
        {
            parameters[0] = double.PositiveInfinity;
        }

        return before;
    }
}
