using System.Globalization;
using System.Reflection;

namespace XorGen.Generator.Tests.Formulas;

/// <summary>
/// Networks that are one neuron with a formula as its activation, in both precisions and both layouts, beside the formula itself, which C# runs:
/// so what a network makes of a formula is compared with what C# makes of it.
/// </summary>
internal sealed class FormulaNetworks : IDisposable
{
    public static readonly string[] Forms = ["Single Unroll.Full", "Single Unroll.None", "Double Unroll.Full", "Double Unroll.None"];

    private readonly LoadedAssembly assembly;
    private readonly int[] forms;

    /// <summary>Compiles the networks.</summary>
    /// <param name="members">The members of each network, of which one is F; {T} is the type of numbers and {M} is MathF or Math.</param>
    /// <param name="everyForm">Whether the networks have each form, or each precision and each layout once.</param>
    public FormulaNetworks(IReadOnlyList<string> members, bool everyForm = false)
    {
        forms = everyForm ? [0, 1, 2, 3] : [0, 3];
        IEnumerable<string> sources = members.SelectMany((member, i) => forms.Where(j => Fits(member, j)).Select(j => Source(member, $"N{i}_{j}", Forms[j])));
        GeneratorRun run = GeneratorHarness.Run("using System; using XorGen; using XorGen.Numerics;\n" + string.Join("\n", sources));
        Assert.Empty(run.GeneratorDiagnostics);
        assembly = run.Load();
    }

    public void Dispose() => assembly.Dispose();

    /// <summary>Checks the values of a formula, and its slopes, at some arguments.</summary>
    /// <param name="index">The formula's number.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="slope">The derivative, or null where it is not checked.</param>
    /// <param name="lastPlaces">How many last places a value may be off; 0 means the same bits, of zeros too.</param>
    /// <param name="flushes">Whether results below the smallest normal number may be 0.</param>
    public void Check(int index, IEnumerable<double> arguments, Func<double, double>? slope, double lastPlaces, bool flushes = false)
    {
        double[] x = [.. arguments];
        foreach (int form in forms)
        {
            string name = $"N{index}_{form}";
            if (assembly.Assembly.GetType(name) is null)
            {
                continue;
            }

            if (form < 2)
            {
                var function = assembly.TypeOf(name).GetMethod("F", BindingFlags.Static | BindingFlags.NonPublic, [typeof(float)])!.CreateDelegate<Func<float, float>>();
                Check(
                    assembly.CreateSingle(name), [.. x.Select(value => (float)value)], function, slope, lastPlaces, flushes ? 1.1754943508222875E-38 : 0,
                    1.1920928955078125E-07, Forms[form]);
            }
            else
            {
                var function = assembly.TypeOf(name).GetMethod("F", BindingFlags.Static | BindingFlags.NonPublic, [typeof(double)])!.CreateDelegate<Func<double, double>>();
                Check(assembly.CreateDouble(name), x, function, slope, lastPlaces, flushes ? 2.2250738585072014E-308 : 0, 2.220446049250313E-16, Forms[form]);
            }
        }
    }

    private static void Check<T>(
        INetwork<T> network, T[] arguments, Func<T, T> function, Func<double, double>? slope, double lastPlaces, double smallest, double lastPlace, string form)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>, System.Numerics.IMinMaxValue<T>
    {
        // z = 1 x + -0, so that -0 stays what it is.
        network.SetParameters([T.One, T.NegativeZero]);
        var outputs = new T[arguments.Length];
        network.Predict(arguments, outputs);
        var row = new T[1];
        var gradients = new T[2];
        for (int i = 0; i < arguments.Length; i++)
        {
            T x = arguments[i];
            T value = function(x);
            network.Forward([x], row);
            Same(value, row[0], lastPlaces, smallest, lastPlace, $"{form}: F({x:R})");
            Same(value, outputs[i], lastPlaces, smallest, lastPlace, $"{form}: F({x:R}) in lanes");
            if (slope is null || T.IsNaN(x) || T.IsNaN(value))
            {
                continue;
            }

            // The derivative of |a - y| by the bias is that of a, for a y below a.
            double expected = slope(double.CreateTruncating(x));
            T target = T.IsFinite(value) ? value - T.Abs(value) - T.One : T.Zero;
            if (value == T.NegativeInfinity)
            {
                continue;
            }

            // So many equal rows that none is added to fill a vector: its weight 0 times an infinite slope is NaN.
            bool isInfinite = T.IsInfinity(value) || !double.IsFinite(expected) || Math.Abs(expected) >= double.CreateTruncating(T.MaxValue);
            int rows = isInfinite ? 64 : 1;
            network.Backward(Enumerable.Repeat(x, rows).ToArray(), Enumerable.Repeat(target, rows).ToArray());
            network.GetGradients(gradients);
            double actual = double.CreateTruncating(gradients[1]);
            bool near = expected.Equals(actual) || expected == actual
                || Math.Abs(actual - expected) <= Math.Max(1e3 * lastPlace * Math.Abs(expected), double.CreateTruncating(T.Epsilon) * Math.ScaleB(1, typeof(T) == typeof(float) ? 24 : 53))
                || ((T.IsInfinity(value) || Math.Abs(expected) >= double.CreateTruncating(T.MaxValue)) && double.IsInfinity(actual) && Math.Sign(actual) == Math.Sign(expected));
            Assert.True(near, string.Create(CultureInfo.InvariantCulture, $"{form}: F'({x:R}) is {actual:R}, and should be {expected:R}."));
        }
    }

    private static void Same<T>(T expected, T actual, double lastPlaces, double smallest, double lastPlace, string call)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>, System.Numerics.IMinMaxValue<T>
    {
        double e = double.CreateTruncating(expected);
        double a = double.CreateTruncating(actual);
        bool same = (e.Equals(a) && double.IsNegative(e) == double.IsNegative(a)) || (double.IsNaN(e) && double.IsNaN(a))
            || (lastPlaces > 0 && ((double.IsFinite(e) && double.IsFinite(a) && Math.Abs(a - e) <= Math.Max(lastPlaces * lastPlace * Math.Abs(e), double.CreateTruncating(T.Epsilon)))
                || (a == 0 && Math.Abs(e) < smallest)));
        Assert.True(same, $"{call} is {actual:R}, in C# {expected:R}.");
    }

    /// <summary>Whether a formula is for a form's precision: one of {T} is for both.</summary>
    private static bool Fits(string member, int form) =>
        member.Contains("{T}", StringComparison.Ordinal) || member.Contains(form < 2 ? "float F(" : "double F(", StringComparison.Ordinal);

    private static string Source(string member, string name, string form)
    {
        string[] parts = form.Split(' ');
        bool single = parts[0] == "Single";
        string text = member.Replace("{T}", single ? "float" : "double", StringComparison.Ordinal)
            .Replace("{M}", single ? "MathF" : "Math", StringComparison.Ordinal)
            .Replace("{E}", single ? "ElementarySingle" : "ElementaryDouble", StringComparison.Ordinal);
        return $"[Network(Inputs = 1, Outputs = 1, OutputActivation = nameof(F), Loss = \"mae\", Precision = Precision.{parts[0]}, Unroll = {parts[1]})] public partial class {name} {{ {text} }}";
    }
}
