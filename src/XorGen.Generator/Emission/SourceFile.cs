namespace XorGen.Generator.Emission;

/// <summary>A generated file.</summary>
internal sealed record SourceFile(string HintName, string Text);
