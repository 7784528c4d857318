namespace XorGen;

/// <summary>What of two networks has to agree.</summary>
internal enum DefinitionScope
{
    /// <summary>What decides the outputs: inputs and layers, without dropout. Precisions are converted into each other.</summary>
    Outputs,

    /// <summary>What decides the next training steps: all but how the parameters have started.</summary>
    Steps,

    /// <summary>Everything: restarts start from new parameters.</summary>
    Training,
}
