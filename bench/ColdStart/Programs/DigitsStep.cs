using XorGen;

var inputs = new float[64 * 784];
var labels = new int[64];
Array.Fill(inputs, 0.5f);
var network = new Digits();
float first = network.Train(inputs, labels, 0.001f);
float second = network.Train(inputs, labels, 0.001f);
Console.WriteLine(second < first ? "XOR is learned." : "XOR is not learned.");

[Network(Inputs = 784, Hidden = 128, Outputs = 10, Activation = Activations.Relu, OutputActivation = Activations.Softmax)]
internal sealed partial class Digits;
