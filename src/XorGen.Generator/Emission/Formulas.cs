using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>The mathematics of a network, for people.</summary>
internal static class Formulas
{
    /// <summary>"z1 = W1ᵀ a0 + b1", where a0 is called x.</summary>
    public static string Sum(DensePlan layer, bool drops = false) => $"z{layer.Number} = W{layer.Number}ᵀ {Input(layer, drops)} + b{layer.Number}";

    /// <summary>"a1 = tanh(z1)".</summary>
    public static string Activation(DensePlan layer)
    {
        string argument = layer.Activation.Name == "linear" ? $"z{layer.Number}" : $"{layer.Activation.Name}(z{layer.Number})";
        return $"a{layer.Number} = {argument}";
    }

    /// <summary>The name of what a layer takes; where values are dropped, of what is left of it.</summary>
    public static string Input(DensePlan layer, bool drops = false) =>
        drops && layer.Dropout is { } dropout ? dropout.Kept : layer.IsFirst ? "x" : $"a{layer.Number - 1}";

    /// <summary>The whole network, as XML documentation.</summary>
    public static string Network(NetworkPlan plan) =>
        string.Join("\n", plan.Layers.Select(layer => $"/// <para><c>{Sum(layer)}</c>, <c>{Activation(layer)}</c></para>"));
}
