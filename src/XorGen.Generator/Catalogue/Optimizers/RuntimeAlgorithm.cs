namespace XorGen.Generator.Catalogue.Optimizers;

/// <summary>
/// An optimizer whose step is more than a formula for each parameter: a class of XorGen.SecondOrder that works on the
/// flat parameters and gradients.
/// </summary>
internal sealed record RuntimeAlgorithm(string Class)
{
    /// <summary>Gets the only loss that it is defined on, or null.</summary>
    public string? Loss { get; init; }

    /// <summary>Gets the largest number of parameters that it is fit for.</summary>
    public int MaximumParameters { get; init; } = int.MaxValue;

    /// <summary>Gets why it has no step without rows, or null where it has.</summary>
    public string? UpdateRefusal { get; init; }
}
