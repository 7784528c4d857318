namespace XorGen.Generator.Catalogue.Initializers;

/// <summary>How a run of parameters starts.</summary>
internal abstract record Distribution;

/// <summary>All the same.</summary>
internal sealed record ConstantStart(double Value) : Distribution;

/// <summary>Uniform in [Low, High).</summary>
internal sealed record UniformDistribution(double Low, double High) : Distribution;

/// <summary>Normal around zero.</summary>
internal sealed record NormalDistribution(double StandardDeviation) : Distribution;

/// <summary>Normal around zero, drawn again beyond two standard deviations.</summary>
internal sealed record TruncatedNormalDistribution(double StandardDeviation) : Distribution;

/// <summary>A layer's weights as a whole: rows or columns orthogonal to each other, of length Gain.</summary>
internal sealed record OrthogonalStart(double Gain) : Distribution;

/// <summary>A layer's weights as a whole, or its biases: neurons whose active regions share out the inputs between them.</summary>
internal sealed record NguyenWidrowStart(double Scale) : Distribution;
