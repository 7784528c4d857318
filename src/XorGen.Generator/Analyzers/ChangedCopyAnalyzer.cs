using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using XorGen.Generator.Diagnostics;

namespace XorGen.Generator.Analyzers;

/// <summary>
/// XG0030: a method that changes a struct network, called on a copy. C# makes one silently wherever the network is no variable or a
/// read-only one, so that training a network in a readonly field reports success and leaves it as it was.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChangedCopyAnalyzer : DiagnosticAnalyzer
{
    private const string Boxed = "as an interface it is a copy: call it on the variable, or make the network a class";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ChangedCopy];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeDelegate, OperationKind.MethodReference);
        context.RegisterOperationAction(AnalyzeBoxing, OperationKind.Conversion);
        context.RegisterOperationBlockAction(AnalyzeUnread);
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.Instance is not { } receiver)
        {
            return;
        }

        if (receiver is IConversionOperation { Operand: var operand } && IsBoxing(receiver) && StructNetwork.IsChangedByInterface(call.TargetMethod) && IsStored(operand))
        {
            Report(context.ReportDiagnostic, call, Quote(call.TargetMethod), operand.Type!, Boxed);
        }
        else if (StructNetwork.IsChangedBy(call.TargetMethod) && CopyReasons.Of(receiver) is string reason)
        {
            Report(context.ReportDiagnostic, call, Quote(call.TargetMethod), receiver.Type!, reason);
        }
    }

    /// <summary>A delegate of a method of a struct has its own copy of it.</summary>
    private static void AnalyzeDelegate(OperationAnalysisContext context)
    {
        var reference = (IMethodReferenceOperation)context.Operation;
        if (reference.Instance is { } receiver && StructNetwork.IsChangedBy(reference.Method) && IsStored(receiver))
        {
            Report(
                context.ReportDiagnostic, reference, Quote(reference.Method), receiver.Type!, "a delegate has a copy of its own: write a lambda that calls it on the variable");
        }
    }

    /// <summary>What has the interface of a network may change it. The runtime's own methods only read it, or refuse a struct.</summary>
    private static void AnalyzeBoxing(OperationAnalysisContext context)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (IsBoxing(conversion) && IsStored(conversion.Operand)
            && conversion.Parent is IVariableInitializerOperation or IFieldInitializerOperation or ISimpleAssignmentOperation
                or IArgumentOperation { Parent: IInvocationOperation or IObjectCreationOperation }
            && !IsForRuntime(conversion.Parent))
        {
            Report(context.ReportDiagnostic, conversion, $"What has it as '{conversion.Type!.Name}'", conversion.Operand.Type!, Boxed);
        }
    }

    private static bool IsForRuntime(IOperation parent) =>
        parent is IArgumentOperation { Parameter.ContainingSymbol: { } method } && StructNetwork.IsOfRuntime(method);

    /// <summary>A parameter by value, or a variable that holds a copy, which is changed and never read.</summary>
    private static void AnalyzeUnread(OperationBlockAnalysisContext context)
    {
        var uses = new Dictionary<ISymbol, List<IOperation>>(SymbolEqualityComparer.Default);
        var copies = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation operation in context.OperationBlocks.SelectMany(block => block.DescendantsAndSelf()))
        {
            switch (operation)
            {
                case IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } when StructNetwork.Is(parameter.Type) && !IsOfPrimaryConstructor(parameter):
                    copies.Add(parameter);
                    AddUse(uses, parameter, operation);
                    break;
                case ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } when StructNetwork.Is(local.Type):
                    AddUse(uses, local, operation);
                    break;
                case IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } local, Initializer.Value: { } value } when StructNetwork.Is(local.Type) && IsStored(value):
                    copies.Add(local);
                    break;
            }
        }

        foreach (KeyValuePair<ISymbol, List<IOperation>> pair in uses.Where(pair => copies.Contains(pair.Key) && pair.Value.TrueForAll(IsChangedOnly)))
        {
            foreach (IOperation use in pair.Value)
            {
                var call = (IInvocationOperation)use.Parent!;
                Report(
                    context.ReportDiagnostic, call, Quote(call.TargetMethod), use.Type!, $"'{pair.Key.Name}' is a copy that nothing reads: pass the network by ref, or return it");
            }
        }
    }

    private static void AddUse(Dictionary<ISymbol, List<IOperation>> uses, ISymbol symbol, IOperation use)
    {
        if (!uses.TryGetValue(symbol, out List<IOperation> list))
        {
            uses.Add(symbol, list = []);
        }

        list.Add(use);
    }

    /// <summary>Whether the expression is the receiver of a call that changes it, in a statement of its own.</summary>
    private static bool IsChangedOnly(IOperation use) =>
        use.Parent is IInvocationOperation { Parent: IExpressionStatementOperation } call && call.Instance == use && StructNetwork.IsChangedBy(call.TargetMethod);

    /// <summary>It is a field of the object.</summary>
    private static bool IsOfPrimaryConstructor(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax);

    private static bool IsBoxing(IOperation operation) =>
        operation is IConversionOperation { Operand.Type: { } from, Type: { } to } && StructNetwork.Is(from) && StructNetwork.IsInterface(to);

    /// <summary>Whether the network is in a variable, a field or a property, which does not change with its copy; a new one is nobody else's.</summary>
    private static bool IsStored(IOperation expression) => expression is
        ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or IArrayElementReferenceOperation;

    private static string Quote(IMethodSymbol method) => $"'{method.Name}'";

    private static void Report(Action<Diagnostic> report, IOperation place, string member, ITypeSymbol network, string reason) =>
        report(Diagnostic.Create(Descriptors.ChangedCopy, place.Syntax.GetLocation(), member, network.Name, reason));
}
