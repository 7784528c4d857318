using Microsoft.CodeAnalysis;

namespace XorGen.Generator.Diagnostics;

/// <summary>Every diagnostic of the generator. Each has a page under docs/diagnostics.</summary>
internal static class Descriptors
{
    private const string HelpPages = "https://github.com/xorgen/xorgen/blob/main/docs/diagnostics/";

    public static readonly DiagnosticDescriptor NotPartial = Error(
        "XG0001",
        "A network's type must be partial",
        "'{0}' must be declared partial, so that the network '{1}' can be generated into it: write 'partial {2} {0}'");

    public static readonly DiagnosticDescriptor SizeMissing = Error(
        "XG0002",
        "The numbers of inputs and outputs are required",
        "The network '{0}' needs {1}: write [Network({1} = ...)]");

    public static readonly DiagnosticDescriptor SizeOutOfRange = Error(
        "XG0003",
        "A size must be positive and not too large",
        "{0} is {1}; it must be from 1 to {2}");

    public static readonly DiagnosticDescriptor HiddenLayersTwice = Error(
        "XG0004",
        "The hidden layers are given in more than one way",
        "The hidden layers are given by {0} and by {1}: keep one of them");

    public static readonly DiagnosticDescriptor UnknownName = Error(
        "XG0005",
        "An unknown name",
        "There is no {0} called '{1}'; the nearest names are {2}");

    public static readonly DiagnosticDescriptor LossDoesNotFit = Error(
        "XG0006",
        "The loss does not fit the output activation",
        "{0}");

    public static readonly DiagnosticDescriptor UnsupportedType = Error(
        "XG0007",
        "The type cannot be a network",
        "'{0}' cannot be a network because it is {1}: a network is a partial class or a partial struct");

    public static readonly DiagnosticDescriptor MemberCollision = Error(
        "XG0008",
        "A member collides with a generated one",
        "{0} has the {2} that is generated for the network '{1}': {3}");

    public static readonly DiagnosticDescriptor LanguageVersion = Error(
        "XG0009",
        "The C# version is too low",
        "The network '{0}' needs C# 11 or later, but the project uses C# {1}: set <LangVersion> to 11 or later, or remove it");

    public static readonly DiagnosticDescriptor OptionOutOfRange = Error(
        "XG0010",
        "An option is out of range",
        "{0} is {1}; it must be {2}");

    public static readonly DiagnosticDescriptor OptionWithoutEffect = Warning(
        "XG0011",
        "An option has no effect",
        "{0} has no effect: {1}");

    public static readonly DiagnosticDescriptor CannotUnroll = Error(
        "XG0012",
        "The network is too large to be unrolled",
        "The network '{0}' has {1} multiply-adds and {2} inputs and neurons; Unroll.Full allows {3} and {4}, beyond which the JIT compiler would no longer optimise the methods");

    public static readonly DiagnosticDescriptor StructTooLarge = Error(
        "XG0013",
        "The network is too large for a struct",
        "The network '{0}' is not unrolled to fields, so copying the struct would not copy the network: make it a class");

    public static readonly DiagnosticDescriptor NoConstructor = Error(
        "XG0014",
        "No constructor can be generated",
        "The constructors of the network '{0}' cannot be generated because {1}");

    public static readonly DiagnosticDescriptor OutputOnlyActivation = Error(
        "XG0015",
        "The activation is for the output layer only",
        "The activation '{0}' works on the outputs of a whole row and is for the output layer only");

    public static readonly DiagnosticDescriptor InternalError = Error(
        "XG0016",
        "XorGen itself has failed",
        "XorGen has failed on '{0}', which is an error of XorGen: please report it. {1}");

    public static readonly DiagnosticDescriptor UnsupportedFormula = Error(
        "XG0017",
        "The activation function cannot be compiled",
        "The activation function '{0}' cannot be compiled: {1}");

    public static readonly DiagnosticDescriptor FormulaPrecision = Error(
        "XG0026",
        "The activation function computes in another precision than the network",
        "The activation function '{0}' computes '{1}' in {3} precision, which is another number in this network of {2} precision: {4}");

    public static readonly DiagnosticDescriptor MethodNotNamed = new(
        "XG0027",
        "The activation's name is that of a method too",
        "\"{0}\" is the activation of the catalogue, not the method '{1}': write nameof({1}) for the method, or give the method another name",
        "XorGen",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "XG0027.md");

    public static readonly DiagnosticDescriptor DropoutMisplaced = Error(
        "XG0021",
        "Dropout has no place in the network",
        "[Dropout] has no place here: {0}");

    public static readonly DiagnosticDescriptor OptimizerDoesNotFit = Error(
        "XG0020",
        "The optimizer does not fit the network",
        "{0}");

    public static readonly DiagnosticDescriptor OddOutputs = Error(
        "XG0022",
        "The number of outputs must be even",
        "Outputs is {0}, but the loss '{1}' takes two outputs for each target, a mean and a variance: write an even number, such as {2}");

    public static readonly DiagnosticDescriptor BypassedConstructor = Error(
        "XG0023",
        "A constructor leaves the network without parameters",
        "The constructor '{0}' must call one of those that are generated for the network '{1}', which set its parameters: write ': this()' or ': this(seed)' after it");

    public static readonly DiagnosticDescriptor ConstantInitializer = Warning(
        "XG0028",
        "A constant initializer makes all neurons of a hidden layer the same",
        "The initializer '{0}' starts all neurons of a hidden layer with the same parameters: they get the same gradients and stay copies of one neuron. Leave Initializer out (glorot_uniform), or name one that draws random numbers");

    public static readonly DiagnosticDescriptor ChangedCopy = Warning(
        "XG0030",
        "A copy of a struct network is changed",
        "{0} changes a copy of the struct network '{1}', and what it changes is lost: {2}");

    public static readonly DiagnosticDescriptor LayersOnSeveralParts = Error(
        "XG0031",
        "The layers are on several parts of the type",
        "The layers of the network '{0}' are attributes of several parts of the type, which have no order: put them all on one part");

    public static readonly DiagnosticDescriptor LayerWithoutNetwork = Warning(
        "XG0032",
        "A layer without a network",
        "[{0}] has no effect, because '{1}' has no [Network]: add [Network(Inputs = ..., Outputs = ...)], or remove it");

    public static readonly DiagnosticDescriptor RuntimeUnusable = Error(
        "XG0033",
        "The runtime cannot be used",
        "The network '{0}' cannot use the runtime: {1}");

    public static readonly DiagnosticDescriptor HiddenName = Error(
        "XG0034",
        "A name hides one that the network needs",
        "{0} hides {1}, which the network '{2}' needs: rename it");

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        new(id, title, message, "XorGen", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpPages + id + ".md");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "XorGen", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpPages + id + ".md");
}
