using System.Runtime.InteropServices;

namespace XorGen.Benchmarks.Peers;

/// <summary>fann_connection of fann_data.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct FannConnection
{
    public uint From;
    public uint To;
    public float Weight;
}

/// <summary>fann_train_data of fann_train.h: rows of pointers.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FannData
{
    public int Error;
    public nint ErrorLog;
    public nint ErrorText;
    public uint Rows;
    public uint InputCount;
    public uint OutputCount;
    public float** Inputs;
    public float** Outputs;
}
