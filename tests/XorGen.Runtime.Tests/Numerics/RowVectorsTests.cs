using System.Numerics;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

/// <summary>The last layer of a single row: what is stored, and not a byte more; the softmax.</summary>
public class RowVectorsTests
{
    [Fact]
    public void The_first_lanes_are_stored_and_nothing_else()
    {
        Store<Vector512<float>, Lanes512Single, float>();
        Store<Vector256<float>, Lanes256Single, float>();
        Store<Vector128<float>, Lanes128Single, float>();
        Store<Vector512<double>, Lanes512Double, double>();
        Store<Vector256<double>, Lanes256Double, double>();
        Store<Vector128<double>, Lanes128Double, double>();
    }

    [Fact]
    public void The_softmax_is_the_same_at_every_width_and_sums_in_the_order_of_the_virtual_lanes()
    {
        var random = new Random(1);
        for (int outputs = 1; outputs <= 40; outputs++)
        {
            float[] z = [.. Enumerable.Range(0, 48).Select(_ => (random.NextSingle() * 20) - 10)];
            float[] expected = Softmax(z[..outputs]);
            float[] a = [.. z];
            RowVectors.Softmax<Vector512<float>, Lanes512Single>(outputs, ref z[0], ref a[0]);
            Assert.Equal(expected, a[..outputs]);
            RowVectors.Softmax<Vector256<float>, Lanes256Single>(outputs, ref z[0], ref a[0]);
            Assert.Equal(expected, a[..outputs]);
            RowVectors.Softmax<Vector128<float>, Lanes128Single>(outputs, ref z[0], ref a[0]);
            Assert.Equal(expected, a[..outputs]);

            double[] w = [.. z.Select(value => (double)value)];
            var wide = new double[48];
            RowVectors.Softmax<Vector512<double>, Lanes512Double>(outputs, ref w[0], ref wide[0]);
            double[] first = wide[..outputs];
            RowVectors.Softmax<Vector256<double>, Lanes256Double>(outputs, ref w[0], ref wide[0]);
            Assert.Equal(first, wide[..outputs]);
            RowVectors.Softmax<Vector128<double>, Lanes128Double>(outputs, ref w[0], ref wide[0]);
            Assert.Equal(first, wide[..outputs]);
            Assert.Equal(1, first.Sum(), 12);
        }
    }

    private static float[] Softmax(float[] z)
    {
        float largest = z.Max();
        float[] e = [.. z.Select(value => ElementarySingle.Exp(value - largest))];
        var lanes = new float[16];
        for (int j = 0; j < e.Length; j++)
        {
            lanes[j % 16] += e[j];
        }

        float total = VirtualLanes.Sum(ref lanes[0], 16);
        return [.. e.Select(value => value / total)];
    }

    private static void Store<TVector, TLanes, T>()
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged, INumber<T>
    {
        T[] source = [.. Enumerable.Range(1, 16).Select(T.CreateChecked)];
        for (int count = -20; count <= 20; count++)
        {
            var destination = new T[40];
            RowVectors.StoreFirst<TVector, TLanes, T>(TLanes.Load(ref source[0], 0), count, ref destination[0], 10);
            int stored = Math.Clamp(count, 0, TLanes.Count);
            Assert.Equal(source[..stored], destination[10..(10 + stored)]);
            Assert.All(destination[..10].Concat(destination[(10 + stored)..]), value => Assert.Equal(T.Zero, value));
        }
    }
}
