using XorGen.Generator.Catalogue.Optimizers;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>Writes what the training loop uses beyond the public members: the whole state, in and out.</summary>
internal static class StateEmitter
{
    public static void Write(SourceWriter writer, Vocabulary words, TierEmitter tier)
    {
        NetworkPlan plan = words.Plan;
        string contract = Contract(words);
        writer.Separate();
        writer.Write(
            $$"""
            {{Vocabulary.Generated}}
            int {{contract}}.Seed
            {
                get => _seed;
                set => _seed = value;
            }

            {{Vocabulary.Generated}}
            int {{contract}}.StateCount => {{StateCount(words)}};

            {{Vocabulary.Generated}}
            int {{contract}}.CounterCount => {{CounterCount(words)}};
            """);
        writer.Separate();
        writer.Write(Vocabulary.Generated);
        writer.Open($"void {contract}.GetState({words.Span} state, global::System.Span<double> counters)");
        WriteCheck(writer, words);
        tier.WriteGetState(writer);
        if (plan.Algorithm is not null)
        {
            AlgorithmEmitter.WriteGetState(writer);
        }

        WriteCounters(writer, plan, (counter, element) => $"{element} = {counter};");
        writer.Close();
        writer.Separate();
        writer.Write(Vocabulary.Generated);
        writer.Open($"void {contract}.SetState({words.ReadOnlySpan} state, global::System.ReadOnlySpan<double> counters)");
        GuardEmitter.WriteEnter(writer, words);
        WriteCheck(writer, words);
        tier.WriteSetState(writer);
        if (plan.Algorithm is not null)
        {
            AlgorithmEmitter.WriteSetState(writer, words);
        }

        WriteCounters(writer, plan, (counter, element) => $"{counter} = {element};");
        writer.Close();
    }

    /// <summary>Names the interface.</summary>
    public static string Contract(Vocabulary words) => $"global::XorGen.Training.ITrainable<{words.T}>";

    /// <summary>The part of "state" that holds a number for each parameter; part 0 is the parameters.</summary>
    public static string Part(int index) =>
        index == 0 ? "state.Slice(0, ParameterCount)"
        : index == 1 ? "state.Slice(ParameterCount, ParameterCount)"
        : $"state.Slice({index} * ParameterCount, ParameterCount)";

    private static string StateCount(Vocabulary words) =>
        words.Plan.Algorithm is null ? $"{words.Plan.Step.States.Count}" : AlgorithmEmitter.StateCount(words);

    private static string CounterCount(Vocabulary words) =>
        words.Plan.Algorithm is null ? $"{words.Plan.Step.Counters.Count}" : AlgorithmEmitter.CounterCount(words);

    private static void WriteCheck(SourceWriter writer, Vocabulary words)
    {
        string parts = words.Plan.Algorithm is null ? $"{1 + words.Plan.Step.States.Count}" : $"(1 + {StateCount(words)})";
        writer.Write($"{Vocabulary.Check}.Length(state.Length, {parts} * ParameterCount, \"state\");");
        writer.Write($"{Vocabulary.Check}.Length(counters.Length, {CounterCount(words)}, \"counters\");");
    }

    private static void WriteCounters(SourceWriter writer, NetworkPlan plan, Func<string, string, string> copy)
    {
        for (int i = 0; i < plan.Step.Counters.Count; i++)
        {
            Counter counter = plan.Step.Counters[i];
            writer.Write(copy(counter.Variable.Name, $"counters[{i}]"));
        }
    }
}
