using Microsoft.CodeAnalysis;
using XorGen.Generator.Expressions;

namespace XorGen.Generator.Parsing;

/// <summary>What an expression of a formula is worth: a tree, in the type that C# computes it in.</summary>
/// <param name="Tree">The tree; of a whole type, a choice among <see cref="WholeNumber"/>s.</param>
/// <param name="Type">The type: one of whole numbers, float or double.</param>
/// <param name="IsRounded">
/// Of a double in a network of single precision: whether the tree is what the double becomes when it is rounded to float, and not the
/// double itself.
/// </param>
internal sealed record FormulaValue(Expression Tree, SpecialType Type, bool IsRounded = false)
{
    /// <summary>Gets whether the type is one of whole numbers.</summary>
    public bool IsWhole => WholeNumbers.IsWhole(Type);

    /// <summary>Gets whether it is a number, or a choice among numbers.</summary>
    public bool IsConstant => Tree.IsConstant();
}

/// <summary>A number of a whole type, as long as a formula is being read: a tree has real ones only.</summary>
internal sealed record WholeNumber(System.Numerics.BigInteger Value) : Expression;
