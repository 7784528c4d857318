using XorGen.Generator.Model;

namespace XorGen.Generator.Expressions;

/// <summary>Spells trees as C# over float or double.</summary>
/// <param name="number">The type of a number.</param>
/// <param name="functions">The name of the class of elementary functions.</param>
internal sealed class ScalarDialect(NumberFormat number, string functions) : Dialect
{
    public override string Type => number.Keyword();

    protected override string PrintConstant(double value) => number.Literal(value);

    protected override string PrintBroadcast(string name) => name;

    protected override string PrintUnary(UnaryOperator operation, Expression operand) => operation switch
    {
        UnaryOperator.Negate => "-" + Operand(operand),
        UnaryOperator.Abs => $"{number.MathClass()}.Abs({Print(operand)})",
        _ => $"{number.MathClass()}.Sqrt({Print(operand)})",
    };

    protected override string PrintBinary(BinaryOperator operation, Expression left, Expression right) => operation switch
    {
        BinaryOperator.Add => $"{Operand(left)} + {Operand(right)}",
        BinaryOperator.Subtract => $"{Operand(left)} - {Operand(right)}",
        BinaryOperator.Multiply or BinaryOperator.MultiplySubnormal => $"{Operand(left)} * {Operand(right)}",
        BinaryOperator.Divide => $"{Operand(left)} / {Operand(right)}",
        BinaryOperator.Max => $"({Operand(left)} > {Operand(right)} ? {Operand(left)} : {Operand(right)})",
        _ => $"({Operand(left)} < {Operand(right)} ? {Operand(left)} : {Operand(right)})",
    };

    protected override string PrintFusedMultiplyAdd(FusedMultiplyAdd node) =>
        $"{number.MathClass()}.FusedMultiplyAdd({Print(node.A)}, {Print(node.B)}, {Print(node.C)})";

    protected override string PrintSelect(Select node) =>
        $"({Operand(node.Left)} {Symbol(node.Comparison)} {Operand(node.Right)} ? {Operand(node.WhenTrue)} : {Operand(node.WhenFalse)})";

    protected override string PrintFunction(FunctionName name, params Expression[] arguments) =>
        $"{functions}.{name}({string.Join(", ", arguments.Select(Print))})";

    private static string Symbol(Comparison comparison) => comparison switch
    {
        Comparison.GreaterThan => ">",
        Comparison.GreaterThanOrEqual => ">=",
        Comparison.LessThan => "<",
        Comparison.LessThanOrEqual => "<=",
        _ => "==",
    };

    private string Operand(Expression tree)
    {
        string text = Print(tree);
        return tree is Binary { Operator: not (BinaryOperator.Max or BinaryOperator.Min) } or Unary { Operator: UnaryOperator.Negate }
            || (tree is Constant && text[0] == '-')
            ? $"({text})"
            : text;
    }
}
