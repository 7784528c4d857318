using XorGen.Sample.Plots;

namespace XorGen.Sample.Problems;

/// <summary>What became of a problem.</summary>
/// <param name="GoalMet">Whether the network does as well as it should.</param>
/// <param name="Verdict">How well it does, beside the goal.</param>
/// <param name="Draw">Draws the pictures.</param>
internal sealed record Solution(bool GoalMet, string Verdict, Func<IReadOnlyList<Picture>> Draw);
