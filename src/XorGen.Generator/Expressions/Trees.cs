namespace XorGen.Generator.Expressions;

/// <summary>Questions about trees.</summary>
internal static class Trees
{
    /// <summary>Whether a variable occurs in a tree.</summary>
    public static bool Mentions(this Expression tree, Variable variable) => tree switch
    {
        Variable v => v.Equals(variable),
        Unary u => u.Operand.Mentions(variable),
        Binary b => b.Left.Mentions(variable) || b.Right.Mentions(variable),
        FusedMultiplyAdd f => f.A.Mentions(variable) || f.B.Mentions(variable) || f.C.Mentions(variable),
        SelectGreater s => s.Left.Mentions(variable) || s.Right.Mentions(variable)
            || s.WhenTrue.Mentions(variable) || s.WhenFalse.Mentions(variable),
        Function f => f.Argument.Mentions(variable),
        _ => false,
    };

    /// <summary>Whether a tree calls an elementary function: then it is worth a loop of its own.</summary>
    public static bool CallsFunction(this Expression tree) => tree switch
    {
        Unary u => u.Operand.CallsFunction(),
        Binary b => b.Left.CallsFunction() || b.Right.CallsFunction(),
        FusedMultiplyAdd f => f.A.CallsFunction() || f.B.CallsFunction() || f.C.CallsFunction(),
        SelectGreater s => s.Left.CallsFunction() || s.Right.CallsFunction()
            || s.WhenTrue.CallsFunction() || s.WhenFalse.CallsFunction(),
        Function => true,
        _ => false,
    };
}
