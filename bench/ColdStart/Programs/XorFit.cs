using XorGen;

float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1];
float[] targets = [0, 1, 1, 0];
var network = new XorNet();
TrainingReport report = network.Fit(inputs, targets, new TrainingOptions { Epochs = 2000, TargetLoss = 0.01 });
Console.WriteLine(report.StopReason == StopReason.TargetReached && network.Forward(0, 1) > 0.5f ? "XOR is learned." : "XOR is not learned.");

[Network(Inputs = 2, Hidden = 2, Outputs = 1)]
internal sealed partial class XorNet;
