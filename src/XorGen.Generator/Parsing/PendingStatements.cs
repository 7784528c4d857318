using Microsoft.CodeAnalysis;

namespace XorGen.Generator.Parsing;

/// <summary>What of a body is still to be run: the statements of a block from a position on, then those behind the block.</summary>
internal sealed record PendingStatements(IReadOnlyList<IOperation> Statements, int Next, PendingStatements? Outer);
