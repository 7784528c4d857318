using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>Spells a network as C#: one file for each concern.</summary>
internal static class NetworkEmitter
{
    public static IEnumerable<SourceFile> Emit(NetworkPlan plan)
    {
        var words = new Vocabulary(plan);
        TierEmitter tier = TierEmitter.Of(plan);
        string contract = plan.HasClasses ? "Classifier" : "Network";
        yield return GeneratedFile.Create(
            plan, string.Empty, $" : global::XorGen.I{contract}<{words.T}>, {words.Trainable}{tier.FurtherInterfaces}", writer => TypeEmitter.Write(writer, words, tier));
        yield return GeneratedFile.Create(
            plan,
            ".Forward",
            string.Empty,
            writer =>
            {
                tier.WriteForward(writer);
                AnswerEmitter.Write(writer, words);
                ActivationEmitter.WriteFunctions(writer, words);
            });
        yield return GeneratedFile.Create(
            plan,
            ".Backward",
            string.Empty,
            writer =>
            {
                BackwardEmitter.Write(writer, words);
                tier.WriteBackward(writer);
                ActivationEmitter.WriteSlopes(writer, words);
            });
        yield return GeneratedFile.Create(
            plan,
            ".Update",
            string.Empty,
            plan.Algorithm is null ? tier.WriteUpdate : writer => AlgorithmEmitter.WriteUpdate(writer, words));
        yield return GeneratedFile.Create(plan, ".Files", string.Empty, writer => FilesEmitter.Write(writer, words));
        yield return GeneratedFile.Create(plan, ".Training", string.Empty, writer => TrainingEmitter.Write(writer, words, tier));
    }
}
