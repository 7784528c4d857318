using System.ComponentModel;

namespace XorGen.Numerics;

/// <summary>A network that can say what it is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IDescribed
{
    /// <summary>Describes the network.</summary>
    static abstract NetworkDescription Describe();
}

/// <summary>The description of a network, made when it is first asked for.</summary>
internal static class DescriptionOf<TNetwork>
    where TNetwork : IDescribed
{
    private static NetworkDescription? value;

    public static NetworkDescription Value => value ??= TNetwork.Describe();
}
