using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace XorGen.Generator.Analyzers;

/// <summary>Tells variables, whose methods change them, from values and read-only variables, of which a method gets a copy.</summary>
internal static class CopyReasons
{
    /// <summary>Returns why a method that is called on the expression gets a copy, and what to do; null where it gets the variable itself.</summary>
    public static string? Of(IOperation expression) => expression switch
    {
        IParenthesizedOperation inner => Of(inner.Operand),
        ILocalReferenceOperation { Local: var local } => OfLocal(local),
        IParameterReferenceOperation { Parameter: var parameter } => OfParameter(parameter),
        IFieldReferenceOperation field => OfField(field),
        IPropertyReferenceOperation { Property: var property } => OfProperty(property),
        IInvocationOperation { TargetMethod: var method } => OfMethod(method),
        IConditionalAccessInstanceOperation => "a nullable value gives a copy: copy it to a variable, change that and assign it back",
        IConversionOperation { IsImplicit: false } => "a cast gives a copy: assign it to a variable of its own type first",
        IConditionalOperation { IsRef: false } or ICoalesceOperation or ISwitchExpressionOperation =>
            "the expression gives a copy: choose with ref, or call it on each variable",
        ISimpleAssignmentOperation { IsRef: false } => "an assignment gives a copy: call it on the variable in a statement of its own",
        IAwaitOperation => "the task gives a copy: assign it to a variable first",
        _ => null,
    };

    private static string? OfLocal(ILocalSymbol local) => local switch
    {
        { RefKind: RefKind.RefReadOnly } => $"'{local.Name}' is a ref readonly variable: make it ref",
        { IsForEach: true, RefKind: RefKind.None } =>
            $"the foreach variable '{local.Name}' is a copy of the element: write 'foreach (ref {local.Type.Name} {local.Name} in span)', or a for loop over an array",
        _ => null,
    };

    private static string? OfParameter(IParameterSymbol parameter) =>
        parameter.RefKind is RefKind.In or RefKind.RefReadOnlyParameter ? $"the parameter '{parameter.Name}' is read-only: pass it by ref" : null;

    private static string? OfProperty(IPropertySymbol property) => property.RefKind switch
    {
        RefKind.Ref => null,
        RefKind.RefReadOnly => $"'{NameOf(property)}' gives a read-only reference: let it be ref, or keep the network in a variable",
        _ when property.IsIndexer => "an indexer gives a copy: keep the networks in an array, or take 'ref CollectionsMarshal.AsSpan(list)[i]'",
        _ => $"the property '{property.Name}' gives a copy: call it on a field, or copy it to a variable, change that and assign it back",
    };

    private static string? OfMethod(IMethodSymbol method) => method.RefKind switch
    {
        RefKind.Ref => null,
        RefKind.RefReadOnly => $"'{method.Name}' returns a read-only reference: let it return ref",
        _ => $"'{method.Name}' returns a copy: let it return ref, or copy it to a variable, change that and store it again",
    };

    private static string? OfField(IFieldReferenceOperation reference)
    {
        IFieldSymbol field = reference.Field;
        if (field.RefKind != RefKind.None)
        {
            return field.RefKind == RefKind.RefReadOnly ? $"the field '{field.Name}' is a read-only reference: make it ref" : null;
        }

        if (field.IsReadOnly && !IsBeingConstructed(reference))
        {
            return $"the field '{field.Name}' is readonly: leave 'readonly' out";
        }

        return field.IsStatic || field.ContainingType.IsReferenceType || reference.Instance is not { } container ? null
            : container is IInstanceReferenceOperation ? (IsReadOnlyMember(reference) ? $"the member is readonly, and so is its field '{field.Name}': leave 'readonly' out" : null)
            : Of(container);
    }

    /// <summary>A constructor or an initializer of the same object may change its readonly fields; a lambda in it may not.</summary>
    private static bool IsBeingConstructed(IFieldReferenceOperation reference)
    {
        for (IOperation? parent = reference.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }
        }

        return reference.SemanticModel?.GetEnclosingSymbol(reference.Syntax.SpanStart) is IMethodSymbol method
            && SymbolEqualityComparer.Default.Equals(method.ContainingType, reference.Field.ContainingType)
            && (reference.Field.IsStatic
                ? method.MethodKind == MethodKind.StaticConstructor
                : (method.MethodKind == MethodKind.Constructor || method.IsInitOnly) && reference.Instance is IInstanceReferenceOperation);
    }

    private static bool IsReadOnlyMember(IOperation operation) =>
        operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) is IMethodSymbol { IsReadOnly: true };

    private static string NameOf(IPropertySymbol property) => property.IsIndexer ? "the indexer" : property.Name;
}
