using XorGen.Generator.Expressions;
using XorGen.Generator.Model;

namespace XorGen.Generator.Catalogue.Activations;

/// <summary>Makes a catalogue entry of a formula that the user has written: its derivative is found by symbolic differentiation.</summary>
internal static class CustomActivation
{
    public static ElementwiseActivation Of(string name, Expression formula)
    {
        // What of the derivative is the function's own value need not be computed again: exp' = exp.
        Variable z = ActivationSpec.Argument;
        var value = new Variable("a");
        Expression forward = formula.SimplifiedExactly();
        Expression slope = forward.Equals(z) ? 1 : forward.By(z).Replace(forward, value);
        return new ElementwiseActivation
        {
            Name = name,
            Formula = name + "(z)",
            Source = "the network's own",
            Function = (argument, p) => forward.Replace(z, argument),
            Slope = (argument, a, p) => slope.Replace(value, a).Replace(z, argument),
        };
    }
}
