using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Expressions;

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
        var loss = (ElementwiseLoss)LossCatalogue.All[name].With(delta);
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
        var loss = (ElementwiseLoss)LossCatalogue.All[name].With(delta);
        foreach ((double a, double y) in Points)
        {
            Close.Assert(PlainLosses.All[name]("linear", [a], [a], [y], delta), loss.Value(A, Y).Evaluate(("a", a), ("y", y)), 1e-12, $"at {a}, {y}", floor: 1);
        }
    }

    [Theory]
    [MemberData(nameof(Elementwise))]
    public void A_NaN_stays_one(string name, double delta)
    {
        var loss = (ElementwiseLoss)LossCatalogue.All[name].With(delta);
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

    /// <summary>Errors from -3 to 3, none of them zero or at a corner.</summary>
    private static IEnumerable<(double A, double Y)> Points =>
        from y in new[] { -1, 0, 0.3, 1 }
        from i in Enumerable.Range(-60, 121)
        select (y + (i * 0.05) + 0.00123, y);
}
