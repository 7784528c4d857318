using System.Buffers.Binary;
using XorGen.Training;

namespace XorGen.Data;

/// <summary>The expected numbers are those of scikit-learn 1.2.1's StandardScaler and MinMaxScaler.</summary>
public class ScalerTests
{
    // The last column is constant.
    private static readonly double[] Table = [1, 100.5, 7, 2, -3, 7, 4, 12, 7, -1, 50, 7];

    [Fact]
    public void Standardized_columns_are_scikit_learns()
    {
        var scaler = Standardizer.Fit<double>(Table, 3);

        AssertClose([1.5, 39.875, 7], scaler.Centers);
        AssertClose([1.8027756377319946, 39.978705269180494, 1], scaler.Spreads);
        AssertClose(
            [
                -0.2773500981126146, 1.5164323004410973, 0, 0.2773500981126146, -1.0724459361882401, 0,
                1.386750490563073, -0.6972461917492057, 0, -1.386750490563073, 0.25325982749634823, 0,
            ],
            scaler.Transform<double>(Table));
    }

    [Fact]
    public void Columns_between_two_numbers_are_scikit_learns() => AssertClose(
        [-0.2, 1, -1, 0.2, -1, -1, 1, -0.7101449275362319, -1, -1, 0.024154589371980673, -1],
        MinMaxScaler.Fit<double>(Table, 3, low: -1, high: 1).Transform<double>(Table));

    [Fact]
    public void Scaling_back_gives_what_was()
    {
        foreach (Scaler scaler in (Scaler[])[Standardizer.Fit<double>(Table, 3), MinMaxScaler.Fit<double>(Table, 3), MinMaxScaler.Fit<double>(Table, 3, -5, 2)])
        {
            AssertClose(Table, scaler.InverseTransform<double>(scaler.Transform<double>(Table)));
            double[] inPlace = [.. Table];
            scaler.Transform<double>(inPlace, inPlace);
            Assert.Equal(scaler.Transform<double>(Table), inPlace);
        }
    }

    [Fact]
    public void Single_precision_is_rounded_once()
    {
        float[] single = [.. Table.Select(value => (float)value)];
        var scaler = Standardizer.Fit<float>(single, 3);

        Assert.Equal(Standardizer.Fit<double>(Table, 3).Centers, scaler.Centers);
        Assert.Equal(scaler.Transform<double>(Table).Select(value => (float)value), scaler.Transform<float>(single));
    }

    [Fact]
    public void A_small_spread_around_a_large_mean_keeps_its_digits()
    {
        var scaler = Standardizer.Fit<double>([1e9, 1e9 + 1, 1e9 + 2], 1);
        Assert.Equal(1e9 + 1, scaler.Centers[0]);
        Assert.Equal(Math.Sqrt(2.0 / 3), scaler.Spreads[0], 1e-15);
        Assert.Equal(1, Standardizer.Fit<double>([0.1, 0.1, 0.1], 1).Spreads[0]);
    }

    [Fact]
    public void Known_numbers_make_a_scaler()
    {
        Assert.Equal([1.5, -1], new Standardizer([1, 4], [2, 3]).Transform<double>([4, 1]));
        Assert.Equal([0.5, 0], MinMaxScaler.Between([0, 4], [10, 4]).Transform<double>([5, 4]));
    }

    [Fact]
    public void Bad_numbers_are_named_with_their_place()
    {
        BadInput.Assert("rows", "Row 1, column 0", "NaN", () => Standardizer.Fit<double>([1, 2, double.NaN, 4], 2));
        BadInput.Assert("rows", "Row 0, column 1", "Infinity", () => MinMaxScaler.Fit<float>([1, float.PositiveInfinity], 2));
        BadInput.Assert("rows", "3", "4", () => Standardizer.Fit<double>(new double[4], 3));
        BadInput.Assert("rows", "at least one row", "empty", () => MinMaxScaler.Fit<double>([], 3));
        BadInput.Assert("deviations", "2", "1", () => _ = new Standardizer([1, 2], [1]));
        BadInput.Assert("deviations", "Number 1", "0", () => _ = new Standardizer([1, 2], [1, 0]));
        BadInput.Assert("means", "Number 0", "NaN", () => _ = new Standardizer([double.NaN], [1]));
        BadInput.Assert("largest", "from 4", "to 3", () => MinMaxScaler.Between([4], [3]));
        BadInput.Assert("high", "from 1", "to 1", () => MinMaxScaler.Between([4], [5], 1, 1));
        BadInput.Assert("scaled", "6", "5", () => Standardizer.Fit<double>(Table, 3).Transform<double>(new double[6], new double[5]));
        BadInput.Assert("rows", "3", "5", () => Standardizer.Fit<double>(Table, 3).Transform<double>(new double[5]));
    }

    [Fact]
    public void Scalers_are_saved_one_after_the_other()
    {
        using var stream = new MemoryStream();
        var standardizer = Standardizer.Fit<double>(Table, 3);
        var minMax = MinMaxScaler.Fit<double>(Table, 3, -2, 5);
        standardizer.Save(stream);
        minMax.Save(stream);
        stream.Position = 0;
        Scaler first = Scaler.Load(stream);
        Scaler second = Scaler.Load(stream);

        Assert.IsType<Standardizer>(first);
        Assert.IsType<MinMaxScaler>(second);
        Assert.Equal(standardizer.Transform<double>(Table), first.Transform<double>(Table));
        Assert.Equal(minMax.Transform<double>(Table), second.Transform<double>(Table));
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void A_scaler_is_saved_to_a_file_and_replaces_it()
    {
        using var file = new TemporaryFile();
        MinMaxScaler.Fit<double>(Table, 3).Save(file.Path);
        var standardizer = Standardizer.Fit<double>(Table, 3);
        standardizer.Save(file.Path);

        Assert.Single(file.Files);
        Scaler loaded = Assert.IsType<Standardizer>(Scaler.Load(file.Path));
        Assert.Equal(standardizer.Centers, loaded.Centers);
        Assert.Equal(standardizer.Spreads, loaded.Spreads);
        Assert.Equal(28 + (3 * 24), File.ReadAllBytes(file.Path).Length);
    }

    [Fact]
    public void A_bad_file_is_refused_and_says_why()
    {
        using var stream = new MemoryStream();
        Standardizer.Fit<double>(Table, 3).Save(stream);
        byte[] good = stream.ToArray();

        AssertRefused("no scaler", []);
        AssertRefused("no scaler", [.. good[..2], 0, .. good[3..]]);
        AssertRefused("version 9", [.. good[..8], 9, .. good[9..]]);
        AssertRefused("damaged", [.. good[..30], (byte)(good[30] ^ 1), .. good[31..]]);
        for (int length = 1; length < good.Length; length++)
        {
            AssertRefused("cut short", good[..length]);
        }

        AssertRefused("kind 7", Written(ScalerFormat.Content(new ScalerContent(7, [], [[1.0], [0.0], [1.0]]))));
        AssertRefused("deviation of column 1", Written(ScalerFormat.Content(new ScalerContent(1, [], [[1.0, 1], [0.0, 0], [1.0, 0]]))));
        AssertRefused("mean of the scaler is NaN", Written(ScalerFormat.Content(new ScalerContent(1, [], [[double.NaN], [0.0], [1.0]]))));
        AssertRefused("width of column 0", Written(ScalerFormat.Content(new ScalerContent(2, [0, 1], [[1.0], [2.0], [-1.0]]))));
        AssertRefused("from 2 to 1", Written(ScalerFormat.Content(new ScalerContent(2, [0, 1], [[2.0], [1.0], [1.0]]))));
        AssertRefused("range is from 1 to 1", Written(ScalerFormat.Content(new ScalerContent(2, [1, 1], [[1.0], [2.0], [1.0]]))));
        AssertRefused("range of the scaler is Infinity", Written(ScalerFormat.Content(new ScalerContent(2, [0, double.PositiveInfinity], [[1.0], [2.0], [1.0]]))));
        AssertRefused("has 4 bytes", Written(ScalerFormat.Content(new ScalerContent(1, [], [[], [], []]))));
        AssertRefused("has 36 bytes", Written([1, .. new byte[35]]));
        AssertRefused("has 0 bytes", Written([]));
    }

    [Fact]
    public void Bytes_after_the_end_of_a_file_are_refused()
    {
        using var file = new TemporaryFile();
        Standardizer.Fit<double>(Table, 3).Save(file.Path);
        File.AppendAllBytes(file.Path, [0]);

        Assert.Contains("goes on", Assert.Throws<InvalidDataException>(() => Scaler.Load(file.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_length_that_is_a_lie_takes_no_memory()
    {
        byte[] bytes = Written(ScalerFormat.Content(new ScalerContent(1, [], [[1.0], [0.0], [1.0]])));
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(12), 200_000_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused("cut short", bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    private static byte[] Written(byte[] content)
    {
        using var stream = new MemoryStream();
        ScalerFormat.Envelope.Write(stream, content);
        return stream.ToArray();
    }

    private static void AssertRefused(string reason, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => Scaler.Load(stream)).Message, StringComparison.Ordinal);
    }

    private static void AssertClose(IReadOnlyList<double> expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-12);
        }
    }
}
