namespace XorGen.Training;

/// <summary>
/// How a checkpoint is written: a <see cref="FileEnvelope"/> "XORGENCP" around a <see cref="NetworkSection"/>, 1 or 0 (4 bytes), and,
/// after the 1, the training.
/// </summary>
internal static class CheckpointFormat
{
    public static FileEnvelope Envelope { get; } = new("XORGENCP"u8, version: 3, "checkpoint");
}
