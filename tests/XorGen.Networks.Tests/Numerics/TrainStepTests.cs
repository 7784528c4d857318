using System.Numerics;
using System.Runtime.InteropServices;
using XorGen.Dropout;
using XorGen.Learned;

namespace XorGen.Numerics;

/// <summary>
/// Train is Backward and Update to the bit, for every number of rows: those that it has a kernel of its own for, filled up or
/// not, and the others.
/// </summary>
public class TrainStepTests
{
    public static TheoryData<int> Rows => [1, 2, 3, 4, 5, 7, 8, 9, 13, 15, 16, 17, 33];

    [Theory]
    [MemberData(nameof(Rows))]
    public void In_single_precision(int rows) => Check<XorTanhSingle, float>(new(3), new(3), rows);

    [Theory]
    [MemberData(nameof(Rows))]
    public void In_double_precision(int rows) => Check<XorTanhDouble, double>(new(3), new(3), rows);

    [Theory]
    [MemberData(nameof(Rows))]
    public void In_a_struct(int rows) => Check<RegressionStruct, float>(new(3), new(3), rows);

    [Theory]
    [MemberData(nameof(Rows))]
    public void With_a_softmax_and_momentum(int rows) => Check<ScalarClassifier, float>(new(3), new(3), rows);

    [Theory]
    [MemberData(nameof(Rows))]
    public void With_a_rate_for_biases(int rows) => Check<TutorialTanh, double>(new(3), new(3), rows);

    [Theory]
    [MemberData(nameof(Rows))]
    public void With_dropout(int rows)
    {
        Check<DroppingScalar, float>(new(3), new(3), rows);
        Check<DroppingScalarDouble, double>(new(3), new(3), rows);
        Check<DroppingVector, float>(new(3), new(3), rows);
        Check<DroppingTiled, double>(new(3), new(3), rows);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void With_a_learned_slope(int rows)
    {
        Check<PReluScalar, double>(new(3), new(3), rows);
        Check<PReluEverywhere, float>(new(3), new(3), rows);
        Check<PReluVector, float>(new(3), new(3), rows);
        Check<PReluTiled, double>(new(3), new(3), rows);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void With_labels(int rows)
    {
        var two = new ScalarClassifier(5);
        var one = new ScalarClassifier(5);
        float[] inputs = Values<float>(rows * ScalarClassifier.InputCount, 1);
        int[] labels = [.. Enumerable.Range(0, rows).Select(row => row % ScalarClassifier.OutputCount)];
        for (int step = 0; step < 5; step++)
        {
            float loss = two.Backward(inputs, labels);
            two.Update(0.1f);
            Assert.Equal(loss, one.Train(inputs, labels, 0.1f));
            Assert.Equal(Bits<ScalarClassifier, float>(two), Bits<ScalarClassifier, float>(one));
        }
    }

    private static void Check<TNetwork, T>(TNetwork two, TNetwork one, int rows)
        where TNetwork : INetwork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] inputs = Values<T>(rows * two.Description.InputCount, 1);
        T[] targets = Values<T>(rows * two.Description.OutputCount, 2);
        T rate = T.CreateTruncating(0.1);
        for (int step = 0; step < 5; step++)
        {
            T loss = two.Backward(inputs, targets);
            two.Update(rate);
            Assert.Equal(loss, one.Train(inputs, targets, rate));
            Assert.Equal(Bits<TNetwork, T>(two), Bits<TNetwork, T>(one));
        }
    }

    /// <summary>Numbers from 0 to 1, zeros among them: products with those have signs too.</summary>
    private static T[] Values<T>(int count, int seed)
        where T : IBinaryFloatingPointIeee754<T>
    {
        var random = new RandomSource(seed);
        return [.. Enumerable.Range(0, count).Select(i => i % 3 == 0 ? T.Zero : T.CreateTruncating(random.NextDouble()))];
    }

    private static byte[] Bits<TNetwork, T>(TNetwork network)
        where TNetwork : INetwork<T>
        where T : unmanaged
    {
        var parameters = new T[network.Description.ParameterCount];
        network.GetParameters(parameters);
        return MemoryMarshal.AsBytes<T>(parameters).ToArray();
    }
}
