using XorGen.Generator.Catalogue.Activations;

namespace XorGen.Generator.Planning;

/// <summary>A layer with everything decided. One derived record for each kind.</summary>
/// <param name="Number">Its number in the names of the generated code; the first is 1.</param>
/// <param name="Inputs">The number of values that it takes.</param>
/// <param name="Outputs">The number of values that it gives.</param>
/// <param name="Activation">Its activation.</param>
/// <param name="ParameterOffset">Where its parameters begin in the flat order.</param>
/// <param name="BlockOffset">Where its parameters begin in the padded block.</param>
internal abstract record LayerPlan(int Number, int Inputs, int Outputs, Activation Activation, int ParameterOffset, int BlockOffset)
{
    /// <summary>Gets its name in the network's description.</summary>
    public abstract string Kind { get; }

    /// <summary>Gets the number of its parameters.</summary>
    public abstract int ParameterCount { get; }

    /// <summary>Gets the number of multiply-adds of one row.</summary>
    public abstract long MultiplyAdds { get; }

    public bool IsFirst => Number == 1;

    /// <summary>Gets whether the activation has a parameter that the layer learns.</summary>
    public bool IsLearned => Elementwise is { SlopeByAlpha: not null };

    /// <summary>Gets whether the activation calls an elementary function, as all those of a whole row do.</summary>
    public bool CallsFunction => Elementwise is not { ForwardCallsFunction: false };

    /// <summary>Gets the activation, where it is one of each neuron by itself.</summary>
    public ElementwiseActivation? Elementwise => Activation as ElementwiseActivation;
}
