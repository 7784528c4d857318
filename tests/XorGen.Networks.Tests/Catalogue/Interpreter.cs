using XorGen.Generator.Expressions;
using static XorGen.Generator.Expressions.UnaryOperator;

namespace XorGen.Catalogue;

/// <summary>Computes trees in double precision with the mathematics of System.Math: the meaning of every node, written down once more.</summary>
internal static class Interpreter
{
    public static double Evaluate(this Expression tree, params (string Name, double Value)[] variables) => tree switch
    {
        Constant c => c.Value,
        Variable v => variables.Single(variable => variable.Name == v.Name).Value,
        Broadcast b => variables.Single(variable => variable.Name == b.Name).Value,
        Unary u => OfUnary(u.Operator, u.Operand.Evaluate(variables)),
        Binary b => OfBinary(b.Operator, b.Left.Evaluate(variables), b.Right.Evaluate(variables)),
        FusedMultiplyAdd f => Math.FusedMultiplyAdd(f.A.Evaluate(variables), f.B.Evaluate(variables), f.C.Evaluate(variables)),
        Select s => Holds(s.Comparison, s.Left.Evaluate(variables), s.Right.Evaluate(variables))
            ? s.WhenTrue.Evaluate(variables)
            : s.WhenFalse.Evaluate(variables),
        Function f => OfFunction(f.Name, f.Argument.Evaluate(variables)),
        BinaryFunction f => OfFunction(f.Name, f.First.Evaluate(variables), f.Second.Evaluate(variables)),
        _ => throw new ArgumentException($"No meaning of {tree.GetType().Name}.", nameof(tree)),
    };

    private static double OfUnary(UnaryOperator operation, double x) => operation switch
    {
        Negate => -x,
        Abs => Math.Abs(x),
        Sqrt => Math.Sqrt(x),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private static double OfBinary(BinaryOperator operation, double a, double b) => operation switch
    {
        BinaryOperator.Add => a + b,
        BinaryOperator.Subtract => a - b,
        BinaryOperator.Multiply => a * b,
        BinaryOperator.Divide => a / b,
        BinaryOperator.Max => a > b ? a : b,
        BinaryOperator.Min => a < b ? a : b,
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private static bool Holds(Comparison comparison, double a, double b) => comparison switch
    {
        Comparison.GreaterThan => a > b,
        Comparison.GreaterThanOrEqual => a >= b,
        Comparison.LessThan => a < b,
        Comparison.LessThanOrEqual => a <= b,
        Comparison.Equal => a == b,
        _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
    };

    private static double OfFunction(FunctionName name, double x) => name switch
    {
        FunctionName.Exp => Math.Exp(x),
        FunctionName.Expm1 => PlainMath.Expm1(x),
        FunctionName.Log => Math.Log(x),
        FunctionName.Log1p => PlainMath.Log1p(x),
        FunctionName.Tanh => Math.Tanh(x),
        FunctionName.Sigmoid => PlainMath.Sigmoid(x),
        FunctionName.Softplus => PlainMath.Softplus(x),
        FunctionName.Erf => PlainMath.Erf(x),
        FunctionName.Sin => Math.Sin(x),
        FunctionName.Cos => Math.Cos(x),
        FunctionName.Atan => Math.Atan(x),
        FunctionName.Sinh => Math.Sinh(x),
        FunctionName.Cosh => Math.Cosh(x),
        FunctionName.Tan => Math.Tan(x),
        FunctionName.Asin => Math.Asin(x),
        FunctionName.Acos => Math.Acos(x),
        FunctionName.Asinh => Math.Asinh(x),
        FunctionName.Acosh => Math.Acosh(x),
        FunctionName.Atanh => Math.Atanh(x),
        FunctionName.Cbrt => Math.Cbrt(x),
        FunctionName.Exp2 => double.Exp2(x),
        FunctionName.Exp10 => double.Exp10(x),
        FunctionName.Log2 => Math.Log2(x),
        FunctionName.Log10 => Math.Log10(x),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static double OfFunction(FunctionName name, double a, double b) => name switch
    {
        FunctionName.Pow => Math.Pow(a, b),
        FunctionName.Atan2 => Math.Atan2(a, b),
        FunctionName.Hypot => double.Hypot(a, b),
        FunctionName.Maximum => Math.Max(a, b),
        FunctionName.Minimum => Math.Min(a, b),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
