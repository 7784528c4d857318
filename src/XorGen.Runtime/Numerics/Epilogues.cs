using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <summary>The sums are the result.</summary>
internal readonly ref struct StoreEpilogue<TVector, TLanes, T>(ref T result) : IEpilogue<TVector, T>
    where TVector : struct
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
{
    private readonly ref T result = ref result;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(TVector sums, nuint offset) => TLanes.Store(sums, ref result, offset);
}

/// <summary>The sums are z; a = f(z) is stored, and z where training needs it.</summary>
internal readonly ref struct ActivationEpilogue<TVector, TLanes, T, TLayer>(ref T z, ref T a) : IEpilogue<TVector, T>
    where TVector : struct
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
    where TLayer : struct, IDenseLayer<T>
{
    private readonly ref T z = ref z;
    private readonly ref T a = ref a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(TVector sums, nuint offset)
    {
        if (TLayer.KeepsSums)
        {
            TLanes.Store(sums, ref z, offset);
        }

        TLanes.Store(TLayer.Activate<TVector, TLanes>(sums), ref a, offset);
    }
}

/// <summary>The sums are the derivative of the loss by a; multiplied by f'(z) they are stored.</summary>
internal readonly ref struct SlopeEpilogue<TVector, TLanes, T, TLayer>(ref T z, ref T a, ref T d) : IEpilogue<TVector, T>
    where TVector : struct
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
    where TLayer : struct, IDenseLayer<T>
{
    private readonly ref T z = ref z;
    private readonly ref T a = ref a;
    private readonly ref T d = ref d;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(TVector sums, nuint offset)
    {
        TVector before = TLayer.KeepsSums ? TLanes.Load(ref z, offset) : default;
        TVector after = TLanes.Load(ref a, offset);
        TLanes.Store(TLayer.MultiplyBySlope<TVector, TLanes>(sums, before, after), ref d, offset);
    }
}

/// <summary>The sums are the gradient of parameters from <paramref name="first"/> on.</summary>
internal readonly ref struct UpdateEpilogue<TVector, TLanes, T, TUpdate>(ref T parameters, ref T training, nuint first, TUpdate update)
    : IEpilogue<TVector, T>
    where TVector : struct
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
    where TUpdate : struct, IParameterUpdate<T>
{
    private readonly ref T parameters = ref parameters;
    private readonly ref T training = ref training;
    private readonly nuint first = first;
    private readonly TUpdate update = update;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(TVector sums, nuint offset) =>
        update.Apply<TVector, TLanes>(sums, ref parameters, ref training, first + offset);
}

/// <summary>The same for weights whose inputs are in the lanes: there is no gradient after the last input, where the layer before has left f(0).</summary>
internal readonly ref struct InputsUpdateEpilogue<TVector, TLanes, T, TShape, TUpdate>(ref T parameters, ref T training, nuint first, TUpdate update)
    : IEpilogue<TVector, T>
    where TVector : struct
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
    where TShape : struct, IDenseShape
    where TUpdate : struct, IParameterUpdate<T>
{
    private readonly ref T parameters = ref parameters;
    private readonly ref T training = ref training;
    private readonly nuint first = first;
    private readonly TUpdate update = update;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(TVector sums, nuint offset)
    {
        if (TShape.Inputs < TShape.InputStride)
        {
            int input = (int)(offset % (nuint)TShape.InputStride);
            sums = TLanes.And(sums, TLanes.FirstLanes(TShape.Inputs - input));
        }

        update.Apply<TVector, TLanes>(sums, ref parameters, ref training, first + offset);
    }
}
