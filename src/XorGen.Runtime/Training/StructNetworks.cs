namespace XorGen.Training;

/// <summary>Networks that are structs: passed as an interface, a method gets a copy, and what it changes is lost.</summary>
internal static class StructNetworks
{
    /// <summary>Refuses a struct where the network is to be changed.</summary>
    /// <typeparam name="T">The network's type of numbers.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="instead">What to do instead, after the name of its type: "load it with ...".</param>
    /// <exception cref="ArgumentNullException">There is no network.</exception>
    /// <exception cref="ArgumentException">It is a struct.</exception>
    public static void Refuse<T>(INetwork<T> network, string instead)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        if (network.GetType().IsValueType)
        {
            throw new ArgumentException($"{network.GetType().Name} is a struct, of which only a copy would change: {instead}.", nameof(network));
        }
    }
}
