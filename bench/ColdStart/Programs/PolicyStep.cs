using XorGen;

var inputs = new float[64 * 17];
var targets = new float[64 * 6];
Array.Fill(inputs, 0.5f);
var network = new Policy();
float first = network.Train(inputs, targets, 0.001f);
float second = network.Train(inputs, targets, 0.001f);
Console.WriteLine(second < first ? "XOR is learned." : "XOR is not learned.");

[Network(Inputs = 17, HiddenLayers = [64, 64], Outputs = 6, OutputActivation = Activations.Linear)]
internal sealed partial class Policy;
