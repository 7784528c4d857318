using System.Globalization;

namespace XorGen;

/// <summary>What the header of a safetensors file says of one tensor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ElementType">The type of its numbers as the format writes it: "F32".</param>
/// <param name="Shape">Its shape; none of a single number.</param>
/// <param name="Begin">Where its bytes begin, from the end of the header.</param>
/// <param name="End">Where they end.</param>
internal sealed record SafetensorsTensor(string Name, string ElementType, ulong[] Shape, ulong Begin, ulong End)
{
    /// <summary>Gets the shape as PyTorch prints it.</summary>
    public string ShapeText => $"[{string.Join(", ", Shape.Select(size => size.ToString(CultureInfo.InvariantCulture)))}]";

    /// <summary>Returns the bits of a number of a type, or 0 where the format has no such type.</summary>
    public static uint BitsOf(string elementType) => elementType switch
    {
        "BOOL" or "U8" or "I8" or "F8_E5M2" or "F8_E4M3" or "F8_E8M0" or "F8_E4M3FNUZ" or "F8_E5M2FNUZ" => 8,
        "I16" or "U16" or "F16" or "BF16" => 16,
        "I32" or "U32" or "F32" => 32,
        "I64" or "U64" or "F64" or "C64" => 64,
        "F4" => 4,
        "F6_E2M3" or "F6_E3M2" => 6,
        _ => 0,
    };

    /// <summary>Returns the length of a tensor in bytes, or null where it is no whole number of them or more than anything holds.</summary>
    public static ulong? LengthOf(string elementType, ReadOnlySpan<ulong> shape)
    {
        // An empty tensor is empty whatever its other sizes.
        UInt128 bits = shape.Contains(0UL) ? 0 : BitsOf(elementType);
        foreach (ulong size in shape)
        {
            if (bits > 0 && size > long.MaxValue)
            {
                return null;
            }

            bits *= size;
            if (bits > long.MaxValue)
            {
                return null;
            }
        }

        return bits % 8 == 0 ? (ulong)(bits / 8) : null;
    }
}
