namespace XorGen.Generator.Expressions;

/// <summary>Spells trees as C#.</summary>
internal abstract class Dialect
{
    /// <summary>The name of the type of values.</summary>
    public abstract string Type { get; }

    public string Print(Expression tree) => tree switch
    {
        Constant c => PrintConstant(c.Value),
        Variable v => v.Name,
        Broadcast s => PrintBroadcast(s.Name),
        Unary u => PrintUnary(u.Operator, u.Operand),
        Binary b => PrintBinary(b.Operator, b.Left, b.Right),
        FusedMultiplyAdd f => PrintFusedMultiplyAdd(f),
        Select s => PrintSelect(s),
        Function f => PrintFunction(f.Name, f.Argument),
        BinaryFunction f => PrintFunction(f.Name, f.First, f.Second),
        Call c => $"{c.Name}{CallGenerics}({string.Join(", ", c.Parts().Select(Print))})",
        _ => throw new InvalidOperationException($"No spelling for {tree.GetType().Name}."),
    };

    /// <summary>The type arguments of a generated method's call.</summary>
    protected virtual string CallGenerics => string.Empty;

    protected abstract string PrintConstant(double value);

    protected abstract string PrintBroadcast(string name);

    protected abstract string PrintUnary(UnaryOperator operation, Expression operand);

    protected abstract string PrintBinary(BinaryOperator operation, Expression left, Expression right);

    protected abstract string PrintFusedMultiplyAdd(FusedMultiplyAdd node);

    protected abstract string PrintSelect(Select node);

    protected abstract string PrintFunction(FunctionName name, params Expression[] arguments);
}
