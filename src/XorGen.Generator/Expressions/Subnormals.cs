using XorGen.Generator.Model;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Expressions;

/// <summary>Keeps subnormal numbers from slowing a formula down; its values stay the same to the bit.</summary>
/// <remarks>
/// What an optimizer keeps of a parameter whose gradient has become zero (behind a relu that lets nothing through any more) decays
/// until it is subnormal, and stays there: 0.9 of the smallest number is rounded to that number again. From then on a product costs
/// three times as much beside a division, and a square root twice as much (Zen 5).
/// </remarks>
internal static class Subnormals
{
    /// <summary>Makes the products those that do not mind, and takes no root of a subnormal number where that makes no difference: of what is kept, which is not negative.</summary>
    /// <param name="tree">The formula.</param>
    /// <param name="number">The format of its numbers.</param>
    /// <param name="largestFactor">The most by which roots are multiplied.</param>
    public static Expression Avoid(Expression tree, NumberFormat number, double largestFactor)
    {
        Expression[] parts = [.. tree.Parts().Select(part => Avoid(part, number, largestFactor))];
        return tree switch
        {
            Binary { Operator: BinaryOperator.Multiply } => new Binary(BinaryOperator.MultiplySubnormal, parts[0], parts[1]),
            FusedMultiplyAdd { A: Unary { Operator: UnaryOperator.Sqrt, Operand: Variable }, C: Constant c } when Absorbs(c, number, largestFactor) =>
                FusedMultiplyAdd(AtLeastNormal(parts[0], number), parts[1], c),
            Binary { Operator: BinaryOperator.Add, Left: Unary { Operator: UnaryOperator.Sqrt, Operand: Variable }, Right: Constant c } when Absorbs(c, number, 1) =>
                AtLeastNormal(parts[0], number) + c,
            _ => parts.Length == 0 ? tree : tree.WithParts(parts),
        };
    }

    /// <summary>Whether adding the root of any subnormal number to a constant gives the constant: it is less than half of the last place.</summary>
    private static bool Absorbs(Constant c, NumberFormat number, double largestFactor) =>
        c.Value * HalfOfTheLastPlace(number) > 2 * largestFactor * Math.Sqrt(SmallestNormal(number));

    private static Expression AtLeastNormal(Expression root, NumberFormat number) =>
        Sqrt(Max(SmallestNormal(number), ((Unary)root).Operand));

    private static double SmallestNormal(NumberFormat number) => number == NumberFormat.Single ? 1.17549435e-38 : 2.2250738585072014e-308;

    private static double HalfOfTheLastPlace(NumberFormat number) => Math.Pow(2, number == NumberFormat.Single ? -25 : -54);
}
