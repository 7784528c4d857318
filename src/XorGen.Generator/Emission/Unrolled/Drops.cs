namespace XorGen.Generator.Emission.Unrolled;

/// <summary>When a pass drops values, in a network with dropout.</summary>
internal enum Drops
{
    Never,

    /// <summary>Where the pass trains, which is a constant of its type.</summary>
    WhereItTrains,

    Always,
}
