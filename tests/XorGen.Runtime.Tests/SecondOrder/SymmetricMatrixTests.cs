using CsCheck;

namespace XorGen.SecondOrder;

/// <summary>Products, factors and solutions against plain loops, at sizes around those of tiles and vectors.</summary>
public class SymmetricMatrixTests
{
    private static readonly Gen<(int Size, int Rows, int Seed)> Cases = Gen.Select(Gen.Int[1, 70], Gen.Int[0, 80], Gen.Int[0, int.MaxValue]);

    [Fact]
    public void A_damped_system_is_solved() => Cases.Sample(
        (size, rows, seed) =>
        {
            var random = new Random(seed);
            double damping = 0.1 + random.NextDouble();
            double[] block = Rows(random, size, rows);
            double[] solution = Enumerable.Range(0, size).Select(_ => random.NextDouble() - 0.5).ToArray();
            var b = new double[PaddedVectors.LengthOf(size)];
            for (int i = 0; i < size; i++)
            {
                b[i] = Enumerable.Range(0, size).Sum(j => (Product(block, size, rows, i, j) + (i == j ? damping : 0)) * solution[j]);
            }

            var matrix = new SymmetricMatrix(size);
            var factor = new SymmetricMatrix(size);
            var x = new double[b.Length];
            matrix.Clear();
            matrix.AddProducts(block, rows);
            Assert.True(factor.Factorize(matrix, damping));
            factor.Solve(b, x);

            for (int i = 0; i < size; i++)
            {
                Assert.Equal(solution[i], x[i], 1e-9);
            }

            Assert.All(x[size..], value => Assert.Equal(0, value));
        },
        iter: 300);

    [Fact]
    public void Blocks_add_up() => Cases.Sample(
        (size, rows, seed) =>
        {
            double[] block = Rows(new Random(seed), size, rows);
            int half = rows / 2;
            int stride = PaddedVectors.LengthOf(size);
            var whole = new SymmetricMatrix(size);
            var parts = new SymmetricMatrix(size);
            whole.AddProducts(block, rows);
            parts.AddProducts(block, half);
            parts.AddProducts(block.AsSpan(half * stride), rows - half);

            Assert.Equal(Solution(whole, size), Solution(parts, size));
        },
        iter: 100);

    [Theory]
    [InlineData(3, 2)]
    [InlineData(40, 39)]
    public void A_singular_matrix_has_no_factor_until_it_is_damped(int size, int rows)
    {
        // Whole numbers, so that the pivot that should be zero is.
        int stride = PaddedVectors.LengthOf(size);
        var block = new double[stride * rows];
        for (int i = 0; i < rows; i++)
        {
            block[(i * stride) + i] = 2;
        }

        var matrix = new SymmetricMatrix(size);
        var factor = new SymmetricMatrix(size);
        matrix.AddProducts(block, rows);
        Assert.False(factor.Factorize(matrix, 0));
        Assert.True(factor.Factorize(matrix, 1e-3));
    }

    [Fact]
    public void What_is_not_a_number_has_no_factor()
    {
        var matrix = new SymmetricMatrix(5);
        double[] block = Rows(new Random(1), 5, 5);
        block[2] = double.NaN;
        matrix.AddProducts(block, 5);
        Assert.False(new SymmetricMatrix(5).Factorize(matrix, 1));
    }

    private static double[] Rows(Random random, int size, int rows)
    {
        int stride = PaddedVectors.LengthOf(size);
        return [.. Enumerable.Range(0, rows * stride).Select(i => i % stride < size ? random.NextDouble() - 0.5 : 0)];
    }

    private static double Product(double[] block, int size, int rows, int i, int j)
    {
        int stride = PaddedVectors.LengthOf(size);
        return Enumerable.Range(0, rows).Sum(k => block[(k * stride) + i] * block[(k * stride) + j]);
    }

    private static double[] Solution(SymmetricMatrix matrix, int size)
    {
        var factor = new SymmetricMatrix(size);
        var b = new double[PaddedVectors.LengthOf(size)];
        var x = new double[b.Length];
        b.AsSpan(0, size).Fill(1);
        Assert.True(factor.Factorize(matrix, 0.5));
        factor.Solve(b, x);
        return x;
    }
}
