using XorGen;
using XorGen.Sample.Networks;
double[] x = [0, 0, 0, 1, 1, 0, 1, 1], y = [0, 1, 1, 0];
var z = new ZeroStart(); var r = z.Fit(x, y, new() { Epochs = 1000, LearningRate = 0.4 });
Console.WriteLine($"{r.FinalLoss:R} {r.LossHistory[0]:R} {r.LossHistory.Min():R} {r.LossHistory.Max():R} {z.Forward(0, 1)} {z.Forward(1, 1):R}");
int bs = 0, ts = 0;
for (int s = 0; s < 40; s++)
{
    var b = new SigmoidHidden(s); var rb = b.Fit(x, y, new() { Epochs = 100_000, LearningRate = 0.4, LossHistoryInterval = 100 });
    var c = new TanhHidden(s); var rc = c.Fit(x, y, new() { Epochs = 5_000, LearningRate = 0.4, LossHistoryInterval = 10 });
    bs += rb.FinalLoss < 0.1 ? 1 : 0; ts += rc.FinalLoss < 0.1 ? 1 : 0;
    var d = new XorNet(s); var rd = d.Fit([0, 0, 0, 1, 1, 0, 1, 1], [0, 1, 1, 0], new() { TargetLoss = 0.01 });
    Console.WriteLine($"{s}: {rb.FinalLoss:F6} {rb.Elapsed.TotalMilliseconds:F1}ms   {rc.FinalLoss:F6} {rc.Elapsed.TotalMilliseconds:F2}  | {rd.FinalLoss:F4} {rd.Epochs} {rd.Restarts} {rd.Elapsed.TotalMilliseconds:F2}");
}
Console.WriteLine($"{bs} {ts}");
