namespace XorGen.Generator.Catalogue.Activations;

/// <summary>An activation function.</summary>
internal abstract class Activation : CatalogueEntry
{
    /// <summary>Gets the operator of ONNX that computes it, or null where it takes several.</summary>
    public string? OnnxOperator { get; init; }

    /// <summary>The loss that an output layer with this activation has by default.</summary>
    public string DefaultLoss { get; init; } = "mse";

    /// <summary>Gets whether its value is finite even where z is not.</summary>
    public bool IsBounded => Name is "tanh" or "sigmoid" or "hard_tanh" or "hard_sigmoid" or "softsign" or "elliot" or "arctan" or "gaussian" or "sin" or "cos" or "relu6";

    /// <summary>Gets what ActivationAlpha means to it, or null where it does not heed it.</summary>
    public ActivationOption? Alpha { get; init; }

    /// <summary>Gets what ActivationThreshold means to it, or null where it does not heed it.</summary>
    public ActivationOption? Threshold { get; init; }

    /// <summary>Gets the values of both.</summary>
    public ActivationParameters Parameters { get; private set; }

    /// <summary>Gets the values of both where the attribute gives none.</summary>
    public ActivationParameters DefaultParameters => new(Alpha?.Default ?? 0, Threshold?.Default ?? 0);

    /// <summary>Returns the same activation with these values in its formula.</summary>
    public Activation With(ActivationParameters parameters)
    {
        var copy = (Activation)MemberwiseClone();
        copy.Parameters = parameters;
        return copy;
    }
}
