namespace XorGen.Generator.Catalogue.Initializers;

/// <summary>How a run of parameters starts.</summary>
internal abstract record Distribution;

/// <summary>All zero.</summary>
internal sealed record AllZero : Distribution;

/// <summary>Uniform in [Low, High).</summary>
internal sealed record UniformDistribution(double Low, double High) : Distribution;

/// <summary>Normal around zero.</summary>
internal sealed record NormalDistribution(double StandardDeviation) : Distribution;
