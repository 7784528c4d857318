using System.Numerics;
using XorGen.Training;

namespace XorGen.Numerics;

/// <summary>
/// A step of Adam in vectors from moments that have decayed to subnormal numbers, which it computes by other operations than it
/// is written with: the bits are those of the formula.
/// </summary>
public class SubnormalStateTests
{
    [Fact]
    public void In_single_precision() => Check<TiledAdamSingle, float>(new(3), 1.17549435e-38f);

    [Fact]
    public void In_double_precision() => Check<TiledAdamDouble, double>(new(3), 2.2250738585072014e-308);

    private static void Check<TNetwork, T>(TNetwork network, T smallestNormal)
        where TNetwork : class, INetwork<T>, ITrainable<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = network.Description.ParameterCount;
        var state = new T[network.StateCount == 2 ? 3 * count : throw new InvalidOperationException()];
        var counters = new double[network.CounterCount];
        network.GetState(state, counters);
        for (int i = 0; i < count; i++)
        {
            T moment = Moment(i % 7, smallestNormal, T.CreateChecked(1 + i));
            state[i] = i % 5 == 0 ? T.Zero : state[i];
            state[count + i] = i % 2 == 0 ? moment : -moment;
            state[(2 * count) + i] = Moment(i % 6, smallestNormal, T.CreateChecked(1 + (i % 11)));
        }

        counters[0] = 0.75;
        counters[1] = 0.01;
        T[] expected = [.. state];
        Step(expected, count, T.CreateChecked(double.CreateChecked(T.CreateChecked(0.02)) / Math.FusedMultiplyAdd(0.9, 0.75, 1 - 0.9)), T.CreateChecked(1 / Math.Sqrt(Math.FusedMultiplyAdd(0.999, 0.01, 1 - 0.999))));

        network.SetState(state, counters);
        network.Update(T.CreateChecked(0.02));
        network.GetState(state, counters);
        Assert.Equal(expected, state);
    }

    private static T Moment<T>(int kind, T smallestNormal, T factor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => kind switch
        {
            0 => T.Epsilon,
            1 => T.Epsilon * factor,
            2 => smallestNormal / factor,
            3 => smallestNormal,
            4 => smallestNormal * factor,
            5 => T.Zero,
            _ => T.CreateChecked(1e-6),
        };

    /// <summary>A step with a gradient of zero, which a network has that has not seen any.</summary>
    private static void Step<T>(T[] state, int count, T stepSize, T correction)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T beta1 = T.CreateChecked(0.9), beta2 = T.CreateChecked(0.999);
        for (int i = 0; i < count; i++)
        {
            T first = T.FusedMultiplyAdd(T.CreateChecked(1 - 0.9), T.Zero, beta1 * state[count + i]);
            T second = beta2 * state[(2 * count) + i];
            state[i] -= stepSize * first / T.FusedMultiplyAdd(T.Sqrt(second), correction, T.CreateChecked(1e-8));
            state[count + i] = first;
            state[(2 * count) + i] = second;
        }
    }
}
