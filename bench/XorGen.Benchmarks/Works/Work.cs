namespace XorGen.Benchmarks.Works;

/// <summary>A row of the table: something to do, the same for all contenders.</summary>
/// <param name="Key">Its name on the command line.</param>
/// <param name="Title">Its name in the table.</param>
/// <param name="Problem">The network and its data.</param>
/// <param name="Kind">What is done with them.</param>
/// <param name="Batch">The rows of one operation.</param>
internal sealed record Work(string Key, string Title, Problem Problem, WorkKind Kind, int Batch)
{
    /// <summary>Gets a value indicating whether times are given per row of the batch rather than per operation.</summary>
    public bool PerRow { get; init; }

    /// <summary>Gets the goal of issue 3 in nanoseconds.</summary>
    public double Goal { get; init; }

    public Shape Shape => Problem.Shape;

    /// <summary>Gets the rows that one operation counts for.</summary>
    public int Divisor => PerRow ? Batch : 1;

    /// <summary>Gets the batches that the data has.</summary>
    public int Batches => Problem.Rows / Batch;
}
