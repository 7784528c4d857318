using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>Writes the members that return what a network says of samples: Predict, Classify and ClassifyRows.</summary>
internal static class AnswerEmitter
{
    public static void Write(SourceWriter writer, CodeNames names)
    {
        NetworkPlan plan = names.Plan;
        string read = $"global::System.ReadOnlySpan<{names.T}>";
        string field = MembersEmitter.Field;
        writer.Separate();
        writer.Write("/// <summary>Returns the outputs of any number of rows, in a new array.</summary>");
        writer.Write($"/// <param name=\"inputs\">Rows of {Values(plan.Spec.Inputs)}, one after the other.</param>");
        writer.Write($"/// <returns>As many rows of {Values(plan.Spec.Outputs)}.</returns>");
        writer.Write($"/// <exception cref=\"global::System.ArgumentException\">The length is not a multiple of {plan.Spec.Inputs}, or an array does not hold so many outputs.</exception>");
        writer.Write($"public {names.Readonly}{names.T}[] Predict({read} inputs) => {field}.Predict(inputs);");
        if (!plan.HasClasses)
        {
            return;
        }

        string threshold = plan.ClassThreshold is { } one ? $", global::XorGen.Numerics.ClassRule.{one}" : string.Empty;
        string nan = $"-1 where {(plan.Spec.Outputs == 1 ? "the output is" : "all outputs are")} NaN";
        writer.Separate();
        writer.Write($"/// <summary>Returns the class that the outputs of one row predict: {Meaning(plan)}.</summary>");
        writer.Write($"/// <param name=\"input\">One row: {Values(plan.Spec.Inputs)}.</param>");
        writer.Write($"/// <returns>{Classes(plan)}; {nan}.</returns>");
        writer.Write($"/// <exception cref=\"global::System.ArgumentException\">The length is not {plan.Spec.Inputs}.</exception>");
        writer.Write($"public {names.Readonly}int Classify({read} input) => {field}.Classify(input{threshold});");
        writer.Separate();
        writer.Write($"/// <summary>Returns the class that the outputs of each row predict: {Meaning(plan)}.</summary>");
        writer.Write($"/// <param name=\"inputs\">Rows of {Values(plan.Spec.Inputs)}, one after the other.</param>");
        writer.Write($"/// <returns>A class for each row: {Classes(plan)}; {nan}.</returns>");
        writer.Write($"/// <exception cref=\"global::System.ArgumentException\">The length is not a multiple of {plan.Spec.Inputs}, or an array does not hold so many outputs.</exception>");
        writer.Write($"public {names.Readonly}int[] ClassifyRows({read} inputs) => {field}.ClassifyRows(inputs{threshold});");
    }

    private static string Values(int count) => count == 1 ? "1 value" : $"{count} values";

    private static string Classes(NetworkPlan plan) => plan.ClassThreshold is null ? $"From 0 to {plan.Spec.Outputs - 1}" : "0 or 1";

    private static string Meaning(NetworkPlan plan) => plan.ClassThreshold switch
    {
        null => "that of the largest, the first of equal ones",
        "Sign" => "1 where the output is above 0, else 0",
        _ => "1 where the output is above one half, else 0",
    };
}
