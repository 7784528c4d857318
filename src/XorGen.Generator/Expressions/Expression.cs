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
        new Select(Comparison.GreaterThan, left, right, whenTrue, whenFalse);

    /// <summary>left &lt;= right ? whenTrue : whenFalse.</summary>
    public static Expression SelectNotGreater(Expression left, Expression right, Expression whenTrue, Expression whenFalse) =>
        new Select(Comparison.LessThanOrEqual, left, right, whenTrue, whenFalse);

    /// <summary>left == right ? whenTrue : whenFalse.</summary>
    public static Expression SelectEqual(Expression left, Expression right, Expression whenTrue, Expression whenFalse) =>
        new Select(Comparison.Equal, left, right, whenTrue, whenFalse);

    /// <summary>1, -1 or 0. Zero of NaN.</summary>
    public static Expression Sign(Expression a) => SelectGreater(a, 0, 1, SelectGreater(0, a, -1, 0));

    public static Expression Exp(Expression a) => new Function(FunctionName.Exp, a);

    /// <summary>exp(a) - 1.</summary>
    public static Expression Expm1(Expression a) => new Function(FunctionName.Expm1, a);

    public static Expression Log(Expression a) => new Function(FunctionName.Log, a);

    /// <summary>log(1 + a).</summary>
    public static Expression Log1p(Expression a) => new Function(FunctionName.Log1p, a);

    public static Expression Tanh(Expression a) => new Function(FunctionName.Tanh, a);

    public static Expression Sigmoid(Expression a) => new Function(FunctionName.Sigmoid, a);

    /// <summary>log(1 + exp(a)).</summary>
    public static Expression Softplus(Expression a) => new Function(FunctionName.Softplus, a);

    public static Expression Erf(Expression a) => new Function(FunctionName.Erf, a);

    public static Expression Sin(Expression a) => new Function(FunctionName.Sin, a);

    public static Expression Cos(Expression a) => new Function(FunctionName.Cos, a);

    public static Expression Atan(Expression a) => new Function(FunctionName.Atan, a);

    /// <summary>sqrt(a^2 + b^2).</summary>
    public static Expression Hypot(Expression a, Expression b) => new BinaryFunction(FunctionName.Hypot, a, b);
}

/// <summary>A number. Those of the same bits are the same: 0 and -0 are two.</summary>
internal sealed record Constant(double Value) : Expression
{
    public bool Equals(Constant? other) => other is not null && Bits == other.Bits;

    public override int GetHashCode() => Bits.GetHashCode();

    private long Bits => BitConverter.DoubleToInt64Bits(Value);
}

internal sealed record Variable(string Name) : Expression;

/// <summary>A single number, a parameter for example, that is the same in every lane.</summary>
internal sealed record Broadcast(string Name) : Expression;

internal sealed record Unary(UnaryOperator Operator, Expression Operand) : Expression;

internal sealed record Binary(BinaryOperator Operator, Expression Left, Expression Right) : Expression;

internal sealed record FusedMultiplyAdd(Expression A, Expression B, Expression C) : Expression;

/// <summary>One of two values: the first where the comparison holds, which it does not for a NaN.</summary>
internal sealed record Select(Comparison Comparison, Expression Left, Expression Right, Expression WhenTrue, Expression WhenFalse) : Expression;

/// <summary>An elementary function of the runtime.</summary>
internal sealed record Function(FunctionName Name, Expression Argument) : Expression;

/// <summary>An elementary function of the runtime that has two arguments.</summary>
internal sealed record BinaryFunction(FunctionName Name, Expression First, Expression Second) : Expression;

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

    /// <summary>The product, in no more time where it or a factor is subnormal.</summary>
    MultiplySubnormal,

    Min,
    Max,
}

/// <summary>A call of a generated method that computes a formula which is too long for one line.</summary>
internal sealed record Call(string Name, Expression First, Expression? Second) : Expression;

/// <summary>A comparison, by the name of its operation on lanes.</summary>
internal enum Comparison
{
    GreaterThan,
    GreaterThanOrEqual,
    LessThan,
    LessThanOrEqual,
    Equal,
}

/// <summary>The elementary functions, by their names in the runtime.</summary>
internal enum FunctionName
{
    Exp,
    Expm1,
    Log,
    Log1p,
    Tanh,
    Sigmoid,
    Softplus,
    Erf,
    Sin,
    Cos,
    Atan,
    Sinh,
    Cosh,
    Tan,
    Asin,
    Acos,
    Asinh,
    Acosh,
    Atanh,
    Cbrt,
    Exp2,
    Exp10,
    Log2,
    Log10,

    /// <summary>Of two arguments, as the following ones: a^b.</summary>
    Pow,

    /// <summary>The angle of the point whose coordinates are b and a.</summary>
    Atan2,
    Hypot,

    /// <summary>The larger number: NaN where either is NaN, 0 of two zeros unless both are -0.</summary>
    Maximum,

    /// <summary>The smaller number: NaN where either is NaN, -0 of two zeros unless both are 0.</summary>
    Minimum,
}
