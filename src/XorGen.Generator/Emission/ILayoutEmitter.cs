namespace XorGen.Generator.Emission;

/// <summary>Writes what depends on the layout of a network.</summary>
internal interface ILayoutEmitter
{
    /// <summary>Gets the type of the runtime that the network's field has: the text before its type arguments, then these.</summary>
    IReadOnlyList<string> NetworkType { get; }

    /// <summary>Returns the expression of Forward with each input as an argument.</summary>
    string ArgumentForward(string arguments);

    /// <summary>Writes the generated types.</summary>
    void Write(SourceWriter writer);
}
