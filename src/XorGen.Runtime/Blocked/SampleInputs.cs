using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace XorGen.Blocked;

/// <summary>The inputs of one sample as neighbours, from arguments.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
[StructLayout(LayoutKind.Sequential)]
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815", Justification = "Not compared.")]
[SuppressMessage("Design", "CA1051", Justification = "Memory, to which a reference is taken.")]
[CLSCompliant(false)]
public struct SampleInputs<T>
    where T : unmanaged
{
    /// <summary>Input 0.</summary>
    public T X0;

    /// <summary>Input 1.</summary>
    public T X1;

    /// <summary>Input 2.</summary>
    public T X2;

    /// <summary>Input 3.</summary>
    public T X3;

    /// <summary>Input 4.</summary>
    public T X4;

    /// <summary>Input 5.</summary>
    public T X5;

    /// <summary>Input 6.</summary>
    public T X6;

    /// <summary>Input 7.</summary>
    public T X7;
}
