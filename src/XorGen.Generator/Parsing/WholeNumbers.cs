using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace XorGen.Generator.Parsing;

/// <summary>The arithmetic of C#'s whole numbers, which wraps around, rounds quotients to zero and takes the lower bits of a shift's count.</summary>
internal static class WholeNumbers
{
    /// <summary>Whether a type is one of whole numbers, the same on every machine.</summary>
    public static bool IsWhole(SpecialType type) => type is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    /// <summary>Returns an operation's result before it is brought into the range of its type, or null where there is none.</summary>
    public static BigInteger? Compute(BinaryOperatorKind operation, BigInteger a, BigInteger b, SpecialType type)
    {
        switch (operation)
        {
            case BinaryOperatorKind.Add:
                return a + b;
            case BinaryOperatorKind.Subtract:
                return a - b;
            case BinaryOperatorKind.Multiply:
                return a * b;
            case BinaryOperatorKind.Divide:
                return b.IsZero ? null : BigInteger.Divide(a, b);
            case BinaryOperatorKind.Remainder:
                return b.IsZero ? null : BigInteger.Remainder(a, b);
            case BinaryOperatorKind.And:
                return a & b;
            case BinaryOperatorKind.Or:
                return a | b;
            case BinaryOperatorKind.ExclusiveOr:
                return a ^ b;
            case BinaryOperatorKind.LeftShift:
                return a << Count(b, type);
            case BinaryOperatorKind.RightShift:
                return a >> Count(b, type);
            case BinaryOperatorKind.UnsignedRightShift:
                return (a & Mask(type)) >> Count(b, type);
            default:
                return null;
        }
    }

    /// <summary>Takes the lower bits that the type has.</summary>
    public static BigInteger Wrap(BigInteger value, SpecialType type)
    {
        BigInteger bits = value & Mask(type);
        return IsSigned(type) && bits > Mask(type) >> 1 ? bits - Mask(type) - 1 : bits;
    }

    private static int Count(BigInteger count, SpecialType type) => (int)(count & (Bits(type) - 1));

    private static BigInteger Mask(SpecialType type) => (BigInteger.One << Bits(type)) - 1;

    private static bool IsSigned(SpecialType type) =>
        type is SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64;

    private static int Bits(SpecialType type) => type switch
    {
        SpecialType.System_SByte or SpecialType.System_Byte => 8,
        SpecialType.System_Int16 or SpecialType.System_UInt16 => 16,
        SpecialType.System_Int32 or SpecialType.System_UInt32 => 32,
        _ => 64,
    };
}
