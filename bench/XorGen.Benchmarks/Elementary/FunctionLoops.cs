using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using XorGen.Benchmarks.Measurement;
using XorGen.Numerics;

namespace XorGen.Benchmarks.Elementary;

/// <summary>The loops over a function: over many numbers, and over one that goes through it again and again.</summary>
internal static class FunctionLoops
{
    /// <summary>The numbers of one pass: both arrays stay in the first-level cache.</summary>
    public const int Length = 1024;

    /// <summary>Many numbers at the widest vectors of the machine.</summary>
    public static TimedLoop Single<TFunction>(string name, float[] from, float[] to)
        where TFunction : struct, IFunction<float> => new(name, times =>
        {
            for (int i = 0; i < times; i++)
            {
                if (Lanes512Single.IsHardwareAccelerated)
                {
                    Pass<Vector512<float>, Lanes512Single, float, TFunction>(ref from[0], ref to[0]);
                }
                else if (Lanes256Single.IsHardwareAccelerated)
                {
                    Pass<Vector256<float>, Lanes256Single, float, TFunction>(ref from[0], ref to[0]);
                }
                else
                {
                    Pass<Vector128<float>, Lanes128Single, float, TFunction>(ref from[0], ref to[0]);
                }
            }
        });

    /// <inheritdoc cref="Single"/>
    public static TimedLoop Double<TFunction>(string name, double[] from, double[] to)
        where TFunction : struct, IFunction<double> => new(name, times =>
        {
            for (int i = 0; i < times; i++)
            {
                if (Lanes512Double.IsHardwareAccelerated)
                {
                    Pass<Vector512<double>, Lanes512Double, double, TFunction>(ref from[0], ref to[0]);
                }
                else if (Lanes256Double.IsHardwareAccelerated)
                {
                    Pass<Vector256<double>, Lanes256Double, double, TFunction>(ref from[0], ref to[0]);
                }
                else
                {
                    Pass<Vector128<double>, Lanes128Double, double, TFunction>(ref from[0], ref to[0]);
                }
            }
        });

    /// <summary>One vector that goes through the function again and again.</summary>
    public static TimedLoop SingleChain<TFunction>(string name)
        where TFunction : struct, IFunction<float> => new(name, times => Chain<Vector128<float>, Lanes128Single, float, TFunction>(times, 0.75f));

    /// <inheritdoc cref="SingleChain"/>
    public static TimedLoop DoubleChain<TFunction>(string name)
        where TFunction : struct, IFunction<double> => new(name, times => Chain<Vector128<double>, Lanes128Double, double, TFunction>(times, 0.75));

    /// <summary>The same of a function that takes and returns one number.</summary>
    public static TimedLoop ScalarChain<T>(string name, Func<T, T> function, T start)
        where T : unmanaged, IFloatingPointIeee754<T> => new(name, times =>
        {
            T x = start;
            T zero = Zero<T>();
            for (int i = 0; i < times; i++)
            {
                x = T.FusedMultiplyAdd(function(x), zero, start);
            }

            Sink<T>.Value = x;
        });

    /// <summary>A function that takes and returns one number, for many.</summary>
    public static TimedLoop Scalar<T>(string name, Func<T, T> function, T[] from, T[] to)
        where T : unmanaged => new(name, times =>
        {
            for (int time = 0; time < times; time++)
            {
                for (int i = 0; i < from.Length; i++)
                {
                    to[i] = function(from[i]);
                }
            }
        });

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Pass<TVector, TLanes, T, TFunction>(ref T from, ref T to)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TFunction : struct, IFunction<T>
    {
        for (nuint i = 0; i < Length; i += (nuint)TLanes.Count)
        {
            TLanes.Store(TFunction.Apply<TVector, TLanes>(TLanes.Load(ref from, i)), ref to, i);
        }
    }

    /// <summary>Each argument is the same number, but known only when the result before is: that one times zero, plus the number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Chain<TVector, TLanes, T, TFunction>(int times, T start)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFunction : struct, IFunction<T>
    {
        TVector first = TLanes.Create(start);
        TVector zero = TLanes.Create(Zero<T>());
        TVector x = first;
        for (int i = 0; i < times; i++)
        {
            x = TLanes.FusedMultiplyAdd(TFunction.Apply<TVector, TLanes>(x), zero, first);
        }

        Span<T> result = stackalloc T[TLanes.Count];
        TLanes.Store(x, ref result[0], 0);
        Sink<T>.Value = result[0];
    }

    /// <summary>A zero that the JIT does not know to be one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Zero<T>()
        where T : unmanaged, INumberBase<T> => T.Zero;

    private static class Sink<T>
        where T : unmanaged
    {
        public static T Value;
    }
}
