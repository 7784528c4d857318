namespace XorGen.Numerics;

/// <summary>The way of one row through a network: a struct as large as the values between its layers.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
public interface IRowPass<T>
    where T : unmanaged
{
    /// <summary>Computes the outputs of a row.</summary>
    /// <param name="parameters">The block of parameters.</param>
    /// <param name="x">The inputs.</param>
    /// <param name="y">Receives the outputs.</param>
    /// <param name="scratch">Memory with any content, aligned to 64 bytes: the size of the struct less 64 bytes.</param>
    static abstract void Compute(ref T parameters, ref T x, ref T y, ref T scratch);
}
