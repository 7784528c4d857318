using XorGen.Numerics;

namespace XorGen.Sample.Problems;

/// <summary>Matrices of two by two and their exponentials, row-major.</summary>
internal static class MatrixExponential
{
    private const int TaylorTerms = 12;
    private const double SmallEnough = 0.125;

    /// <summary>Returns random matrices, each entry normally distributed, and their exponentials.</summary>
    public static (float[] Matrices, float[] Exponentials) Sample(int count, int seed)
    {
        var random = new RandomSource(seed);
        var matrices = new float[4 * count];
        var exponentials = new float[4 * count];
        for (int i = 0; i < matrices.Length; i++)
        {
            matrices[i] = (float)random.NextNormal();
        }

        for (int i = 0; i < matrices.Length; i += 4)
        {
            Matrix exponential = Exp(new(matrices[i], matrices[i + 1], matrices[i + 2], matrices[i + 3]));
            exponentials[i] = (float)exponential.A;
            exponentials[i + 1] = (float)exponential.B;
            exponentials[i + 2] = (float)exponential.C;
            exponentials[i + 3] = (float)exponential.D;
        }

        return (matrices, exponentials);
    }

    /// <summary>Scaling and squaring: exp(M) = exp(M / 2^k)^(2^k), with Taylor's series of a small matrix.</summary>
    /// <remarks>C. Moler and C. Van Loan, "Nineteen dubious ways to compute the exponential of a matrix", SIAM Review 20(4), 1978, method 3.</remarks>
    internal static Matrix Exp(Matrix matrix)
    {
        int squarings = 0;
        while (matrix.LargestEntry > SmallEnough)
        {
            matrix = matrix.Times(0.5);
            squarings++;
        }

        // Horner's form: 1 + M (1 + M / 2 (1 + M / 3 (...))).
        Matrix result = Matrix.Identity;
        for (int term = TaylorTerms; term > 0; term--)
        {
            result = matrix.Times(1.0 / term).Times(result).PlusIdentity();
        }

        for (; squarings > 0; squarings--)
        {
            result = result.Times(result);
        }

        return result;
    }

    /// <summary>The matrix with the rows (a, b) and (c, d).</summary>
    internal readonly record struct Matrix(double A, double B, double C, double D)
    {
        public static Matrix Identity => new(1, 0, 0, 1);

        public double LargestEntry => Math.Max(Math.Max(Math.Abs(A), Math.Abs(B)), Math.Max(Math.Abs(C), Math.Abs(D)));

        public Matrix Times(double factor) => new(A * factor, B * factor, C * factor, D * factor);

        public Matrix Times(Matrix other) => new(
            (A * other.A) + (B * other.C), (A * other.B) + (B * other.D), (C * other.A) + (D * other.C), (C * other.B) + (D * other.D));

        public Matrix PlusIdentity() => new(A + 1, B, C, D + 1);
    }
}
