using XorGen.Sample.Networks;

namespace XorGen.Sample.Problems.Control;

/// <summary>A pendulum under the control of a policy.</summary>
internal static class Swing
{
    /// <summary>Lets a policy act for some steps and returns what they cost, the angle after each of them in <paramref name="angles"/> if there is room.</summary>
    public static double Run(PendulumPolicy policy, Pendulum pendulum, int steps, Span<double> angles = default)
    {
        Span<float> observation = stackalloc float[PendulumPolicy.InputCount];
        double cost = 0;
        for (int step = 0; step < steps; step++)
        {
            pendulum.Observe(observation);
            cost += pendulum.Step(Pendulum.LargestTorque * policy.Forward(observation[0], observation[1], observation[2]));
            if (step < angles.Length)
            {
                angles[step] = pendulum.Angle;
            }
        }

        return cost;
    }
}
