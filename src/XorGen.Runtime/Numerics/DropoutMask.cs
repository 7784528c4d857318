using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace XorGen.Numerics;

/// <summary>
/// The factors of dropout for one step and one layer: 0 for a value that is dropped, 1 / (1 - rate) for one that is kept
/// (N. Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", JMLR 15, 2014; scaled in
/// training, as torch.nn.Dropout).
/// </summary>
/// <remarks>
/// <para>A factor is a function of the position in the network's random sequence, the layer, the row's number in the batch and the
/// neuron, and of nothing else: neither of the vector width nor of threads, tiers or precision. So nothing is stored, and the way
/// back computes it again.</para>
/// <para>The generator is counter-based: row and neuron are one 32-bit number, row * width + neuron, which is added to the one half of
/// a 64-bit key and mixed by the finalizer of MurmurHash3 (A. Appleby, 2011), with the other half of the key between its two
/// multiplications. A value is dropped where the upper 24 bits are below rate * 2^24. The key is SplitMix64's mixture of position
/// and layer (G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators", 2014).</para>
/// </remarks>
/// <typeparam name="T">The type of a value.</typeparam>
[CLSCompliant(false)]
public readonly struct DropoutMask<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly uint first;
    private readonly uint second;
    private readonly uint width;
    private readonly T threshold;
    private readonly T scale;

    /// <summary>Makes the factors of a step.</summary>
    /// <param name="position">The position in the network's random sequence: a whole number that grows by one a step.</param>
    /// <param name="layer">The number of the layer whose outputs are dropped; 0 for the inputs of the network.</param>
    /// <param name="rate">The share of values that are dropped, from 0 to below 1.</param>
    /// <param name="width">The number of the layer's outputs.</param>
    public DropoutMask(double position, int layer, double rate, int width)
    {
        ulong key = Mix((ulong)position + ((ulong)layer * 0x9E3779B97F4A7C15));
        first = (uint)key;
        second = (uint)(key >> 32);
        this.width = (uint)width;
        threshold = T.CreateTruncating(Math.Round(rate * (1 << 24)));
        scale = T.CreateTruncating(1 / (1 - rate));
    }

    private static ReadOnlySpan<uint> SmallIndices => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    private static ReadOnlySpan<ulong> LargeIndices => [0, 1, 2, 3, 4, 5, 6, 7];

    /// <summary>Returns the factors of one neuron for as many rows as there are lanes.</summary>
    /// <param name="row">The first row's number in the batch.</param>
    /// <param name="neuron">The neuron.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector OfRows<TVector, TLanes>(int row, int neuron)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
    {
        TVector rows = TLanes.MultiplyBits(Indices<TVector, TLanes>(), Bits<TVector, TLanes>(width));
        return Factors<TVector, TLanes>(rows, Counter(row, neuron));
    }

    /// <summary>Multiplies some rows by their factors.</summary>
    /// <param name="row">The first row's number in the batch.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="stride">The distance between two rows: whole vectors, or the number of the layer's outputs.</param>
    /// <param name="values">Rows, to the end of which whole vectors may be written.</param>
    /// <param name="results">Receives the products; may be the same.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply<TVector, TLanes>(int row, int rows, int stride, ref T values, ref T results)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
    {
        TVector indices = Indices<TVector, TLanes>();
        if (stride == width)
        {
            // The rows follow each other as their numbers do: they are one long row.
            stride *= rows;
            rows = 1;
        }

        for (int i = 0; i < rows; i++)
        {
            uint counter = Counter(row + i, 0);
            for (int column = 0; column < stride; column += TLanes.Count)
            {
                nuint offset = (nuint)(((nint)i * stride) + column);
                TVector factors = Factors<TVector, TLanes>(indices, counter + (uint)column);
                TLanes.Store(TLanes.Multiply(TLanes.Load(ref values, offset), factors), ref results, offset);
            }
        }
    }

    /// <summary>Multiplies some rows of a network's inputs by their factors.</summary>
    /// <param name="row">The first row's number in the batch.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="inputs">Rows, one after the other.</param>
    /// <param name="results">Receives the products, and after them whole vectors of anything.</param>
    public void ApplyToInputs<TVector, TLanes>(int row, int rows, ref T inputs, ref T results)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
    {
        int length = rows * (int)width;
        MemoryMarshal.CreateReadOnlySpan(ref inputs, length).CopyTo(MemoryMarshal.CreateSpan(ref results, length));
        Apply<TVector, TLanes>(row, rows, (int)width, ref results, ref results);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Bits<TVector, TLanes>(uint bits)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        => TLanes.Create(Unsafe.SizeOf<T>() == sizeof(uint) ? Unsafe.BitCast<uint, T>(bits) : Unsafe.BitCast<ulong, T>(bits));

    /// <summary>0, 1, 2, ...</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Indices<TVector, TLanes>()
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        => Unsafe.SizeOf<T>() == sizeof(uint)
            ? TLanes.Load(ref Unsafe.As<uint, T>(ref MemoryMarshal.GetReference(SmallIndices)), 0)
            : TLanes.Load(ref Unsafe.As<ulong, T>(ref MemoryMarshal.GetReference(LargeIndices)), 0);

    /// <summary>The lower 32 bits: all there is in single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Lower<TVector, TLanes>(TVector bits)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        => Unsafe.SizeOf<T>() == sizeof(uint) ? bits : TLanes.And(bits, Bits<TVector, TLanes>(uint.MaxValue));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Counter(int row, int neuron) => first + ((uint)row * width) + (uint)neuron;

    /// <summary>The factors of the counters from <paramref name="counter"/> on, as far apart as the lanes say.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector Factors<TVector, TLanes>(TVector distances, uint counter)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
    {
        TVector x = Lower<TVector, TLanes>(TLanes.AddBits(distances, Bits<TVector, TLanes>(counter)));
        x = TLanes.Xor(x, TLanes.ShiftBitsRightLogical(x, 16));
        x = TLanes.MultiplyBits(x, Bits<TVector, TLanes>(0x85EBCA6B));
        x = TLanes.Xor(TLanes.Xor(x, TLanes.ShiftBitsRightLogical(x, 13)), Bits<TVector, TLanes>(second));
        x = TLanes.MultiplyBits(x, Bits<TVector, TLanes>(0xC2B2AE35));
        x = TLanes.Xor(x, TLanes.ShiftBitsRightLogical(x, 16));
        TVector uniform = TLanes.ConvertBitsToFloatingPoint(TLanes.ShiftBitsRightLogical(x, 8));
        return TLanes.And(TLanes.GreaterThanOrEqual(uniform, TLanes.Create(threshold)), TLanes.Create(scale));
    }
}
