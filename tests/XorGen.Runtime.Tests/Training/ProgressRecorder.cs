namespace XorGen.Training;

/// <summary>Keeps what it is told, and does something then.</summary>
internal sealed class ProgressRecorder(Action<TrainingProgress>? then = null) : IProgress<TrainingProgress>
{
    public List<TrainingProgress> Reports { get; } = [];

    public void Report(TrainingProgress value)
    {
        Reports.Add(value);
        then?.Invoke(value);
    }
}
