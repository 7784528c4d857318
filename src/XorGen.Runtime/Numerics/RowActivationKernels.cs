using System.Numerics;
using System.Runtime.CompilerServices;
using XorGen.Blocked;

namespace XorGen.Numerics;

/// <summary>
/// Activations of whole rows of the output layer and the losses that follow them, a row in each lane: the softmax, its logarithm,
/// and means with their variances.
/// </summary>
/// <remarks>
/// <para>With a row in each lane there are as many exponentials as outputs for all these rows, however few the outputs.
/// Rows after the last one are computed with whatever is in their memory, and left out of sums.</para>
/// <para>A sum over the outputs of a row is made in virtual lanes: column j goes to lane j modulo their number, in order,
/// and then the halving tree adds the lanes, without those that have no column.</para>
/// </remarks>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TLanes">Its operations.</typeparam>
/// <typeparam name="T">The type of a value.</typeparam>
/// <typeparam name="TFunctions">Its elementary functions.</typeparam>
/// <typeparam name="TShape">The sizes of the output layer.</typeparam>
[CLSCompliant(false)]
public static partial class RowActivationKernels<TVector, TLanes, T, TFunctions, TShape>
    where TVector : struct
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged, INumberBase<T>
    where TFunctions : struct, IElementaryFunctions<T>
    where TShape : struct, IDenseShape
{
    /// <summary>Turns z of some rows to its softmax.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="z">z of the first row; receives a.</param>
    /// <param name="columns">Memory for three rows as those of z, and a weight, for each row; at least as for a whole vector of rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Softmax(int rows, ref T z, ref T columns) => Activate(rows, ref z, ref columns, isLogarithm: false);

    /// <summary>Turns z of some rows to the logarithms of its softmax.</summary>
    /// <inheritdoc cref="Softmax"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void LogSoftmax(int rows, ref T z, ref T columns) => Activate(rows, ref z, ref columns, isLogarithm: true);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Activate(int rows, ref T z, ref T columns, bool isLogarithm)
    {
        for (int begin = 0; begin < rows; begin += TLanes.Count)
        {
            var memory = new Memory(ref columns);
            ref T group = ref Unsafe.Add(ref z, begin * TShape.OutputStride);
            TVector total = Exponentials(ref group, memory);
            TVector logTotal = isLogarithm ? TFunctions.Log<TVector, TLanes>(total) : total;
            for (int j = 0; j < TShape.Outputs; j++)
            {
                TVector a = isLogarithm
                    ? TLanes.Subtract(TLanes.Load(ref memory.Z, Column(j)), logTotal)
                    : TLanes.Divide(TLanes.Load(ref memory.E, Column(j)), total);
                TLanes.Store(a, ref memory.E, Column(j));
            }

            ToRows(ref memory.E, ref group);
        }
    }

    /// <summary>Computes the cross-entropies of some rows and turns z to the scaled derivative by z.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="first">The first row, the first of a group.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="z">z of the first row; receives the derivative.</param>
    /// <param name="columns">Memory, as for the softmax.</param>
    /// <param name="losses">Receives the loss of each group.</param>
    /// <param name="labelSmoothing">The part of each target that is dealt out among all outputs.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CrossEntropy(
        in BlockedPass<T> pass, int first, int rows, ref T z, ref T columns, ref T losses, T labelSmoothing = default)
    {
        Span<T> lanes = stackalloc T[VirtualLanes.Count<T>()];
        TVector meanScale = TLanes.Create(pass.Scale);
        for (int begin = 0; begin < rows; begin += TLanes.Count)
        {
            var memory = new Memory(ref columns);
            ref T group = ref Unsafe.Add(ref z, begin * TShape.OutputStride);
            TVector total = Exponentials(ref group, memory);
            TVector logTotal = TFunctions.Log<TVector, TLanes>(total);
            int count = Math.Min(TLanes.Count, rows - begin);
            TVector weight = RowWeights(pass, first + begin, count, ref memory.Weights);
            TVector scale = TLanes.Multiply(weight, meanScale);
            CopyTargets(pass, first + begin, count, TShape.Outputs, ref memory.Y);

            // The sum of the targets: 1 where they are a distribution.
            TVector targetSum = pass.HasLabels ? TLanes.Create(T.One) : Sum(ref memory.Y);
            if (labelSmoothing != T.Zero)
            {
                targetSum = SmoothTargets(ref memory.Y, targetSum, labelSmoothing);
            }

            // -log a_j = logTotal - (z_j - largest), and the derivative by z_j is a_j targetSum - y_j.
            for (int j = 0; j < TShape.Outputs; j++)
            {
                TVector y = TLanes.Load(ref memory.Y, Column(j));
                TVector cost = TLanes.Multiply(y, TLanes.Subtract(logTotal, TLanes.Load(ref memory.Z, Column(j))));

                // Nothing where the target is zero, also where the probability is, whose logarithm is infinite.
                cost = TLanes.Select(TLanes.Equal(y, TLanes.Zero), TLanes.Zero, cost);
                TLanes.Store(cost, ref memory.Y, Column(j));
                TVector a = TLanes.Divide(TLanes.Load(ref memory.E, Column(j)), total);
                TVector d = TLanes.Multiply(TLanes.FusedMultiplyAdd(a, targetSum, TLanes.Negate(y)), scale);
                TLanes.Store(d, ref memory.E, Column(j));
            }

            TVector loss = TLanes.Multiply(weight, Sum(ref memory.Y));
            KeepLoss(loss, begin, count, rows, lanes, ref losses);
            if (pass.IsTraining)
            {
                ToRows(ref memory.E, ref group);
            }
        }
    }

    /// <summary>Computes the losses of some rows, sums over the outputs, and turns z to the scaled derivative by z.</summary>
    /// <inheritdoc cref="CrossEntropy"/>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Elementwise<TLoss>(in BlockedPass<T> pass, int first, int rows, ref T z, ref T columns, ref T losses)
        where TLoss : struct, IElementwiseLoss<T> =>
        Elementwise<TLoss>(pass, first, rows, ref z, ref columns, ref losses, isLogarithm: false);

    /// <summary>The same after the logarithm of a softmax.</summary>
    /// <inheritdoc cref="CrossEntropy"/>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ElementwiseOfLogarithms<TLoss>(in BlockedPass<T> pass, int first, int rows, ref T z, ref T columns, ref T losses)
        where TLoss : struct, IElementwiseLoss<T> =>
        Elementwise<TLoss>(pass, first, rows, ref z, ref columns, ref losses, isLogarithm: true);

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Elementwise<TLoss>(
        in BlockedPass<T> pass, int first, int rows, ref T z, ref T columns, ref T losses, bool isLogarithm)
        where TLoss : struct, IElementwiseLoss<T>
    {
        Span<T> lanes = stackalloc T[VirtualLanes.Count<T>()];
        TVector meanScale = TLanes.Create(pass.Scale);
        for (int begin = 0; begin < rows; begin += TLanes.Count)
        {
            var memory = new Memory(ref columns);
            ref T group = ref Unsafe.Add(ref z, begin * TShape.OutputStride);
            TVector total = Exponentials(ref group, memory);
            int count = Math.Min(TLanes.Count, rows - begin);
            TVector weight = RowWeights(pass, first + begin, count, ref memory.Weights);
            TVector scale = TLanes.Multiply(weight, meanScale);
            CopyTargets(pass, first + begin, count, TShape.Outputs, ref memory.Y);

            // With the softmax p and the derivative slope by a, that by z_j is p_j (slope_j - sum_k slope_k p_k) where a is p, and
            // slope_j - p_j sum_k slope_k where a is log p.
            TVector logTotal = isLogarithm ? TFunctions.Log<TVector, TLanes>(total) : total;
            for (int j = 0; j < TShape.Outputs; j++)
            {
                TVector y = TLanes.Load(ref memory.Y, Column(j));
                TVector p = TLanes.Divide(TLanes.Load(ref memory.E, Column(j)), total);
                TVector a = isLogarithm ? TLanes.Subtract(TLanes.Load(ref memory.Z, Column(j)), logTotal) : p;
                TVector slope = TLoss.Derivative<TVector, TLanes>(a, a, y);
                TLanes.Store(TLoss.Value<TVector, TLanes>(a, a, y), ref memory.Y, Column(j));
                TLanes.Store(p, ref memory.E, Column(j));
                TLanes.Store(slope, ref memory.Z, Column(j));
            }

            TVector loss = TLanes.Multiply(weight, Sum(ref memory.Y));
            KeepLoss(loss, begin, count, rows, lanes, ref losses);
            for (int j = 0; j < TShape.Outputs; j++)
            {
                TVector slope = TLanes.Load(ref memory.Z, Column(j));
                TLanes.Store(isLogarithm ? slope : TLanes.Multiply(slope, TLanes.Load(ref memory.E, Column(j))), ref memory.Y, Column(j));
            }

            TVector slopeSum = Sum(ref memory.Y);
            for (int j = 0; j < TShape.Outputs; j++)
            {
                TVector p = TLanes.Load(ref memory.E, Column(j));
                TVector slope = TLanes.Load(ref memory.Z, Column(j));
                TVector d = isLogarithm
                    ? TLanes.FusedMultiplyAdd(TLanes.Negate(p), slopeSum, slope)
                    : TLanes.Multiply(p, TLanes.Subtract(slope, slopeSum));
                TLanes.Store(TLanes.Multiply(d, scale), ref memory.E, Column(j));
            }

            ToRows(ref memory.E, ref group);
        }
    }

    /// <summary>Sets Z to z_j - largest z and E to exp of that, which cannot overflow; returns the sum of E.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Exponentials(ref T z, Memory memory)
    {
        Transposition.ToVectors<TVector, TLanes, T>(ref z, TShape.OutputStride, SquareColumns, ref memory.Z);
        TVector largest = TLanes.Load(ref memory.Z, 0);
        for (int j = 1; j < TShape.Outputs; j++)
        {
            largest = TLanes.Max(largest, TLanes.Load(ref memory.Z, Column(j)));
        }

        for (int j = 0; j < TShape.Outputs; j++)
        {
            TVector difference = TLanes.Subtract(TLanes.Load(ref memory.Z, Column(j)), largest);
            TLanes.Store(difference, ref memory.Z, Column(j));
            TLanes.Store(TFunctions.Exp<TVector, TLanes>(difference), ref memory.E, Column(j));
        }

        return Sum(ref memory.E);
    }

    /// <summary>Sums the columns, in each lane by itself. The halving tree as one expression: by way of memory, each level would wait for the one before.</summary>
    /// <remarks>Not inlined: the compiler stops at 512 temporary variables in a method.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static TVector Sum(ref T columns) => TShape.Outputs > 1
        ? TLanes.Add(EverySecond(ref columns, 0), EverySecond(ref columns, 1))
        : EverySecond(ref columns, 0);

    /// <inheritdoc cref="Sum"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector EverySecond(ref T columns, int lane) => lane + 2 < TShape.Outputs
        ? TLanes.Add(EveryFourth(ref columns, lane), EveryFourth(ref columns, lane + 2))
        : EveryFourth(ref columns, lane);

    /// <inheritdoc cref="Sum"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector EveryFourth(ref T columns, int lane) => lane + 4 < TShape.Outputs
        ? TLanes.Add(EveryEighth(ref columns, lane), EveryEighth(ref columns, lane + 4))
        : EveryEighth(ref columns, lane);

    /// <inheritdoc cref="Sum"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector EveryEighth(ref T columns, int lane) => VirtualLanes.Count<T>() > 8 && lane + 8 < TShape.Outputs
        ? TLanes.Add(Lane(ref columns, lane), Lane(ref columns, lane + 8))
        : Lane(ref columns, lane);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Lane(ref T columns, int lane) =>
        TShape.Outputs > VirtualLanes.Count<T>() ? LaneOfMany(ref columns, lane) : TLanes.Load(ref columns, Column(lane));

    /// <summary>The sum of the columns that go to a virtual lane. Not inlined: sixteen loops would take ten milliseconds to compile, and be dropped where there are few outputs.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static TVector LaneOfMany(ref T columns, int lane)
    {
        TVector sum = TLanes.Load(ref columns, Column(lane));
        for (int j = lane + VirtualLanes.Count<T>(); j < TShape.Outputs; j += VirtualLanes.Count<T>())
        {
            sum = TLanes.Add(sum, TLanes.Load(ref columns, Column(j)));
        }

        return sum;
    }

    /// <summary>Gives each target its part for the other classes, (1 - smoothing) y + smoothing / outputs, and returns what the sum of the targets becomes.</summary>
    private static TVector SmoothTargets(ref T targets, TVector targetSum, T smoothing)
    {
        TVector keep = TLanes.Create(T.One - smoothing);
        TVector share = TLanes.Create(smoothing / T.CreateTruncating(TShape.Outputs));
        for (int j = 0; j < TShape.Outputs; j++)
        {
            TLanes.Store(TLanes.FusedMultiplyAdd(TLanes.Load(ref targets, Column(j)), keep, share), ref targets, Column(j));
        }

        return TLanes.FusedMultiplyAdd(targetSum, keep, TLanes.Create(smoothing));
    }

    /// <summary>The weight of each row, 1 where they have none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector RowWeights(in BlockedPass<T> pass, int first, int rows, ref T memory)
    {
        if (!pass.HasRowWeights)
        {
            return TLanes.Create(T.One);
        }

        pass.RowWeights(first, rows).CopyTo(System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref memory, rows));
        return TLanes.Load(ref memory, 0);
    }

    /// <summary>Adds the losses of rows, each in its virtual lane, when the group is complete.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void KeepLoss(TVector loss, int begin, int count, int rows, Span<T> lanes, ref T losses)
    {
        int lane = begin % lanes.Length;
        TLanes.Store(TLanes.Select(TLanes.FirstLanes(count), loss, TLanes.Zero), ref lanes[lane], 0);
        int end = lane + TLanes.Count;
        if (end == lanes.Length || begin + count == rows)
        {
            lanes[end..].Clear();
            Unsafe.Add(ref losses, begin / lanes.Length) = VirtualLanes.Sum<T>(lanes);
        }
    }

    /// <summary>Writes the targets of some rows as columns.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void CopyTargets(in BlockedPass<T> pass, int first, int rows, int width, ref T columns)
    {
        if (pass.HasLabels)
        {
            for (int j = 0; j < TShape.Outputs; j++)
            {
                TLanes.Store(TLanes.Zero, ref columns, Column(j));
            }

            ReadOnlySpan<int> labels = pass.Labels(first, rows);
            for (int row = 0; row < labels.Length; row++)
            {
                Unsafe.Add(ref columns, (labels[row] * TLanes.Count) + row) = T.One;
            }

            return;
        }

        ReadOnlySpan<T> targets = pass.Targets(first, rows, width);
        ref T target = ref System.Runtime.InteropServices.MemoryMarshal.GetReference(targets);
        int side = System.Runtime.Intrinsics.Vector128<T>.Count;
        if (rows == TLanes.Count && width >= side)
        {
            // Squares; the last one begins where it ends with the row.
            Transposition.ToVectors<TVector, TLanes, T>(ref target, width, width / side * side, ref columns);
            int last = width - side;
            Transposition.ToVectors<TVector, TLanes, T>(ref Unsafe.Add(ref target, last), width, side, ref Unsafe.Add(ref columns, Column(last)));
            return;
        }

        for (int row = 0; row < rows; row++)
        {
            for (int j = 0; j < width; j++)
            {
                Unsafe.Add(ref columns, (j * TLanes.Count) + row) = target;
                target = ref Unsafe.Add(ref target, 1);
            }
        }
    }

    /// <summary>Writes the columns as rows, and zeros after the outputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ToRows(ref T columns, ref T rows)
    {
        for (int j = TShape.Outputs; j < SquareColumns; j++)
        {
            TLanes.Store(TLanes.Zero, ref columns, Column(j));
        }

        Transposition.FromVectors<TVector, TLanes, T>(ref columns, SquareColumns, ref rows, TShape.OutputStride);
    }

    /// <summary>The outputs rounded up to whole squares of a transposition.</summary>
    private static int SquareColumns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (TShape.Outputs + 3) / 4 * 4;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint Column(int j) => (nuint)(j * TLanes.Count);

    /// <summary>Memory for a group of rows, as columns.</summary>
    [method: MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ref struct Memory(ref T first)
    {
        /// <summary>z_j - largest z.</summary>
        public readonly ref T Z = ref first;

        /// <summary>The exponentials, then a, then the derivative.</summary>
        public readonly ref T E = ref Unsafe.Add(ref first, TShape.OutputStride * TLanes.Count);

        /// <summary>The targets, then what is to be summed.</summary>
        public readonly ref T Y = ref Unsafe.Add(ref first, 2 * TShape.OutputStride * TLanes.Count);

        /// <summary>The weights of the rows.</summary>
        public readonly ref T Weights = ref Unsafe.Add(ref first, 3 * TShape.OutputStride * TLanes.Count);
    }
}
