using System.Numerics;
using XorGen.Numerics;
using XorGen.Training;

namespace XorGen.SecondOrder;

/// <summary>A network whose state has been set goes on to the same bits as the one that it was taken from.</summary>
public class StateTests
{
    [Fact]
    public void L_bfgs_goes_on() => AssertGoesOn<XorLbfgsDouble, double>(new XorLbfgsDouble(1), new XorLbfgsDouble(2));

    [Fact]
    public void L_bfgs_goes_on_in_single_precision() => AssertGoesOn<TiledLbfgsClassifier, float>(new TiledLbfgsClassifier(1), new TiledLbfgsClassifier(2));

    [Fact]
    public void Levenberg_Marquardt_goes_on() => AssertGoesOn<TwoSigmoidsMarquardt, double>(new TwoSigmoidsMarquardt(1), new TwoSigmoidsMarquardt(2));

    [Fact]
    public void Levenberg_Marquardt_goes_on_in_single_precision() => AssertGoesOn<TiledMarquardt, float>(new TiledMarquardt(1), new TiledMarquardt(2));

    [Fact]
    public void L_bfgs_goes_on_between_Backward_and_Update()
    {
        var network = new XorLbfgsDouble(1);
        var other = new XorLbfgsDouble(2);
        for (int i = 0; i < 15; i++)
        {
            CopyState<double>(network, other);
            network.Backward(Xor.Inputs, Xor.Targets);
            network.Update(0.3);
            other.Backward(Xor.Inputs, Xor.Targets);
            other.Update(0.3);
            Assert.Equal(Parameters<double>(network), Parameters<double>(other));
        }
    }

    private static void AssertGoesOn<TNetwork, T>(TNetwork network, TNetwork other)
        where TNetwork : ITrainable<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        const int Rows = 23;
        var random = new RandomSource(1);
        var inputs = new T[Rows * network.Description.InputCount];
        var targets = new T[Rows * network.Description.OutputCount];
        Initialization.Uniform<T>(ref random, inputs, -1, 1);
        Initialization.Uniform<T>(ref random, targets, 0, 1);

        // Before the first step, after it, and when the history is full.
        for (int i = 0; i < 15; i++)
        {
            CopyState<T>(network, other);
            Assert.Equal(network.Train(inputs, targets, T.One), other.Train(inputs, targets, T.One));
            Assert.Equal(Parameters<T>(network), Parameters<T>(other));
        }

        // Once copied, the states stay the same.
        for (int i = 0; i < 15; i++)
        {
            Assert.Equal(network.Train(inputs, targets, T.One), other.Train(inputs, targets, T.One));
        }

        Assert.Equal(Parameters<T>(network), Parameters<T>(other));
    }

    private static void CopyState<T>(ITrainable<T> source, ITrainable<T> destination)
        where T : unmanaged
    {
        var state = new T[(1 + source.StateCount) * source.Description.ParameterCount];
        var counters = new double[source.CounterCount];
        source.GetState(state, counters);
        destination.SetState(state, counters);
    }

    private static T[] Parameters<T>(INetwork<T> network)
        where T : unmanaged
    {
        var parameters = new T[network.Description.ParameterCount];
        network.GetParameters(parameters);
        return parameters;
    }
}
