using CsCheck;

namespace XorGen.Training;

public class BatchesTests
{
    [Fact]
    public void Without_a_batch_size_a_step_takes_all_rows_in_their_order()
    {
        ScriptedNetwork network = Train(rows: 10, new TrainingOptions { Epochs = 2 });

        Assert.Equal([10, 10], Sizes(network));
        Assert.All(network.Batches, batch => Assert.Equal(Inputs(10), batch.Inputs));
        Assert.All(network.Batches, batch => Assert.Equal(Targets(10), batch.Targets));
    }

    [Theory]
    [InlineData(3, new[] { 3, 3, 3, 1 })]
    [InlineData(5, new[] { 5, 5 })]
    [InlineData(9, new[] { 9, 1 })]
    [InlineData(10, new[] { 10 })]
    [InlineData(1, new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 })]
    public void The_last_batch_has_what_is_left(int batchSize, int[] sizes)
    {
        Assert.Equal(sizes, Sizes(Train(rows: 10, new TrainingOptions { Epochs = 1, BatchSize = batchSize })));
        Assert.Equal(sizes, Sizes(Train(rows: 10, new TrainingOptions { Epochs = 1, BatchSize = batchSize, Shuffle = false })));
    }

    [Fact]
    public void Rows_that_are_not_shuffled_keep_their_order()
    {
        ScriptedNetwork network = Train(rows: 7, new TrainingOptions { Epochs = 1, BatchSize = 3, Shuffle = false });

        Assert.Equal(Inputs(7), network.Batches.SelectMany(batch => batch.Inputs));
        Assert.Equal(Targets(7), network.Batches.SelectMany(batch => batch.Targets));
    }

    [Fact]
    public void Each_epoch_has_every_row_once_with_its_own_target() =>
        Gen.Select(Gen.Int[2, 40], Gen.Int[1, 40], Gen.Int).Sample((rows, batchSize, seed) =>
        {
            ScriptedNetwork network = Train(rows, new TrainingOptions { Epochs = 2, BatchSize = Math.Min(batchSize, rows), ShuffleSeed = seed });
            int[] order = Order(network);
            Assert.Equal(Enumerable.Range(0, rows), order[..rows].Order());
            Assert.Equal(Enumerable.Range(0, rows), order[rows..].Order());
            foreach ((double[] inputs, double[] targets, _) in network.Batches)
            {
                // Row i is (i, i + 0.5), its target i + 0.25.
                Assert.Equal(inputs.Where((_, i) => i % 2 == 0).Select(x => x + 0.25), targets);
                Assert.Equal(inputs.Where((_, i) => i % 2 == 0).Select(x => x + 0.5), inputs.Where((_, i) => i % 2 == 1));
            }
        });

    [Fact]
    public void Each_epoch_has_another_order()
    {
        int[] order = Order(Train(rows: 50, new TrainingOptions { Epochs = 3, BatchSize = 7 }));

        Assert.NotEqual(Enumerable.Range(0, 50), order[..50]);
        Assert.NotEqual(order[..50], order[50..100]);
        Assert.NotEqual(order[50..100], order[100..]);
    }

    [Fact]
    public void The_same_seed_gives_the_same_order_and_another_another()
    {
        var options = new TrainingOptions { Epochs = 3, BatchSize = 7, ShuffleSeed = 1 };
        int[] order = Order(Train(rows: 50, options));

        Assert.Equal(order, Order(Train(rows: 50, options)));
        Assert.NotEqual(order, Order(Train(rows: 50, options with { ShuffleSeed = 2 })));
    }

    [Fact]
    public void The_order_does_not_depend_on_the_batch_size()
    {
        var options = new TrainingOptions { Epochs = 3, BatchSize = 7 };

        Assert.Equal(Order(Train(rows: 50, options)), Order(Train(rows: 50, options with { BatchSize = 16 })));
    }

    private static ScriptedNetwork Train(int rows, TrainingOptions options)
    {
        var network = new ScriptedNetwork(Scripted.Falling, inputs: 2);
        Scripted.Fit(network, Inputs(rows), Targets(rows), options);
        return network;
    }

    private static double[] Inputs(int rows) => [.. Enumerable.Range(0, rows).SelectMany(row => new[] { row, row + 0.5 })];

    private static double[] Targets(int rows) => [.. Enumerable.Range(0, rows).Select(row => row + 0.25)];

    private static int[] Sizes(ScriptedNetwork network) => [.. network.Batches.Select(batch => batch.Targets.Length)];

    private static int[] Order(ScriptedNetwork network) => [.. network.Batches.SelectMany(batch => batch.Targets).Select(target => (int)target)];
}
