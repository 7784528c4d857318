using XorGen.Generator.Model;

namespace XorGen.Generator.Parsing;

/// <summary>What was read from one declaration: a specification, or none when there is an error; and what to say.</summary>
internal sealed record ParseResult(NetworkSpec? Spec, EquatableArray<DiagnosticInfo> Diagnostics);
