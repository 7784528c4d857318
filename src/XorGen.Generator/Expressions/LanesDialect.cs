using XorGen.Generator.Model;

namespace XorGen.Generator.Expressions;

/// <summary>Spells trees as C# over the vectors of a lanes type: one text for every width.</summary>
/// <param name="number">The type of a lane.</param>
/// <param name="vector">The name of the vector type.</param>
/// <param name="lanes">The name of the type of its operations.</param>
/// <param name="functions">The name of the class of elementary functions.</param>
internal sealed class LanesDialect(NumberFormat number, string vector, string lanes, string functions) : Dialect
{
    public override string Type => vector;

    /// <summary>The name of the type of the operations.</summary>
    public string Lanes => lanes;

    protected override string CallGenerics => $"<{vector}, {lanes}>";

    protected override string PrintConstant(double value) =>
        value == 0 && !value.IsNegativeZero() ? $"{lanes}.Zero" : $"{lanes}.Create({number.Literal(value)})";

    protected override string PrintBroadcast(string name) => $"{lanes}.Create({name})";

    protected override string PrintUnary(UnaryOperator operation, Expression operand) => Call(operation.ToString(), operand);

    protected override string PrintBinary(BinaryOperator operation, Expression left, Expression right) => (operation, left, right) switch
    {
        (BinaryOperator.Multiply, _, Broadcast b) => $"{lanes}.Multiply({Print(left)}, {b.Name})",
        (BinaryOperator.Multiply, Broadcast b, _) => $"{lanes}.Multiply({Print(right)}, {b.Name})",
        _ => Call(operation.ToString(), left, right),
    };

    /// <summary>A single number as a factor has a method of its own, and the sum comes first: what is nested in it is computed first, so a chain of products needs no names.</summary>
    protected override string PrintFusedMultiplyAdd(FusedMultiplyAdd node) => node switch
    {
        { B: Broadcast b } => $"{lanes}.AddProduct({Print(node.C)}, {Print(node.A)}, {b.Name})",
        { A: Broadcast a } => $"{lanes}.AddProduct({Print(node.C)}, {Print(node.B)}, {a.Name})",
        _ => Call("FusedMultiplyAdd", node.A, node.B, node.C),
    };

    protected override string PrintSelect(Select node) =>
        $"{lanes}.Select({Call(node.Comparison.ToString(), node.Left, node.Right)}, {Print(node.WhenTrue)}, {Print(node.WhenFalse)})";

    protected override string PrintFunction(FunctionName name, params Expression[] arguments) =>
        $"{functions}.{name}<{vector}, {lanes}>({string.Join(", ", arguments.Select(Print))})";

    private string Call(string name, params Expression[] arguments) =>
        $"{lanes}.{name}({string.Join(", ", arguments.Select(Print))})";
}
