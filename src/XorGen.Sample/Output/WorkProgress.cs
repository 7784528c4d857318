namespace XorGen.Sample.Output;

/// <summary>How far some work is.</summary>
/// <param name="Share">From 0 to 1.</param>
/// <param name="Text">What there is to say of it now.</param>
internal readonly record struct WorkProgress(double Share, string Text);
