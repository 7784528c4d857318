using System.Numerics;
using XorGen.Numerics;

namespace XorGen.Training;

/// <summary>Prepares the data of a training: checks, weights, validation rows.</summary>
internal static class TrainingData
{
    public static TrainingReport Fit<TNetwork, T, TTarget, TRows>(
        ref TNetwork network,
        ReadOnlySpan<T> inputs,
        ReadOnlySpan<TTarget> targets,
        TrainingOptions options,
        int seed,
        Baseline baseline,
        ReadOnlySpan<int> labels = default)
        where TNetwork : ITrainable<T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TTarget : unmanaged
        where TRows : ITargetRows<TNetwork, T, TTarget>
    {
        NetworkDescription description = network.Description;
        int targetWidth = TRows.TargetWidth(description);
        OptionChecks.Check(options);
        var rows = new TrainingRows<T, TTarget>(inputs, targets, description.InputCount, targetWidth);
        if (options.CheckData)
        {
            FiniteNumbers.Check(inputs, description.InputCount, nameof(inputs));
            TRows.CheckTargets(rows, description.Loss, nameof(targets));
        }

        // Apart, so that a short program that asks for neither need not compile it.
        TrainingRows<T, TTarget> validation = default;
        if (options.ClassWeights is not null || options.SampleWeights is not null || options.Validation is not null)
        {
            WeighAndSplit<TNetwork, T, TTarget, TRows>(ref rows, ref validation, labels, description, options, baseline.LabelSmoothing);
        }

        if (options.BatchSize is not null)
        {
            OptionChecks.CheckBatchSize(options, rows.Count);
        }

        var run = new TrainingRun<TNetwork, T, TTarget, TRows>(ref network, rows, description, options, baseline);
        return run.Start(ref network, rows, validation, seed);
    }

    /// <summary>Gives the rows their weights, and takes the validation rows from the options or from the rows.</summary>
    private static void WeighAndSplit<TNetwork, T, TTarget, TRows>(
        ref TrainingRows<T, TTarget> rows,
        ref TrainingRows<T, TTarget> validation,
        ReadOnlySpan<int> labels,
        NetworkDescription description,
        TrainingOptions options,
        double labelSmoothing)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TTarget : unmanaged
        where TRows : ITargetRows<TNetwork, T, TTarget>
    {
        if (options.ClassWeights is not null || options.SampleWeights is not null)
        {
            rows = TrainingWeights.Weigh<TNetwork, T, TTarget, TRows>(rows, description, options, labelSmoothing);
        }

        switch (OfValues<T, TTarget>(options.Validation, description, !labels.IsEmpty))
        {
            case null:
                break;
            case ValidationSplit split:
                RowSplit parts = split.Split(rows.Count, labels.IsEmpty ? TRows.Labels(rows) : labels);
                validation = Gather(rows, parts.Test);
                rows = Gather(rows, parts.Train);
                break;
            case ValidationRows<T, TTarget> given:
                validation = Given<TNetwork, T, TTarget, TRows>(given, description, options, labelSmoothing);
                break;
            default:
                throw new ArgumentException(
                    $"options.Validation must have the form of the data that Fit is given: {typeof(T).Name} inputs and {(typeof(TTarget) == typeof(int) ? "labels" : "target values")}.",
                    nameof(options));
        }

        TrainingWeights.CheckSum(rows.Weights, "rows");
        TrainingWeights.CheckSum(validation.Weights, "validation rows");
    }

    /// <summary>Returns validation rows with labels as such with target values, where the labels that are trained on have become values too.</summary>
    private static Validation? OfValues<T, TTarget>(Validation? validation, NetworkDescription description, bool isOfLabels)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TTarget : unmanaged
    {
        if (typeof(TTarget) != typeof(T) || validation is not ValidationRows<T, int> labelled)
        {
            return validation;
        }

        const string Targets = "options.Validation.targets";
        ReadOnlySpan<int> labels = labelled.Targets.Span;
        T[] targets;
        if (BinaryLabels.AreTakenBy(description))
        {
            Check.Labels(labels, 2, Targets);
            targets = BinaryLabels.NewTargets<T>(labels, description.Loss);
        }
        else if (isOfLabels)
        {
            Check.SomeRows(labelled.Inputs.Length, description.InputCount, labels.Length, 1, "options.Validation.inputs", Targets);
            Check.Labels(labels, description.OutputCount, Targets);
            targets = Rows.OneHot<T>(labels, description.OutputCount);
        }
        else
        {
            return validation;
        }

        return new ValidationRows<T, TTarget>(labelled.Inputs, (TTarget[])(object)targets, labelled.SampleWeights);
    }

    private static TrainingRows<T, TTarget> Gather<T, TTarget>(scoped in TrainingRows<T, TTarget> rows, IReadOnlyList<int> chosen)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TTarget : unmanaged =>
        new RowBuffer<T, TTarget>(chosen.Count, rows.InputWidth, rows.TargetWidth, !rows.Weights.IsEmpty).Gather(rows, [.. chosen], 1);

    private static TrainingRows<T, TTarget> Given<TNetwork, T, TTarget, TRows>(
        ValidationRows<T, TTarget> given, NetworkDescription description, TrainingOptions options, double labelSmoothing)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TTarget : unmanaged
        where TRows : ITargetRows<TNetwork, T, TTarget>
    {
        const string Inputs = "options.Validation.inputs";
        const string Targets = "options.Validation.targets";
        int targetWidth = TRows.TargetWidth(description);
        Check.SomeRows(given.Inputs.Length, description.InputCount, given.Targets.Length, targetWidth, Inputs, Targets);
        var rows = new TrainingRows<T, TTarget>(given.Inputs.Span, given.Targets.Span, description.InputCount, targetWidth);
        Check.Labels(TRows.Labels(rows), description.OutputCount, Targets);
        if (options.CheckData)
        {
            FiniteNumbers.Check(rows.Inputs, description.InputCount, Inputs);
            TRows.CheckTargets(rows, description.Loss, Targets);
        }

        return TrainingWeights.WeighGiven<TNetwork, T, TTarget, TRows>(rows, given.SampleWeights, description, options, labelSmoothing);
    }
}
