namespace XorGen.Numerics;

/// <summary>What becomes of the gradient of some neighbouring parameters: a step of an optimizer, with its numbers as fields.</summary>
/// <typeparam name="T">The type of a parameter.</typeparam>
[CLSCompliant(false)]
public interface IParameterUpdate<T>
    where T : unmanaged
{
    /// <summary>Takes the gradient of parameters <paramref name="i"/>, i + 1, ... of the network's block.</summary>
    /// <param name="gradient">Their gradient.</param>
    /// <param name="parameters">The block of parameters.</param>
    /// <param name="training">A block for the gradient, then one for each number that the optimizer keeps of a parameter.</param>
    /// <param name="i">The first of them.</param>
    void Apply<TVector, TLanes>(TVector gradient, ref T parameters, ref T training, nuint i)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>;
}
