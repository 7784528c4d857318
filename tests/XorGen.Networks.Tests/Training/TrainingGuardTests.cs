using XorGen.Numerics;

namespace XorGen.Training;

[Network(Inputs = 2, Hidden = 2, Outputs = 1)]
public sealed partial class GuardedXor;

[Network(Inputs = 30, HiddenLayers = [40, 20], Outputs = 3, OutputActivation = "softmax", Optimizer = "sgd")]
public sealed partial class GuardedClassifier;

[Network(Inputs = 2, Hidden = 3, Outputs = 1, Optimizer = "lbfgs", Precision = Precision.Double)]
public sealed partial class GuardedSecondOrder;

/// <summary>Two threads that change one network at once are told so.</summary>
public class TrainingGuardTests
{
    private static readonly float[] Inputs = RandomInputs();
    private static readonly int[] Labels = [.. Enumerable.Range(0, 60).Select(i => i % 3)];

    public static TheoryData<string> Changes => ["Fit", "Train", "Backward", "Update", "Initialize", "SetParameters", "Labels"];

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_changes_the_network_throws_while_another_thread_is_in_Fit(string change)
    {
        AssertRefused(new GuardedXor(), (network, options) => network.Fit(Xor.SingleInputs, Xor.SingleTargets, options), network =>
        {
            Change<float>(network, change, Xor.SingleInputs, Xor.SingleTargets, new float[GuardedXor.ParameterCount]);
        });
        AssertRefused(new GuardedClassifier(), (network, options) => network.Fit(Inputs, Labels, options), network =>
        {
            if (change == "Labels")
            {
                network.Train(Inputs, Labels, 0.01f);
            }

            Change<float>(network, change, Inputs, new float[3 * 60], new float[GuardedClassifier.ParameterCount]);
        });
        AssertRefused(new GuardedSecondOrder(), (network, options) => network.Fit(Xor.Inputs, Xor.Targets, options), network =>
        {
            Change<double>(network, change == "Update" ? "Train" : change, Xor.Inputs, Xor.Targets, new double[GuardedSecondOrder.ParameterCount]);
        });
    }

    [Fact]
    public void Of_two_trainings_at_once_one_is_refused_and_the_other_is_not_disturbed()
    {
        var network = new GuardedXor();
        TrainingReport expected = new GuardedXor().Fit(Xor.SingleInputs, Xor.SingleTargets, new() { Epochs = 50 });
        TrainingReport? actual = null;
        InFit(
            options => actual = network.Fit(Xor.SingleInputs, Xor.SingleTargets, options with { Epochs = 50 }),
            () => Assert.Throws<InvalidOperationException>(() => network.Fit(Xor.SingleInputs, Xor.SingleTargets)));
        Assert.Equal(expected.LossHistory, actual!.LossHistory);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Steps_of_two_threads_are_noticed(bool isLarge)
    {
        var small = new GuardedXor();
        var large = new GuardedClassifier();
        int refusals = 0;
        Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2 }, _ =>
        {
            long end = Environment.TickCount64 + 20_000;
            try
            {
                while (Volatile.Read(ref refusals) == 0 && Environment.TickCount64 < end)
                {
                    if (isLarge)
                    {
                        large.Train(Inputs, Labels, 0.01f);
                    }
                    else
                    {
                        small.Train(Xor.SingleInputs, Xor.SingleTargets, 0.1f);
                    }
                }
            }
            catch (InvalidOperationException)
            {
                Interlocked.Increment(ref refusals);
            }
        });
        Assert.True(refusals > 0);

        // Nobody is in it any more.
        large.Train(Inputs, Labels, 0.01f);
        OnAnotherThread(() => large.Fit(Inputs, Labels, new() { Epochs = 2 }));
    }

    [Fact]
    public void Reading_is_free_and_the_own_thread_may_do_what_it_likes()
    {
        var network = new GuardedXor();
        float[] parameters = new float[GuardedXor.ParameterCount];
        InFit(
            options => network.Fit(Xor.SingleInputs, Xor.SingleTargets, options with
            {
                Callbacks =
                [
                    .. options.Callbacks,
                    TrainingCallback.AfterEpoch(_ =>
                    {
                        network.GetParameters(parameters);
                        network.SetParameters(parameters);
                        network.Train(Xor.SingleInputs, Xor.SingleTargets, 0.1f);
                        network.Fit(Xor.SingleInputs, Xor.SingleTargets, new() { Epochs = 2 });
                        network.Backward(Xor.SingleInputs, Xor.SingleTargets);
                        network.Update(0.1f);
                    }),
                ],
            }),
            () =>
            {
                network.GetParameters(parameters);
                network.Forward(0, 1);
                network.Predict(Xor.SingleInputs, new float[4]);
                network.Evaluate(Xor.SingleInputs, Xor.SingleTargets);
            });
        OnAnotherThread(() => network.Train(Xor.SingleInputs, Xor.SingleTargets, 0.1f));
    }

    [Fact]
    public void Exceptions_leave_the_network_free()
    {
        var network = new GuardedXor();
        Assert.Throws<ArgumentException>(() => network.Train(Xor.SingleInputs, new float[3], 0.1f));
        Assert.Throws<ArgumentException>(() => network.SetParameters(new float[3]));
        Assert.Throws<ArgumentException>(() => network.Fit([float.NaN, 0], [1]));
        Assert.Throws<FormatException>(() => network.Fit(
            Xor.SingleInputs, Xor.SingleTargets, new() { Callbacks = [TrainingCallback.AfterEpoch(_ => throw new FormatException())] }));
        OnAnotherThread(() => network.Fit(Xor.SingleInputs, Xor.SingleTargets, new() { Epochs = 2 }));
    }

    private static void Change<T>(INetwork<T> network, string change, T[] inputs, T[] targets, T[] parameters)
        where T : unmanaged
    {
        switch (change)
        {
            case "Fit":
                network.Fit(inputs, targets);
                break;
            case "Train" or "Labels":
                network.Train(inputs, targets, default);
                break;
            case "Backward":
                network.Backward(inputs, targets);
                break;
            case "Update":
                network.Update(default);
                break;
            case "Initialize":
                network.Initialize(1);
                break;
            default:
                network.SetParameters(parameters);
                break;
        }
    }

    private static void AssertRefused<TNetwork>(TNetwork network, Action<TNetwork, TrainingOptions> fit, Action<TNetwork> change)
    {
        InFit(options => fit(network, options), () =>
        {
            InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => change(network));
            Assert.Contains("thread", exception.Message, StringComparison.Ordinal);
        });

        // And not afterwards.
        OnAnotherThread(() => change(network));
    }

    /// <summary>Does something on this thread while another one is in Fit, whose first callback waits for it.</summary>
    private static void InFit(Action<TrainingOptions> fit, Action action)
    {
        using var isInside = new ManualResetEventSlim();
        using var isDone = new ManualResetEventSlim();
        var options = new TrainingOptions
        {
            Epochs = 3,
            Callbacks =
            [
                TrainingCallback.AfterEpoch(_ =>
                {
                    isInside.Set();
                    isDone.Wait();
                }),
            ],
        };
        Task training = Task.Factory.StartNew(
            () => fit(options), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            Assert.True(isInside.Wait(TimeSpan.FromSeconds(60)) || training.IsFaulted);
            action();
        }
        finally
        {
            isDone.Set();
#pragma warning disable xUnit1031 // The thread that waits is the one of the test.
            training.Wait();
#pragma warning restore xUnit1031
        }
    }

    private static void OnAnotherThread(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action));
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }

    private static float[] RandomInputs()
    {
        var random = new RandomSource(1);
        float[] inputs = new float[30 * 60];
        Initialization.Normal<float>(ref random, inputs, 1);
        return inputs;
    }
}
