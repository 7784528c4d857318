using System.Numerics;

namespace XorGen.Training;

/// <summary>Keeps the best epoch of an attempt and counts those since.</summary>
internal sealed class EarlyStoppingMonitor<T>(EarlyStopping options, NetworkState<T> best)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private double bestValue = double.NaN;
    private int waited;

    /// <summary>Gets the best epoch, counted from 1; null when there is none yet.</summary>
    public int? BestEpoch { get; private set; }

    public void Reset()
    {
        bestValue = double.NaN;
        waited = 0;
        BestEpoch = null;
    }

    /// <summary>Takes the number of an epoch and returns whether it is the best so far; NaN never is.</summary>
    public bool IsBest(int epoch, double value)
    {
        double gain = options.Maximize ? value - bestValue : bestValue - value;
        if (!double.IsNaN(value) && (BestEpoch is null || gain > options.MinimumDelta))
        {
            bestValue = value;
            BestEpoch = epoch;
            waited = 0;
            return true;
        }

        waited++;
        return false;
    }

    /// <summary>Gets a value indicating whether the patience is at its end.</summary>
    public bool IsExhausted => waited >= options.Patience;

    /// <summary>Keeps the state that the network has now as that of the best epoch.</summary>
    public void Keep<TNetwork>(ref TNetwork network)
        where TNetwork : ITrainable<T> => best.Capture(ref network);

    /// <summary>Keeps a state as that of the best epoch.</summary>
    public void Keep(NetworkState<T> state) => best.CopyFrom(state);

    /// <summary>Gives the network the state of the best epoch, if that is asked for and there is one.</summary>
    public void Restore<TNetwork>(ref TNetwork network)
        where TNetwork : ITrainable<T>
    {
        if (options.RestoreBest && BestEpoch is not null)
        {
            best.Restore(ref network);
        }
    }

    public void Write(CheckpointWriter writer)
    {
        writer.Write(bestValue);
        writer.Write(waited);
        writer.Write(BestEpoch - 1 ?? -1);
        best.Write(writer);
    }

    /// <summary>Reads what <see cref="Write"/> has written after so many epochs.</summary>
    /// <exception cref="InvalidDataException">The numbers cannot be those of so many epochs.</exception>
    public void Read(ref CheckpointReader reader, int epochs)
    {
        bestValue = reader.ReadDouble();
        waited = reader.ReadInt32();
        int index = reader.ReadInt32();
        CheckpointChecks.Within(index, -1, epochs - 1, "a best epoch, counted from 0, of");
        CheckpointChecks.Within(waited, 0, epochs - 1 - index, "a number of epochs without an improvement of");
        CheckpointChecks.Holds(double.IsNaN(bestValue) == (index < 0), "the best epoch and its number are not there together");
        BestEpoch = index < 0 ? null : index + 1;
        best.Read(ref reader);
    }
}
