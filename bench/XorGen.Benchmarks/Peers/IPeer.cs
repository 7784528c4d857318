using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Peers;

/// <summary>A library, or a way to write a network, that is measured.</summary>
internal interface IPeer
{
    /// <summary>Gets the name of its column.</summary>
    string Name { get; }

    /// <summary>Gets why it cannot run here and what to install, or null if it can.</summary>
    string? Missing { get; }

    /// <summary>Enters for a work; null if it cannot do it.</summary>
    Contender? Enter(Work work);
}
