namespace XorGen.Benchmarks.Works;

/// <summary>What is done again and again.</summary>
internal enum WorkKind
{
    /// <summary>The outputs of one row after the other; no call waits for another one's result.</summary>
    Forward,

    /// <summary>The same, but the first output is the next call's first input: the latency of a control loop.</summary>
    ForwardChain,

    /// <summary>The outputs of a batch of rows.</summary>
    Predict,

    /// <summary>A training step on one batch after the other.</summary>
    Train,
}
