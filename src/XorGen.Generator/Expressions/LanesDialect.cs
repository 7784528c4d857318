using XorGen.Generator.Model;

namespace XorGen.Generator.Expressions;

/// <summary>Spells trees as C# over the vectors of a lanes type: one text for every width.</summary>
/// <param name="number">The type of a lane.</param>
/// <param name="vector">The name of the vector type.</param>
/// <param name="lanes">The name of the type of its operations.</param>
internal sealed class LanesDialect(NumberFormat number, string vector, string lanes) : Dialect
{
    public override string Type => vector;

    /// <summary>The name of the type of the operations.</summary>
    public string Lanes => lanes;

    protected override string CallGenerics => $"<{vector}, {lanes}>";

    protected override string PrintConstant(double value) =>
        value == 0 && !value.IsNegativeZero() ? $"{lanes}.Zero" : $"{lanes}.Create({number.Literal(value)})";

    protected override string PrintBroadcast(string name) => $"{lanes}.Create({name})";

    protected override string PrintUnary(UnaryOperator operation, Expression operand) => Call(operation.ToString(), operand);

    protected override string PrintBinary(BinaryOperator operation, Expression left, Expression right) =>
        Call(operation.ToString(), left, right);

    protected override string PrintFusedMultiplyAdd(FusedMultiplyAdd node) =>
        Call("FusedMultiplyAdd", node.A, node.B, node.C);

    protected override string PrintSelect(Select node) =>
        $"{lanes}.Select({Call(node.Comparison.ToString(), node.Left, node.Right)}, {Print(node.WhenTrue)}, {Print(node.WhenFalse)})";

    protected override string PrintFunction(FunctionName name, params Expression[] arguments) =>
        $"{number.ElementaryClass()}.{name}<{vector}, {lanes}>({string.Join(", ", arguments.Select(Print))})";

    private string Call(string name, params Expression[] arguments) =>
        $"{lanes}.{name}({string.Join(", ", arguments.Select(Print))})";
}
