namespace XorGen;

/// <summary>Asserts that bad input is refused with a message that has both numbers.</summary>
internal static class BadInput
{
    public static void Assert(string parameter, string first, string second, Action action)
    {
        ArgumentException exception = Xunit.Assert.ThrowsAny<ArgumentException>(action);
        Xunit.Assert.Equal(parameter, exception.ParamName);
        Xunit.Assert.Contains(first, exception.Message, StringComparison.Ordinal);
        Xunit.Assert.Contains(second, exception.Message, StringComparison.Ordinal);
    }
}
