using XorGen;

float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1];
float[] targets = [0, 1, 1, 0];
var network = new XorNet(3);
float loss = 1;
for (int step = 0; step < 2000 && loss > 0.01f; step++)
{
    loss = network.Train(inputs, targets, 0.1f);
}

Console.WriteLine(network.Forward(0, 1) > 0.5f ? "XOR is learned." : "XOR is not learned.");

[Network(Inputs = 2, Hidden = 2, Outputs = 1)]
internal sealed partial class XorNet;
