using System.Numerics;
using System.Runtime.InteropServices;

namespace XorGen.Training;

/// <summary>Looks, once at the end of a training, for what keeps the network from learning.</summary>
internal static class HintSearch<TNetwork, T, TTarget, TRows>
    where TNetwork : ITrainable<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TTarget : unmanaged
    where TRows : ITargetRows<TNetwork, T, TTarget>
{
    /// <summary>So many rows are predicted to see whether outputs differ.</summary>
    private const int PredictedRows = 64;

    /// <summary>Returns what was found, most telling first; null for nothing.</summary>
    /// <param name="network">The trained network.</param>
    /// <param name="rows">The rows that it was trained on.</param>
    /// <param name="description">Its description.</param>
    /// <param name="source">The attempt that its parameters come from.</param>
    /// <param name="reason">Why the training has ended.</param>
    /// <param name="rate">The learning rate that it began with.</param>
    /// <param name="kind">The baseline of the loss.</param>
    public static TrainingHint[]? Find(
        ref TNetwork network, in TrainingRows<T, TTarget> rows, NetworkDescription description, Attempt<T> source, StopReason reason, double rate, Baseline kind)
    {
        int step = 1 + ((rows.Count - 1) / InputScaleHint.SampleRows);
        TrainingHint[]? hints = OrdinaryInputs.All(rows.Inputs, rows.InputWidth, step) ? null : Add(null, InputScaleHint.Find(rows.Inputs, rows.InputWidth));
        return reason is StopReason.TargetReached or StopReason.Cancelled ? hints : Judge(ref network, rows, description, source, reason, rate, kind, hints);
    }

    private static TrainingHint[]? Judge(
        ref TNetwork network,
        in TrainingRows<T, TTarget> rows,
        NetworkDescription description,
        Attempt<T> source,
        StopReason reason,
        double rate,
        Baseline kind,
        TrainingHint[]? hints)
    {
        TrainingHint? unreachable = TargetRangeHint.Find(TRows.Values(rows), rows.TargetWidth, description);
        hints = Add(hints, unreachable);
        if (reason == StopReason.Diverged || !double.IsFinite(source.FinalLoss))
        {
            return Add(hints, LossHints.Diverged(rate, source.Epoch, source.FinalLoss));
        }

        if (AreTargetsAlike(rows))
        {
            return Add(hints, TargetsAlikeHint.Of(rows.Count, TRows.Labels(rows)));
        }

        // The best constant prediction is nothing to compare with where the network cannot say it.
        if (source.Step < LossEvidence.FewestSteps || unreachable is not null)
        {
            return hints;
        }

        var seen = new LossEvidence(
            description, source.Losses.Values, source.FinalLoss, source.Epoch, source.Step, rate, TRows.Baseline(kind, rows, description.OutputCount));
        return !double.IsFinite(seen.Baseline) ? hints
            : !seen.BeatsConstant || seen.HasRisen ? Add(hints, Explain(ref network, rows, seen))
            : IsRateTiny(seen) && seen.IsFrozen && seen.IsFarFromZero ? Add(hints, LossHints.Frozen(seen))
            : hints;
    }

    /// <summary>Finds the most specific reason why the loss is no lower than that of a constant.</summary>
    private static TrainingHint Explain(ref TNetwork network, in TrainingRows<T, TTarget> rows, in LossEvidence seen)
    {
        if (seen.HasRisen)
        {
            return LossHints.Risen(seen);
        }

        int copies = Copies(ref network, seen.Description);
        if (copies > 0)
        {
            return LossHints.Symmetric(seen.Description, copies);
        }

        bool isRateTiny = IsRateTiny(seen);
        double[] output = new double[seen.Description.OutputCount];

        // Without hidden layers, outputs that are alike are the best that there is.
        int predicted = isRateTiny || !HasHidden(seen.Description) ? 0 : RowsWithOneOutput(ref network, rows, output);
        return predicted > 1 ? LossHints.Alike(seen, predicted, output)
            : seen.IsFrozen && (isRateTiny || seen.IsAboveConstant) ? LossHints.Frozen(seen)
            : LossHints.NotBeaten(seen);
    }

    private static bool IsRateTiny(in LossEvidence seen) => seen.Rate < 0.01 * seen.Description.DefaultLearningRate;

    private static bool HasHidden(NetworkDescription description)
    {
        int layers = 0;
        foreach (LayerDescription layer in description.Layers)
        {
            layers += layer.Kind == "dropout" ? 0 : 1;
        }

        return layers > 1;
    }

    /// <summary>Returns the number of neurons of the first hidden layer, where all have the same weights and biases; else 0.</summary>
    private static int Copies(ref TNetwork network, NetworkDescription description)
    {
        int index = 0;
        while (index < description.Layers.Count && description.Layers[index].Kind != "dense")
        {
            index++;
        }

        if (index >= description.Layers.Count - 1)
        {
            return 0;
        }

        LayerDescription layer = description.Layers[index];
        int neurons = layer.OutputCount;
        if (neurons < 2)
        {
            return 0;
        }

        var parameters = new T[description.ParameterCount];
        network.GetParameters(parameters);
        for (int i = 0; i <= layer.InputCount; i++)
        {
            ReadOnlySpan<T> row = parameters.AsSpan(layer.ParameterOffset + (i * neurons), neurons);
            if (row.ContainsAnyExcept(row[0]))
            {
                return 0;
            }
        }

        return neurons;
    }

    /// <summary>Returns of how many rows, taken evenly from all, the outputs are the same; 0 where they differ.</summary>
    private static int RowsWithOneOutput(ref TNetwork network, in TrainingRows<T, TTarget> rows, double[] output)
    {
        int step = 1 + ((rows.Count - 1) / PredictedRows);
        var first = new T[output.Length];
        var next = new T[output.Length];
        network.Forward(rows.Slice(0, 1).Inputs, first);
        int count = 0;
        for (int row = 0; row < rows.Count; row += step, count++)
        {
            network.Forward(rows.Slice(row, 1).Inputs, next);
            for (int j = 0; j < next.Length; j++)
            {
                output[j] = double.CreateTruncating(first[j]);
                if (!(Math.Abs(double.CreateTruncating(next[j]) - output[j]) <= 1e-6 * Math.Abs(output[j])))
                {
                    return 0;
                }
            }
        }

        return count;
    }

    private static bool AreTargetsAlike(in TrainingRows<T, TTarget> rows)
    {
        ReadOnlySpan<byte> targets = MemoryMarshal.AsBytes(rows.Targets);
        int bytes = targets.Length / rows.Count;

        // All rows are like the one before.
        return rows.Count > 1 && targets[bytes..].SequenceEqual(targets[..^bytes]);
    }

    private static TrainingHint[]? Add(TrainingHint[]? hints, TrainingHint? hint) =>
        hint is null ? hints : hints is null ? [hint] : [.. hints, hint];
}
