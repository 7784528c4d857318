using System.Runtime.InteropServices;

namespace XorGen.Benchmarks.Peers;

/// <summary>Numbers in memory that does not move, on a boundary of 64 bytes.</summary>
internal sealed unsafe class NativeArray : IDisposable
{
    private readonly bool isDouble;

    public NativeArray(int length, bool isDouble)
    {
        this.isDouble = isDouble;
        Length = length;
        nuint bytes = (nuint)length * (isDouble ? 8u : 4u);
        Address = NativeMemory.AlignedAlloc(bytes + 64, 64);
        NativeMemory.Clear(Address, bytes + 64);
    }

    public void* Address { get; private set; }

    public int Length { get; }

    public static NativeArray Of(float[] values, bool isDouble)
    {
        var array = new NativeArray(values.Length, isDouble);
        for (int i = 0; i < values.Length; i++)
        {
            if (isDouble)
            {
                ((double*)array.Address)[i] = values[i];
            }
            else
            {
                ((float*)array.Address)[i] = values[i];
            }
        }

        return array;
    }

    public double[] ToArray()
    {
        var values = new double[Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = isDouble ? ((double*)Address)[i] : ((float*)Address)[i];
        }

        return values;
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(Address);
        Address = null;
    }
}
