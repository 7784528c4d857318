using System.Runtime.CompilerServices;

namespace XorGen.Generator.Tests.Surroundings;

/// <summary>
/// Networks that are used, and trained, while static fields of their own class are initialised, by static constructors and by
/// module initializers: the generated part depends on no order of initialisation, and no thread waits for one that waits for it.
/// </summary>
public class StaticInitializationTests
{
    private const string Header = "using System;\nusing XorGen;\n";

    private const string Small = "[Network(Inputs = 2, Hidden = 2, Outputs = 1)]";
    private const string Labelled = "[Network(Inputs = 2, Hidden = 5, Outputs = 3, OutputActivation = \"softmax\")]";
    private const string Blocked = "[Network(Inputs = 20, HiddenLayers = new[] { 33, 17 }, Outputs = 1)]";
    private const string SecondOrder = "[Network(Inputs = 2, Hidden = 2, Outputs = 1, Optimizer = \"lbfgs\")]";
    private const string Custom = "[Network(Inputs = 20, HiddenLayers = new[] { 33, 17 }, Outputs = 1, Activation = nameof(Bent), Precision = Precision.Double)]";

    // 450 * 120 + 120 * 75 + 75 * 10 multiply-adds of 200 rows: a step is worth two threads and more.
    private const string Large = "[Network(Inputs = 450, HiddenLayers = new[] { 120, 75 }, Outputs = 10, OutputActivation = \"softmax\")]";

    private const string LearnLarge =
        """
        public static P Learn()
        {
            var net = new P();
            float[] inputs = new float[601 * P.InputCount];
            for (int i = 0; i < inputs.Length; i++) { inputs[i] = (i * 7919 % 101) / 101f; }
            int[] labels = new int[601];
            for (int i = 0; i < labels.Length; i++) { labels[i] = i % 10; }
            net.Fit(inputs, labels, new() { Epochs = 3, BatchSize = 200, MaxDegreeOfParallelism = 4 });
            return net;
        }

        public static double Sum(P net)
        {
            float[] parameters = new float[P.ParameterCount];
            net.GetParameters(parameters);
            double sum = 0;
            foreach (float parameter in parameters) { sum += Math.Abs(parameter); }
            return sum;
        }

        """;

    /// <summary>The user's file comes first: its static fields are initialised before the generated ones.</summary>
    [Theory]
    [InlineData(Small, "class", "float", "float", "1")]
    [InlineData(Small, "struct", "float", "float", "1")]
    [InlineData(Labelled, "class", "float", "int", "1")]
    [InlineData(Blocked, "class", "float", "float", "1")]
    [InlineData(SecondOrder, "class", "float", "float", "1")]
    [InlineData(Custom, "class", "double", "double", "1")]
    public void A_static_field_of_the_class_may_hold_a_trained_network(string attribute, string kind, string number, string target, string value)
    {
        string function = attribute == Custom ? "private static double Bent(double x) => x > 0 ? x : 0.1 * x;" : string.Empty;
        GeneratorRun run = GeneratorHarness.Run(
            $$"""
            {{Header}}
            {{attribute}}
            public partial {{kind}} P
            {
                public static readonly P Shared = Learn();

                public static readonly string Layers = Shared.Description.Layers.Count.ToString();

                private static P Learn()
                {
                    var net = new P();
                    var inputs = new {{number}}[4 * P.InputCount];
                    inputs[1] = 1;
                    net.Fit(inputs, new {{target}}[] { 0, {{value}}, {{value}}, 0 }, new() { Epochs = 5 });
                    return net;
                }

                {{function}}
            }
            """);
        using LoadedAssembly assembly = run.Load();
        Assert.NotNull(assembly.TypeOf("P").GetField("Shared")!.GetValue(null));
        Assert.True(int.Parse((string)assembly.TypeOf("P").GetField("Layers")!.GetValue(null)!) >= 2);
    }

    [Fact]
    public void A_static_constructor_may_train_with_several_threads() =>
        AssertTrains($"{Large}\npublic partial class P\n{{\n    public static readonly double Result;\n    static P() {{ Result = Sum(Learn()); }}\n{LearnLarge}\n}}", runModule: false);

    [Fact]
    public void A_static_field_may_be_initialised_with_several_threads() =>
        AssertTrains($"{Large}\npublic partial class P\n{{\n    public static readonly double Result = Sum(Learn());\n{LearnLarge}\n}}", runModule: false);

    [Fact]
    public void A_module_initializer_may_train_with_several_threads() =>
        AssertTrains(
            $"{Large}\npublic partial class P\n{{\n    public static double Result;\n    [System.Runtime.CompilerServices.ModuleInitializer]\n    internal static void Start() {{ Result = Sum(Learn()); }}\n{LearnLarge}\n}}",
            runModule: true);

    /// <summary>Formulas are static methods of the network's class, which wait for its static constructor.</summary>
    [Fact]
    public void A_static_constructor_may_train_a_formula_with_several_threads() =>
        AssertTrains(
            $"{Large.Replace("Outputs", "Activation = nameof(Bent), Outputs")}\npublic partial class P\n{{\n    private static float Bent(float x) => x > 0 ? x : 0.1f * MathF.Tanh(x);\n    public static readonly double Result;\n    static P() {{ Result = Sum(Learn()); }}\n{LearnLarge}\n}}",
            runModule: false);

    private static void AssertTrains(string source, bool runModule)
    {
        using LoadedAssembly assembly = GeneratorHarness.Run(Header + source).Load();
        double result = Within60Seconds(() =>
        {
            if (runModule)
            {
                RuntimeHelpers.RunModuleConstructor(assembly.Assembly.ManifestModule.ModuleHandle);
            }
            else
            {
                RuntimeHelpers.RunClassConstructor(assembly.TypeOf("P").TypeHandle);
            }

            return (double)assembly.TypeOf("P").GetField("Result")!.GetValue(null)!;
        });

        // The same without anything static, with the same bits; by now the workers may take part.
        Type type = assembly.TypeOf("P");
        object net = type.GetMethod("Learn")!.Invoke(null, [])!;
        Assert.Equal((double)type.GetMethod("Sum")!.Invoke(null, [net])!, result);
    }

    private static double Within60Seconds(Func<double> function)
    {
        double result = 0;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = function();
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromSeconds(60)), "The training has not come back.");
        Assert.Null(failure);
        return result;
    }
}
