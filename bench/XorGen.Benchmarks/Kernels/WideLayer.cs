using System.Runtime.CompilerServices;
using XorGen.Numerics;

namespace XorGen.Benchmarks.Kernels;

/// <summary>The first layer of 784-128-10, as the generator describes it.</summary>
internal readonly struct WideLayer : IDenseShape
{
    public static int Inputs => 784;

    public static int InputStride => 784;

    public static int Outputs => 128;

    public static int OutputStride => 128;

    public static int Chains => 1;

    public static bool HasInputsInLanes => false;
}

/// <summary>Plain gradient descent, as the generator writes it into the epilogue of the weight gradient.</summary>
internal readonly struct GradientDescentStep(float rate) : IParameterUpdate<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TVector, TLanes>(TVector gradient, ref float parameters, ref float training, nuint i)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float> =>
        TLanes.Store(TLanes.FusedMultiplyAdd(TLanes.Create(-rate), gradient, TLanes.Load(ref parameters, i)), ref parameters, i);
}
