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
            int {{contract}}.StateCount => {{plan.Step.States.Count}};

            {{Vocabulary.Generated}}
            int {{contract}}.CounterCount => {{plan.Step.Counters.Count}};
            """);
        writer.Separate();
        writer.Write(Vocabulary.Generated);
        writer.Open($"void {contract}.GetState({words.Span} state, global::System.Span<double> counters)");
        WriteCheck(writer, plan);
        tier.WriteGetState(writer);
        WriteCounters(writer, plan, (counter, element) => $"{element} = {counter};");
        writer.Close();
        writer.Separate();
        writer.Write(Vocabulary.Generated);
        writer.Open($"void {contract}.SetState({words.ReadOnlySpan} state, global::System.ReadOnlySpan<double> counters)");
        WriteCheck(writer, plan);
        tier.WriteSetState(writer);
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

    private static void WriteCheck(SourceWriter writer, NetworkPlan plan)
    {
        writer.Write($"{Vocabulary.Check}.Length(state.Length, {1 + plan.Step.States.Count} * ParameterCount, nameof(state));");
        writer.Write($"{Vocabulary.Check}.Length(counters.Length, {plan.Step.Counters.Count}, nameof(counters));");
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
