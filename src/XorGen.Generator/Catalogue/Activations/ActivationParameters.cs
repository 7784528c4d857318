using XorGen.Generator.Expressions;

namespace XorGen.Generator.Catalogue.Activations;

/// <summary>The numbers that an activation's formula takes from the attribute.</summary>
internal readonly record struct ActivationParameters(double Alpha, double Threshold)
{
    private readonly Expression? learned;

    /// <summary>Gets the alpha of an activation that learns it: a parameter of the network; the number that it starts from where no network is there.</summary>
    public Expression Learned
    {
        get => learned ?? Alpha;
        init => learned = value;
    }
}

/// <summary>One of those numbers, for the activations that heed it.</summary>
/// <param name="Default">PyTorch's default.</param>
/// <param name="Meaning">What it is: "the slope below zero".</param>
internal sealed record ActivationOption(double Default, string Meaning)
{
    /// <summary>Gets what it must be, for messages.</summary>
    public string Expected { get; init; } = "a finite number";

    /// <summary>Gets whether a finite number is allowed.</summary>
    public Predicate<double> IsValid { get; init; } = value => true;

    /// <summary>An option that must be more than zero.</summary>
    public static ActivationOption Positive(double value, string meaning) =>
        new(value, meaning) { Expected = "a positive number", IsValid = number => number > 0 };

    /// <summary>An option that must not be less than zero.</summary>
    public static ActivationOption NotNegative(double value, string meaning) =>
        new(value, meaning) { Expected = "a number that is not negative", IsValid = number => number >= 0 };
}
