using XorGen.Numerics;

namespace XorGen.Sample.Problems.Control;

/// <summary>
/// A rigid pendulum whose motor is too weak to lift it at once: it has to be swung. Equations, numbers and costs are those of the
/// environment Pendulum-v1 of OpenAI Gym.
/// </summary>
/// <param name="angle">The angle from the upright position, in radians.</param>
/// <param name="velocity">The angular velocity, in radians a second.</param>
internal struct Pendulum(double angle, double velocity)
{
    /// <summary>The time of a step, in seconds.</summary>
    public const double TimeStep = 0.05;

    /// <summary>The largest torque of the motor, in newton metres; the weight's is up to five.</summary>
    public const double LargestTorque = 2;

    private const double Gravity = 10;
    private const double Mass = 1;
    private const double Length = 1;
    private const double LargestVelocity = 8;

    /// <summary>Gets the angle from the upright position, from -pi to pi.</summary>
    public readonly double Angle => Math.IEEERemainder(angle, 2 * Math.PI);

    /// <summary>Gets the angular velocity.</summary>
    public readonly double Velocity => velocity;

    /// <summary>Returns a pendulum at any angle, turning slowly.</summary>
    public static Pendulum Random(ref RandomSource random) =>
        new(Math.PI * ((2 * random.NextDouble()) - 1), (2 * random.NextDouble()) - 1);

    /// <summary>Writes what a policy sees: cosine and sine of the angle, and the velocity.</summary>
    public readonly void Observe(Span<float> observation)
    {
        (double sine, double cosine) = Math.SinCos(angle);
        observation[0] = (float)cosine;
        observation[1] = (float)sine;
        observation[2] = (float)velocity;
    }

    /// <summary>Applies a torque for a step and returns what the step costs.</summary>
    public double Step(double torque)
    {
        double applied = Math.Clamp(torque, -LargestTorque, LargestTorque);
        double cost = (Angle * Angle) + (0.1 * velocity * velocity) + (0.001 * applied * applied);
        double acceleration = (1.5 * Gravity / Length * Math.Sin(angle)) + (3 / (Mass * Length * Length) * applied);
        velocity = Math.Clamp(velocity + (acceleration * TimeStep), -LargestVelocity, LargestVelocity);
        angle += velocity * TimeStep;
        return cost;
    }
}
