using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>Writes the members that return what a network says of rows: Predict, Classify and ClassifyRows.</summary>
internal static class AnswerEmitter
{
    /// <summary>A row of more outputs is not put on the stack.</summary>
    private const int MostValuesOnStack = 1024;

    private const string Rule = $"{Vocabulary.Numerics}.ClassRule";

    public static void Write(SourceWriter writer, Vocabulary words)
    {
        WritePredict(writer, words);
        if (words.Plan.HasClasses)
        {
            WriteClassify(writer, words);
            WriteClassifyRows(writer, words);
        }
    }

    private static void WritePredict(SourceWriter writer, Vocabulary words)
    {
        writer.Separate();
        writer.Write(
            $$"""
            /// <summary>Returns the outputs of any number of rows, in a new array.</summary>
            /// <param name="inputs">Rows of {{Values(words.Plan.Spec.Inputs)}}, one after the other.</param>
            /// <returns>As many rows of {{Values(words.Plan.Spec.Outputs)}}.</returns>
            /// <exception cref="global::System.ArgumentException">The length is not a multiple of {{words.Plan.Spec.Inputs}}, or an array does not hold so many outputs.</exception>
            {{Vocabulary.Generated}}
            public {{words.Readonly}}{{words.T}}[] Predict({{words.ReadOnlySpan}} inputs)
            {
                {{words.T}}[] outputs = new {{words.T}}[{{Vocabulary.Check}}.OutputLength(inputs.Length, InputCount, OutputCount, "inputs")];
                Predict(inputs, outputs);
                return outputs;
            }
            """);
    }

    private static void WriteClassify(SourceWriter writer, Vocabulary words)
    {
        NetworkPlan plan = words.Plan;
        string output = plan.Spec.Outputs <= MostValuesOnStack
            ? $"{words.Span} output = stackalloc {words.T}[OutputCount];"
            : $"{words.Span} output = new {words.T}[OutputCount];";
        string result = plan.ClassThreshold is { } threshold
            ? $"{Rule}.OfOne<{words.T}>(output[0], {Rule}.{threshold})"
            : $"{Rule}.OfSeveral<{words.T}>(output)";
        writer.Separate();
        writer.Write(
            $$"""
            /// <summary>Returns the class that the outputs of one row predict: {{Meaning(plan)}}.</summary>
            /// <param name="input">One row: {{Values(plan.Spec.Inputs)}}.</param>
            /// <returns>{{Classes(plan)}}; -1 where {{(plan.Spec.Outputs == 1 ? "the output is" : "all outputs are")}} NaN.</returns>
            /// <exception cref="global::System.ArgumentException">The length is not {{plan.Spec.Inputs}}.</exception>
            {{Vocabulary.Generated}}
            public {{words.Readonly}}int Classify({{words.ReadOnlySpan}} input)
            {
                {{output}}
                Forward(input, output);
                return {{result}};
            }
            """);
    }

    private static void WriteClassifyRows(SourceWriter writer, Vocabulary words)
    {
        NetworkPlan plan = words.Plan;
        string result = plan.ClassThreshold is { } threshold
            ? $"{Rule}.OfEachOne<{words.T}>(Predict(inputs), {Rule}.{threshold})"
            : $"{Rule}.OfEachRow<{words.T}>(Predict(inputs), OutputCount)";
        writer.Separate();
        writer.Write(
            $$"""
            /// <summary>Returns the class that the outputs of each row predict: {{Meaning(plan)}}.</summary>
            /// <param name="inputs">Rows of {{Values(plan.Spec.Inputs)}}, one after the other.</param>
            /// <returns>A class for each row: {{Classes(plan)}}; -1 where {{(plan.Spec.Outputs == 1 ? "the output is" : "all outputs are")}} NaN.</returns>
            /// <exception cref="global::System.ArgumentException">The length is not a multiple of {{plan.Spec.Inputs}}, or an array does not hold so many outputs.</exception>
            {{Vocabulary.Generated}}
            public {{words.Readonly}}int[] ClassifyRows({{words.ReadOnlySpan}} inputs)
            {
                return {{result}};
            }
            """);
    }

    private static string Values(int count) => count == 1 ? "1 value" : $"{count} values";

    private static string Classes(NetworkPlan plan) => plan.ClassThreshold is null ? $"From 0 to {plan.Spec.Outputs - 1}" : "0 or 1";

    private static string Meaning(NetworkPlan plan) => plan.ClassThreshold switch
    {
        null => "that of the largest, the first of equal ones",
        "Sign" => "1 where the output is above 0, else 0",
        "LogProbability" => "1 where the output is above -log 2, the logarithm of one half, else 0",
        _ => "1 where the output is above one half, else 0",
    };
}
