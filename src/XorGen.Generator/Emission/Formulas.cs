using System.Globalization;
using XorGen.Generator.Model;
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

    /// <summary>What the factors of dropout are.</summary>
    public static string Dropout(DropoutPlan dropout)
    {
        string rate = dropout.Rate.ToString(CultureInfo.InvariantCulture);
        string values = dropout.Source == 0 ? "x" : $"a{dropout.Source}";
        return $"{dropout.Kept} = m{dropout.Source} {values}, where m{dropout.Source} is 0 with probability {rate}, else 1 / (1 - {rate})";
    }

    /// <summary>The expression that makes the factors of a step.</summary>
    public static string NewMask(CodeNames names, DropoutPlan dropout, string position) =>
        $"new DropoutMask<{names.T}>({position}, {dropout.Source}, {NumberFormat.Double.Literal(dropout.Rate)}, {dropout.Width})";

    /// <summary>Makes a formula fit for XML documentation.</summary>
    public static string Escape(string formula) => formula.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
