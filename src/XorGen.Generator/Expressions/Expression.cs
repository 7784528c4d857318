namespace XorGen.Generator.Expressions;

/// <summary>
/// A formula over scalars. Each node is one correctly rounded operation, or a function of the runtime, in every dialect
/// that it is printed in: so all the printed forms agree to the bit. A multiply-add is fused where the tree says so,
/// nowhere else. Trees are immutable and equal when they are the same formula.
/// </summary>
internal abstract record Expression
{
    public static implicit operator Expression(double value) => new Constant(value);

    public static Expression operator +(Expression a, Expression b) => new Binary(BinaryOperator.Add, a, b);

    public static Expression operator -(Expression a, Expression b) => new Binary(BinaryOperator.Subtract, a, b);

    public static Expression operator *(Expression a, Expression b) => new Binary(BinaryOperator.Multiply, a, b);

    public static Expression operator /(Expression a, Expression b) => new Binary(BinaryOperator.Divide, a, b);

    public static Expression operator -(Expression a) => new Unary(UnaryOperator.Negate, a);

    /// <summary>a * b + c, rounded once.</summary>
    public static Expression FusedMultiplyAdd(Expression a, Expression b, Expression c) => new FusedMultiplyAdd(a, b, c);

    public static Expression Abs(Expression a) => new Unary(UnaryOperator.Abs, a);

    public static Expression Sqrt(Expression a) => new Unary(UnaryOperator.Sqrt, a);

    /// <summary>a > b ? a : b.</summary>
    public static Expression Max(Expression a, Expression b) => new Binary(BinaryOperator.Max, a, b);

    /// <summary>a &lt; b ? a : b.</summary>
    public static Expression Min(Expression a, Expression b) => new Binary(BinaryOperator.Min, a, b);

    /// <summary>left > right ? whenTrue : whenFalse.</summary>
    public static Expression SelectGreater(Expression left, Expression right, Expression whenTrue, Expression whenFalse) =>
        new SelectGreater(left, right, whenTrue, whenFalse);

    public static Expression Exp(Expression a) => new Function("Exp", a);

    public static Expression Log(Expression a) => new Function("Log", a);

    public static Expression Tanh(Expression a) => new Function("Tanh", a);

    public static Expression Sigmoid(Expression a) => new Function("Sigmoid", a);

    /// <summary>log(1 + exp(a)).</summary>
    public static Expression Softplus(Expression a) => new Function("Softplus", a);
}

internal sealed record Constant(double Value) : Expression;

internal sealed record Variable(string Name) : Expression;

/// <summary>A single number, a parameter for example, that is the same in every lane.</summary>
internal sealed record Broadcast(string Name) : Expression;

internal sealed record Unary(UnaryOperator Operator, Expression Operand) : Expression;

internal sealed record Binary(BinaryOperator Operator, Expression Left, Expression Right) : Expression;

internal sealed record FusedMultiplyAdd(Expression A, Expression B, Expression C) : Expression;

internal sealed record SelectGreater(Expression Left, Expression Right, Expression WhenTrue, Expression WhenFalse) : Expression;

/// <summary>An elementary function of the runtime, by its name there.</summary>
internal sealed record Function(string Name, Expression Argument) : Expression;

internal enum UnaryOperator
{
    Negate,
    Abs,
    Sqrt,
}

internal enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Min,
    Max,
}
