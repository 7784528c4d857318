using System.Numerics;

namespace XorGen.Numerics;

/// <summary>Fills parameters with their start. The numbers are drawn in double precision, then rounded.</summary>
[CLSCompliant(false)]
public static class Initialization
{
    /// <summary>Fills with random numbers, uniform in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public static void Uniform<T>(ref RandomSource random, Span<T> parameters, double low, double high)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] = T.CreateTruncating(low + ((high - low) * random.NextDouble()));
        }
    }

    /// <summary>Fills with random numbers, normally distributed around 0.</summary>
    public static void Normal<T>(ref RandomSource random, Span<T> parameters, double standardDeviation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] = T.CreateTruncating(standardDeviation * random.NextNormal());
        }
    }

    /// <summary>Fills with one number.</summary>
    public static void Constant<T>(Span<T> parameters, double value)
        where T : unmanaged, IFloatingPointIeee754<T>
        => parameters.Fill(T.CreateTruncating(value));

    /// <summary>Fills with random numbers, normally distributed around 0 and drawn again where they are beyond two standard deviations.</summary>
    public static void TruncatedNormal<T>(ref RandomSource random, Span<T> parameters, double standardDeviation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            double normal;
            do
            {
                normal = random.NextNormal();
            }
            while (Math.Abs(normal) > 2);

            parameters[i] = T.CreateTruncating(standardDeviation * normal);
        }
    }

    /// <summary>
    /// Fills a matrix with <paramref name="gain"/> times a random orthogonal one: where it has more rows than columns its columns,
    /// else its rows, have that length and are orthogonal to each other.
    /// </summary>
    /// <remarks>
    /// A. Saxe, J. McClelland and S. Ganguli, "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks",
    /// 2014. Vectors of normal numbers, made orthogonal by the method of Gram and Schmidt, twice ("twice is enough": W. Kahan).
    /// </remarks>
    /// <param name="random">The random numbers.</param>
    /// <param name="weights">The matrix, row after row, each <paramref name="stride"/> after the last one.</param>
    /// <param name="inputs">The number of rows.</param>
    /// <param name="outputs">The number of columns.</param>
    /// <param name="stride">The distance of rows.</param>
    /// <param name="gain">The length.</param>
    public static void Orthogonal<T>(ref RandomSource random, Span<T> weights, int inputs, int outputs, int stride, double gain)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = Math.Min(inputs, outputs);
        int length = Math.Max(inputs, outputs);
        double[] vectors = new double[count * length];
        for (int i = 0; i < vectors.Length; i++)
        {
            vectors[i] = random.NextNormal();
        }

        for (int k = 0; k < count; k++)
        {
            Span<double> vector = vectors.AsSpan(k * length, length);
            for (int i = 0; i < 2 * k; i++)
            {
                ReadOnlySpan<double> other = vectors.AsSpan((i % k) * length, length);
                AddScaled(vector, other, -Dot(vector, other));
            }

            Scale(vector, 1 / Math.Sqrt(Dot(vector, vector)));
        }

        for (int i = 0; i < inputs; i++)
        {
            for (int j = 0; j < outputs; j++)
            {
                double value = inputs >= outputs ? vectors[(j * length) + i] : vectors[(i * length) + j];
                weights[(i * stride) + j] = T.CreateTruncating(gain * value);
            }
        }
    }

    /// <summary>
    /// Fills the weights of a layer after D. Nguyen and B. Widrow, "Improving the learning speed of 2-layer neural networks by choosing
    /// initial values of the adaptive weights", 1990: those of each neuron point in a random direction and have the length
    /// 0.7 outputs^(1 / inputs), so that the regions in which the neurons are active share out inputs from -1 to 1 between them.
    /// </summary>
    /// <param name="random">The random numbers.</param>
    /// <param name="weights">The matrix, a row for each input, each <paramref name="stride"/> after the last one.</param>
    /// <param name="inputs">The number of inputs.</param>
    /// <param name="outputs">The number of neurons.</param>
    /// <param name="stride">The distance of rows.</param>
    /// <param name="scale">A multiple of that length.</param>
    public static void NguyenWidrow<T>(ref RandomSource random, Span<T> weights, int inputs, int outputs, int stride, double scale)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] vector = new double[inputs];
        double length = NguyenWidrowLength(inputs, outputs, scale);
        for (int j = 0; j < outputs; j++)
        {
            for (int i = 0; i < inputs; i++)
            {
                vector[i] = (2 * random.NextDouble()) - 1;
            }

            double square = Dot(vector, vector);
            double factor = square > 0 ? length / Math.Sqrt(square) : 0;
            for (int i = 0; i < inputs; i++)
            {
                weights[(i * stride) + j] = T.CreateTruncating(factor * vector[i]);
            }
        }
    }

    /// <summary>Fills the biases that go with <see cref="NguyenWidrow"/>: uniform in plus or minus its length.</summary>
    public static void NguyenWidrowBiases<T>(ref RandomSource random, Span<T> biases, int inputs, int outputs, double scale)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double length = NguyenWidrowLength(inputs, outputs, scale);
        Uniform(ref random, biases, -length, length);
    }

    private static double NguyenWidrowLength(int inputs, int outputs, double scale) =>
        0.7 * scale * ElementaryDouble.Exp(ElementaryDouble.Log(outputs) / inputs);

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static void AddScaled(Span<double> target, ReadOnlySpan<double> vector, double factor)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] += factor * vector[i];
        }
    }

    private static void Scale(Span<double> vector, double factor)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] *= factor;
        }
    }
}
