using XorGen.Numerics;
using XorGen.Sample.Networks;

namespace XorGen.Sample.Problems.Control;

/// <summary>A swing of a trained policy from a place that it was not trained on.</summary>
/// <param name="Angles">The angle at the start and after each step.</param>
/// <param name="Cost">What the swing cost in the time of a training swing.</param>
internal sealed record PendulumTest(double[] Angles, double Cost)
{
    /// <summary>The number of swings of the test.</summary>
    public const int Count = 100;

    /// <summary>The steps of each: twenty seconds.</summary>
    private const int Steps = 400;

    private const int StepsUp = 200;
    private const double Upright = 0.2;

    /// <summary>Gets a value indicating whether the pendulum was upright, to within 0.2 radians, for the whole of the last ten seconds.</summary>
    public bool StaysUp => Angles.TakeLast(StepsUp).All(angle => Math.Abs(angle) < Upright);

    /// <summary>Gets after how many seconds it was upright for good.</summary>
    public double UpAfter => Pendulum.TimeStep * (1 + Array.FindLastIndex(Angles, angle => Math.Abs(angle) >= Upright));

    /// <summary>Swings from rest at the bottom, and from places at random.</summary>
    public static IReadOnlyList<PendulumTest> Run(PendulumPolicy policy, int seed)
    {
        var random = new RandomSource(seed);
        var tests = new List<PendulumTest>();
        for (int i = 0; i < Count; i++)
        {
            Pendulum start = i == 0 ? new Pendulum(Math.PI, 0) : Pendulum.Random(ref random);
            var angles = new double[Steps + 1];
            angles[0] = start.Angle;
            Swing.Run(policy, start, Steps, angles.AsSpan(1));
            tests.Add(new PendulumTest(angles, Swing.Run(policy, start, PendulumTraining.Steps)));
        }

        return tests;
    }
}
