using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Peers;

/// <summary>
/// Says whether a contender computes what it should: a reference in double precision, made of plain loops, is the
/// judge of all of them, XorGen included.
/// </summary>
internal static class Agreement
{
    /// <summary>The largest allowed difference of an output, relative to 1 or to the output, whichever is larger.</summary>
    private const double OutputTolerance = 2e-5;

    /// <summary>The largest allowed relative difference of a loss along the trajectory.</summary>
    private const double LossTolerance = 2e-4;

    /// <summary>The largest allowed distance of the parameters, relative to how far training has moved them (Euclidean norms).</summary>
    private const double ParameterTolerance = 1e-2;

    private static readonly int[] Steps = [1, 5, 20];

    /// <summary>Returns null if the results agree, else what differs.</summary>
    public static string? Objection(Contender contender) =>
        contender.Work.Kind == WorkKind.Train ? TrainingObjection(contender) : OutputObjection(contender);

    private static string? OutputObjection(Contender contender)
    {
        int rows = Math.Min(64, contender.Work.Problem.Rows);
        double[] actual = contender.Outputs(rows);
        double[] expected = new Loops<double>(contender.Work.Problem).Predict(rows);
        for (int i = 0; i < expected.Length; i++)
        {
            if (!(Math.Abs(actual[i] - expected[i]) <= OutputTolerance * Math.Max(1, Math.Abs(expected[i]))))
            {
                return $"output {i} is {actual[i]:G9}, not {expected[i]:G9}";
            }
        }

        return null;
    }

    private static string? TrainingObjection(Contender contender)
    {
        Work work = contender.Work;
        var reference = new Loops<double>(work.Problem);
        double[] start = reference.GetParameters();
        int taken = 0;
        foreach (int steps in Steps)
        {
            for (; taken < steps; taken++)
            {
                reference.Train(taken % work.Batches, work.Batch, work.Problem.CheckedRate);
            }

            double[] actual = contender.ParametersAfter(steps);
            double[] expected = reference.GetParameters();
            double distance = Distance(actual, expected) / Distance(start, expected);
            double loss = new Loops<double>(work.Problem, actual).Evaluate(work.Batch);
            double expectedLoss = reference.Evaluate(work.Batch);
            if (!(distance <= ParameterTolerance))
            {
                return $"after {steps} steps the parameters are {distance:P2} of the way off";
            }

            if (!(Math.Abs(loss - expectedLoss) <= LossTolerance * expectedLoss))
            {
                return $"after {steps} steps the loss is {loss:G9}, not {expectedLoss:G9}";
            }
        }

        return null;
    }

    private static double Distance(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }

        return Math.Sqrt(sum);
    }
}
