using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace XorGen.Generator.Parsing;

/// <summary>The arguments of an attribute, by name, with the places where they are written.</summary>
internal sealed class AttributeArguments(AttributeData attribute)
{
    private readonly AttributeSyntax? syntax = attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;

    /// <summary>Gets where the attribute's name is written.</summary>
    public Location NameLocation => syntax?.Name.GetLocation() ?? Location.None;

    /// <summary>Gets the declaration that the attribute stands on: one of several parts of a type.</summary>
    public SyntaxNode? Part => syntax?.Parent?.Parent;

    /// <summary>Gets whether the compiler itself reports an error in the arguments.</summary>
    public bool HasErrors =>
        attribute.AttributeConstructor is null
        || attribute.ConstructorArguments.Any(argument => argument.Kind == TypedConstantKind.Error)
        || attribute.NamedArguments.Any(argument => argument.Value.Kind == TypedConstantKind.Error);

    public bool Has(string name) => Find(name) is not null;

    public T Get<T>(string name, T fallback) => Find(name)?.Value is T value ? value : fallback;

    public int[]? GetIntegers(string name) =>
        Find(name) is { Kind: TypedConstantKind.Array, IsNull: false } array
            ? [.. array.Values.Select(value => Convert.ToInt32(value.Value, CultureInfo.InvariantCulture))]
            : null;

    /// <summary>Returns the i-th argument of the attribute's constructor.</summary>
    public T GetPositional<T>(int index, T fallback) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index].Value is T value ? value : fallback;

    /// <summary>Returns where the value of a named argument is written; where it is not, the attribute's name.</summary>
    public Location LocationOf(string name) => ExpressionOf(name)?.GetLocation() ?? NameLocation;

    /// <summary>Returns where the i-th argument of the constructor is written.</summary>
    public Location LocationOfPositional(int index) =>
        syntax?.ArgumentList?.Arguments.Where(argument => argument.NameEquals is null).ElementAtOrDefault(index)?.Expression.GetLocation()
        ?? NameLocation;

    /// <summary>Returns where an element of an array is written; where it is not, the array.</summary>
    public Location LocationOfElement(string name, int index)
    {
        SyntaxNode? element = ExpressionOf(name) switch
        {
            ArrayCreationExpressionSyntax array => array.Initializer?.Expressions.ElementAtOrDefault(index),
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.ElementAtOrDefault(index),
            CollectionExpressionSyntax collection => collection.Elements.ElementAtOrDefault(index),
            _ => null,
        };
        return element?.GetLocation() ?? LocationOf(name);
    }

    /// <summary>Returns the value of a named argument as it is written.</summary>
    public ExpressionSyntax? ExpressionOf(string name) =>
        syntax?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;

    private TypedConstant? Find(string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
