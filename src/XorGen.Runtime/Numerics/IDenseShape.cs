namespace XorGen.Numerics;

/// <summary>
/// The sizes of a fully connected layer, as constants of a type: a kernel is compiled anew for each shape, with these
/// numbers in its loops.
/// </summary>
public interface IDenseShape
{
    /// <summary>Gets the number of values that the layer takes.</summary>
    static abstract int Inputs { get; }

    /// <summary>Gets the distance between two rows of what it takes.</summary>
    static abstract int InputStride { get; }

    /// <summary>Gets the number of values that it gives.</summary>
    static abstract int Outputs { get; }

    /// <summary>
    /// Gets the distance between two rows of what it gives, and of its weights unless its inputs are in the lanes: whole
    /// vectors of 64 bytes.
    /// </summary>
    static abstract int OutputStride { get; }

    /// <summary>
    /// Gets the number of partial sums of each output, a power of two: the product of input k goes to sum k modulo their
    /// number, the first begins with the bias and the others with zero, and in the end the upper half is added to the lower,
    /// until one is left.
    /// </summary>
    static abstract int Chains { get; }

    /// <summary>
    /// Gets a value indicating whether the inputs are in the lanes, which is cheaper where outputs are few: the weights are
    /// then [output][input], <see cref="InputStride"/> apart, with zeros after the inputs, and there are as many chains as a
    /// 512-bit vector has lanes. Otherwise the weights are [input][output], <see cref="OutputStride"/> apart.
    /// </summary>
    static virtual bool HasInputsInLanes => false;
}
