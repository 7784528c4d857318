namespace XorGen.SecondOrder;

public class CurvaturePairsTests
{
    private const int Size = 6;

    [Fact]
    public void The_last_pair_satisfies_the_secant_equation()
    {
        var pairs = new CurvaturePairs(32, capacity: 3);
        for (int k = 0; k < 7; k++)
        {
            Add(pairs, k);
            Span<double> q = [.. pairs.Change(pairs.Count - 1)];
            pairs.Multiply(q);
            for (int i = 0; i < 32; i++)
            {
                Assert.Equal(pairs.Step(pairs.Count - 1)[i], q[i], 1e-12);
            }
        }

        Assert.Equal(3, pairs.Count);
    }

    [Fact]
    public void It_is_the_BFGS_formula_applied_pair_by_pair()
    {
        // H' = (I - rho s yᵀ) H (I - rho y sᵀ) + rho s sᵀ (Nocedal and Wright, 6.17), from gamma I.
        var pairs = new CurvaturePairs(32, capacity: 4);
        for (int k = 0; k < 6; k++)
        {
            Add(pairs, k);
        }

        double[,] inverse = new double[Size, Size];
        ReadOnlySpan<double> last = pairs.Change(3);
        double gamma = PaddedVectors.Dot(pairs.Step(3), last) / PaddedVectors.Dot(last, last);
        for (int i = 0; i < Size; i++)
        {
            inverse[i, i] = gamma;
        }

        for (int pair = 0; pair < 4; pair++)
        {
            inverse = Updated(inverse, [.. pairs.Step(pair)[..Size]], [.. pairs.Change(pair)[..Size]]);
        }

        Span<double> q = new double[32];
        for (int i = 0; i < Size; i++)
        {
            q[i] = i - 2.5;
        }

        double[] expected = [.. Enumerable.Range(0, Size).Select(i => Enumerable.Range(0, Size).Sum(j => inverse[i, j] * (j - 2.5)))];
        pairs.Multiply(q);
        for (int i = 0; i < Size; i++)
        {
            Assert.Equal(expected[i], q[i], 1e-12);
        }
    }

    [Fact]
    public void A_pair_against_the_curvature_is_refused_and_costs_nothing()
    {
        var pairs = new CurvaturePairs(32, capacity: 2);
        Add(pairs, 0);
        Add(pairs, 1);
        double[] oldest = [.. pairs.Step(0)];
        pairs.NextStep[0] = 1;
        pairs.NextChange[0] = -1;
        pairs.Add();
        Assert.Equal(2, pairs.Count);
        Assert.Equal(oldest, pairs.Step(0).ToArray());
    }

    [Fact]
    public void Without_pairs_nothing_is_changed()
    {
        var pairs = new CurvaturePairs(32, capacity: 2);
        Add(pairs, 0);
        pairs.Clear();
        Span<double> q = new double[32];
        q.Fill(3);
        pairs.Multiply(q);
        Assert.All(q.ToArray(), value => Assert.Equal(3, value));
    }

    /// <summary>A step and what a quadratic function makes of it.</summary>
    private static void Add(CurvaturePairs pairs, int k)
    {
        for (int i = 0; i < Size; i++)
        {
            pairs.NextStep[i] = Math.Sin(1 + (k * 7) + (2.3 * i));
            pairs.NextChange[i] = (1 + i) * pairs.NextStep[i];
        }

        pairs.Add();
    }

    private static double[,] Updated(double[,] h, double[] s, double[] y)
    {
        double rho = 1 / s.Zip(y, (a, b) => a * b).Sum();
        double Left(int i, int j) => (i == j ? 1 : 0) - (rho * s[i] * y[j]);
        var result = new double[Size, Size];
        for (int i = 0; i < Size; i++)
        {
            for (int j = 0; j < Size; j++)
            {
                for (int k = 0; k < Size; k++)
                {
                    for (int l = 0; l < Size; l++)
                    {
                        result[i, j] += Left(i, k) * h[k, l] * Left(j, l);
                    }
                }

                result[i, j] += rho * s[i] * s[j];
            }
        }

        return result;
    }
}
