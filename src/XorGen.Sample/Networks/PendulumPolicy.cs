namespace XorGen.Sample.Networks;

/// <summary>Cosine and sine of a pendulum's angle and its angular velocity to a torque, of which 1 is the largest.</summary>
[Network(
    Inputs = 3, HiddenLayers = new[] { 16, 16 }, Outputs = 1,
    OutputActivation = Activations.Tanh)]
public partial class PendulumPolicy;
