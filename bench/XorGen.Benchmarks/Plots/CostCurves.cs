using XorGen.Benchmarks.Measurement;
using XorGen.Benchmarks.Networks;
using XorGen.Widths;

namespace XorGen.Benchmarks.Plots;

/// <summary>What a call costs over the width, the depth and the batch.</summary>
internal static class CostCurves
{
    private const int Batch = 64;

    private static readonly int[] Batches = [1, 2, 3, 4, 5, 7, 8, 10, 12, 16, 17, 24, 32, 33, 48, 64, 65, 96, 128, 192, 256];

    private static readonly INetwork<float>[] Widths =
    [
        new Width1(), new Width2(), new Width3(), new Width4(), new Width5(), new Width6(), new Width7(),
        new Width8(), new Width9(), new Width10(), new Width11(), new Width12(), new Width13(), new Width14(),
        new Width15(), new Width16(), new Width17(), new Width18(), new Width19(), new Width20(), new Width21(),
        new Width22(), new Width23(), new Width24(), new Width25(), new Width26(), new Width27(), new Width28(),
        new Width29(), new Width30(), new Width31(), new Width32(), new Width33(), new Width34(), new Width35(),
        new Width36(), new Width37(), new Width38(), new Width39(), new Width40(), new Width41(), new Width42(),
        new Width43(), new Width44(), new Width45(), new Width46(), new Width47(), new Width48(), new Width49(),
        new Width50(), new Width51(), new Width52(), new Width53(), new Width54(), new Width55(), new Width56(),
        new Width57(), new Width58(), new Width59(), new Width60(), new Width61(), new Width62(), new Width63(),
        new Width64(), new Width65(), new Width66(), new Width67(), new Width68(), new Width69(), new Width70(),
    ];

    private static readonly INetwork<float>[] Depths =
    [
        new Depth1(), new Depth2(), new Depth3(), new Depth4(), new Depth5(), new Depth6(),
        new Depth7(), new Depth8(), new Depth9(), new Depth10(), new Depth11(), new Depth12(),
    ];

    /// <summary>16 inputs, a hidden layer of 1 to 70 neurons with tanh, 4 outputs.</summary>
    public static IReadOnlyList<Curve> OverWidth(int rounds) => OverNetworks(Widths, rounds);

    /// <summary>32 inputs, 1 to 12 hidden layers of 32 neurons with tanh, 4 outputs.</summary>
    public static IReadOnlyList<Curve> OverDepth(int rounds) => OverNetworks(Depths, rounds);

    /// <summary>Training and inference per row, over the number of rows in a call.</summary>
    public static IReadOnlyList<Curve> OverBatch(int rounds)
    {
        (string Name, INetwork<float> Network)[] networks =
        [
            ("4-16-16-3", new Flowers()),
            ("17-64-64-6", new Policy()),
            ("784-128-10", new MnistSgd()),
        ];
        TimedLoop[] loops = [.. from entry in networks from train in (bool[])[true, false] from rows in Batches select Loop(entry.Network, rows, train)];
        double[] best = ShortRuns.Best(loops, rounds);
        var curves = new List<Curve>();
        for (int i = 0; i < 2 * networks.Length; i++)
        {
            double[] costs = [.. Batches.Select((rows, at) => best[(i * Batches.Length) + at] / rows)];
            curves.Add(new($"{networks[i / 2].Name}, {(i % 2 == 0 ? "Train" : "Predict")}", Batches, costs));
        }

        return curves;
    }

    private static IReadOnlyList<Curve> OverNetworks(INetwork<float>[] networks, int rounds)
    {
        TimedLoop[] loops =
        [
            .. networks.Select(Forward),
            .. networks.Select(network => Loop(network, Batch, train: false)),
            .. networks.Select(network => Loop(network, Batch, train: true)),
        ];
        double[] best = ShortRuns.Best(loops, rounds);
        int[] sizes = [.. Enumerable.Range(1, networks.Length)];
        return
        [
            new("Forward of one row", sizes, best[..networks.Length]),
            new($"Predict of {Batch}, per row", sizes, [.. best[networks.Length..(2 * networks.Length)].Select(time => time / Batch)]),
            new($"Train on {Batch} (Adam), per row", sizes, [.. best[(2 * networks.Length)..].Select(time => time / Batch)]),
        ];
    }

    private static TimedLoop Forward(INetwork<float> network)
    {
        float[] input = Numbers(network.Description.InputCount);
        var output = new float[network.Description.OutputCount];
        return new("Forward", times =>
        {
            for (int i = 0; i < times; i++)
            {
                network.Forward(input, output);
            }
        });
    }

    private static TimedLoop Loop(INetwork<float> network, int rows, bool train)
    {
        float[] inputs = Numbers(rows * network.Description.InputCount);
        var outputs = new float[rows * network.Description.OutputCount];
        return new("Batch", times =>
        {
            for (int i = 0; i < times; i++)
            {
                if (train)
                {
                    network.Train(inputs, outputs, 1e-6f);
                }
                else
                {
                    network.Predict(inputs, outputs);
                }
            }
        });
    }

    private static float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => ((i % 37) - 18) / 18f)];
}
