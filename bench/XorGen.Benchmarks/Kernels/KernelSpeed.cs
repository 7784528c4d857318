namespace XorGen.Benchmarks.Kernels;

/// <summary>What one core does at one vector width, in 10^9 floating-point operations a second.</summary>
/// <param name="Bits">The width.</param>
/// <param name="Peak">The loop of fused multiply-adds.</param>
/// <param name="Forward">The forward product of 64 rows at 784-128.</param>
/// <param name="WeightGradient">The weight gradient of 64 rows at 784-128, with the step of gradient descent in its epilogue.</param>
internal sealed record KernelSpeed(int Bits, double Peak, double Forward, double WeightGradient);
