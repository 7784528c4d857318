namespace XorGen.Generator.Emission;

/// <summary>
/// Writes what notices that two threads train one network at once. Only classes have it: a copy of a struct is another network, which would
/// take the mark of being trained with it.
/// </summary>
internal static class GuardEmitter
{
    /// <summary>The name of the field.</summary>
    public const string Field = "_guard";

    public static void WriteField(SourceWriter writer, Vocabulary words)
    {
        if (!words.Plan.Type.IsStruct)
        {
            writer.Separate();
            writer.Write($"/// <summary>Notices when two threads train this network at once.</summary>\nprivate global::XorGen.Training.TrainingGuard {Field};");
        }
    }

    /// <summary>Writes the first statement of a method that changes the network.</summary>
    public static void WriteEnter(SourceWriter writer, Vocabulary words, string method = "Enter")
    {
        if (!words.Plan.Type.IsStruct)
        {
            writer.Write($"using global::XorGen.Training.TrainingGuard.Scope exclusive = {Field}.{method}();");
        }
    }
}
