using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Expressions;
using XorGen.Generator.Model;

namespace XorGen.Catalogue;

/// <summary>The formulas of the losses.</summary>
public class LossTests
{
    private static readonly Variable A = new("a");
    private static readonly Variable Y = new("y");

    public static TheoryData<string, double> Elementwise()
    {
        var cases = new TheoryData<string, double>();
        foreach (ElementwiseLoss entry in LossCatalogue.All.Entries.OfType<ElementwiseLoss>().Where(entry => entry.OutputActivations.Length == 0))
        {
            cases.Add(entry.Name, entry.DefaultParameter ?? 0);
            if (entry.DefaultParameter is not null)
            {
                cases.Add(entry.Name, 0.25);
                cases.Add(entry.Name, 3);
            }
        }

        return cases;
    }

    public static TheoryData<string> Logit => [.. LossCatalogue.All.Entries.OfType<LogitLoss>().Select(entry => entry.Name)];

    [Fact]
    public void Every_entry_has_a_plain_formula() =>
        Assert.Equal(LossCatalogue.All.Entries.Select(entry => entry.Name).Order(), PlainLosses.All.Keys.Order());

    [Theory]
    [MemberData(nameof(Elementwise))]
    public void The_derivative_is_the_one_that_symbolic_differentiation_finds(string name, double delta)
    {
        var loss = (ElementwiseLoss)Of(name, delta);
        Expression symbolic = loss.Value(A, Y).By(A);
        foreach ((double a, double y) in Points)
        {
            Close.Assert(symbolic.Evaluate(("a", a), ("y", y)), loss.Derivative(A, Y).Evaluate(("a", a), ("y", y)), 1e-12, $"at {a}, {y}", floor: 1);
        }
    }

    [Theory]
    [MemberData(nameof(Elementwise))]
    public void The_value_is_the_plain_formula(string name, double delta)
    {
        var loss = (ElementwiseLoss)Of(name, delta);
        foreach ((double a, double y) in Points)
        {
            Close.Assert(PlainLosses.All[name]("linear", [a], [a], [y], delta), loss.Value(A, Y).Evaluate(("a", a), ("y", y)), 1e-12, $"at {a}, {y}", floor: 1);
        }
    }

    [Theory]
    [MemberData(nameof(Elementwise))]
    public void A_NaN_stays_one(string name, double delta)
    {
        var loss = (ElementwiseLoss)Of(name, delta);
        foreach ((double a, double y) in new[] { (double.NaN, 1.0), (1.0, double.NaN) })
        {
            Assert.True(double.IsNaN(loss.Value(A, Y).Evaluate(("a", a), ("y", y))));
        }
    }

    /// <summary>z is the last sum, and a the activation's of the loss, which its formula is fused with.</summary>
    [Theory]
    [MemberData(nameof(Logit))]
    public void The_derivative_by_the_logit_is_the_one_that_symbolic_differentiation_finds(string name)
    {
        var loss = (LogitLoss)LossCatalogue.All[name];
        var z = new Variable("z");
        Expression symbolic = loss.Value(z, Y).By(z);
        foreach (string output in loss.OutputActivations)
        {
            foreach ((double x, double y) in Points)
            {
                double a = PlainActivations.All[output](x, 0, 0);
                Close.Assert(
                    symbolic.Evaluate(("z", x), ("y", y)), loss.Delta(z, A, Y).Evaluate(("z", x), ("a", a), ("y", y)), 1e-12, $"at {x}, {y}", floor: 1);
            }
        }
    }

    [Fact]
    public void The_derivatives_of_the_Gaussian_likelihood_are_those_that_symbolic_differentiation_finds()
    {
        var loss = (MeanVarianceLoss)LossCatalogue.All["gaussian_nll"];
        var v = new Variable("v");
        Expression value = loss.Value(A, v, Y);
        foreach ((double a, double y) in Points)
        {
            foreach (double variance in new[] { 1e-5, 0.25, 1, 7 })
            {
                (string, double)[] numbers = [("a", a), ("v", variance), ("y", y)];
                double plain = PlainLosses.All["gaussian_nll"]("mean_variance", [], [a, variance], [y], 0);
                Close.Assert(plain, value.Evaluate(numbers), 1e-12, $"at {a}, {variance}, {y}", floor: 1);
                Close.Assert(value.By(A).Evaluate(numbers), loss.MeanSlope(A, v, Y).Evaluate(numbers), 1e-12, $"by the mean at {a}, {variance}, {y}", floor: 1);
                Close.Assert(value.By(v).Evaluate(numbers), loss.VarianceSlope(A, v, Y).Evaluate(numbers), 1e-11, $"by the variance at {a}, {variance}, {y}", floor: 1);
            }
        }
    }

    /// <summary>eps of GaussianNLLLoss: the value is clamped, and the derivative that of the formula there, so that a variance finds out of it.</summary>
    [Fact]
    public void A_variance_below_a_millionth_counts_as_a_millionth()
    {
        var loss = (MeanVarianceLoss)LossCatalogue.All["gaussian_nll"];
        var v = new Variable("v");
        (string, double)[] small = [("a", 0.5), ("v", 1e-9), ("y", 0.25)];
        (string, double)[] least = [("a", 0.5), ("v", 1e-6), ("y", 0.25)];
        Assert.Equal(loss.Value(A, v, Y).Evaluate(least), loss.Value(A, v, Y).Evaluate(small));
        Assert.Equal(loss.VarianceSlope(A, v, Y).Evaluate(least), loss.VarianceSlope(A, v, Y).Evaluate(small));
        Assert.True(loss.VarianceSlope(A, v, Y).Evaluate(small) < 0);
    }

    /// <summary>The divergence of a logarithm is that of what it is the logarithm of.</summary>
    [Fact]
    public void On_logarithms_the_divergence_has_the_same_value_and_derivative()
    {
        var usual = (ElementwiseLoss)LossCatalogue.All["kl_divergence"];
        var logarithmic = (ElementwiseLoss)Of("kl_divergence", 0, "log_softmax");
        foreach (double y in new[] { 0, 0.3, 1 })
        {
            foreach (double a in new[] { 0.01, 0.5, 0.99 })
            {
                Close.Assert(usual.Value(A, Y).Evaluate(("a", a), ("y", y)), logarithmic.Value(A, Y).Evaluate(("a", Math.Log(a)), ("y", y)), 1e-12, $"at {a}, {y}", floor: 1);
                Close.Assert(a * usual.Derivative(A, Y).Evaluate(("a", a), ("y", y)), logarithmic.Derivative(A, Y).Evaluate(("a", Math.Log(a)), ("y", y)), 1e-12, $"at {a}, {y}", floor: 1);
            }
        }
    }

    private static Loss Of(string name, double delta, string output = "linear") =>
        LossCatalogue.Of(new LossSpec(name, delta), ActivationCatalogue.All[output]);

    /// <summary>Errors from -3 to 3, none of them zero or at a corner.</summary>
    private static IEnumerable<(double A, double Y)> Points =>
        from y in new[] { -1, 0, 0.3, 1 }
        from i in Enumerable.Range(-60, 121)
        select (y + (i * 0.05) + 0.00123, y);
}
