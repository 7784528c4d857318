using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace XorGen.Files;

/// <summary>Networks are saved as PyTorch would, and are the same when they are back.</summary>
public sealed class SaveTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("XorGen.Tests");

    private string Place => Path.Combine(directory.FullName, "model.safetensors");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public void Every_layout_and_precision_comes_back()
    {
        AssertComesBack<SavedXor, float>(new SavedXor(5), SavedXor.LoadFrom, SavedXor.LoadFrom);
        AssertComesBack<SavedClassifierDouble, double>(new SavedClassifierDouble(5), SavedClassifierDouble.LoadFrom, SavedClassifierDouble.LoadFrom);
        AssertComesBack<SavedBlocked, float>(new SavedBlocked(5), SavedBlocked.LoadFrom, SavedBlocked.LoadFrom);
        AssertComesBack<SavedBlockedDouble, double>(new SavedBlockedDouble(5), SavedBlockedDouble.LoadFrom, SavedBlockedDouble.LoadFrom);
        AssertComesBack<SavedSlopes, float>(new SavedSlopes(5), SavedSlopes.LoadFrom, SavedSlopes.LoadFrom);
        AssertComesBack<SavedSlopesBlocked, double>(new SavedSlopesBlocked(5), SavedSlopesBlocked.LoadFrom, SavedSlopesBlocked.LoadFrom);
        AssertComesBack<SavedDropout, float>(new SavedDropout(5), SavedDropout.LoadFrom, SavedDropout.LoadFrom);
        AssertComesBack<SavedFormula, float>(new SavedFormula(5), SavedFormula.LoadFrom, SavedFormula.LoadFrom);
        AssertComesBack<SavedGeneric<string>, float>(new SavedGeneric<string>(5), SavedGeneric<string>.LoadFrom, SavedGeneric<string>.LoadFrom);
    }

    [Fact]
    public void A_struct_loads_into_itself()
    {
        var saved = new SavedSlopes(9);
        saved.Save(Place);
        var loaded = new SavedSlopes(1);
        loaded.Load(Place);
        Assert.Equal(Parameters<SavedSlopes, float>(saved), Parameters<SavedSlopes, float>(loaded));
    }

    [Fact]
    public void The_file_is_what_PyTorch_reads()
    {
        var network = new SavedClassifier();
        var parameters = Enumerable.Range(0, SavedClassifier.ParameterCount).Select(i => (float)i).ToArray();
        network.SetParameters(parameters);
        network.Save(Place);

        byte[] file = File.ReadAllBytes(Place);
        int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        Assert.Equal(0, (8 + length) % 8);
        using JsonDocument header = JsonDocument.Parse(file.AsMemory(8, length));
        JsonElement root = header.RootElement;
        Assert.Equal(["__metadata__", "layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.1.bias"], root.EnumerateObject().Select(property => property.Name));
        Assert.Equal("""{"dtype":"F32","shape":[4,3],"data_offsets":[0,48]}""", root.GetProperty("layers.0.weight").GetRawText());
        Assert.Equal("""{"dtype":"F32","shape":[4],"data_offsets":[48,64]}""", root.GetProperty("layers.0.bias").GetRawText());
        Assert.Equal("""{"dtype":"F32","shape":[2,4],"data_offsets":[64,96]}""", root.GetProperty("layers.1.weight").GetRawText());
        Assert.Equal("pt", root.GetProperty("__metadata__").GetProperty("format").GetString());
        Assert.Equal("SavedClassifier", root.GetProperty("__metadata__").GetProperty("xorgen.network").GetString());
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file.AsSpan(8 + length))),
            root.GetProperty("__metadata__").GetProperty("xorgen.sha256").GetString());

        // Parameters are [inputs][outputs], the tensor [outputs, inputs].
        float[] numbers = [.. Enumerable.Range(0, SavedClassifier.ParameterCount).Select(i => BinaryPrimitives.ReadSingleLittleEndian(file.AsSpan(8 + length + (4 * i))))];
        Assert.Equal([0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11, 12, 13, 14, 15, 16, 18, 20, 22, 17, 19, 21, 23, 24, 25], numbers);
    }

    [Fact]
    public void A_learned_slope_has_a_name_of_its_own()
    {
        new SavedSlopes(1).Save(Place);
        string text = Encoding.UTF8.GetString(File.ReadAllBytes(Place));
        Assert.Contains("\"activations.0.weight\":{\"dtype\":\"F32\",\"shape\":[1]", text, StringComparison.Ordinal);
        Assert.Contains("\"activations.1.weight\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"activations.2.weight\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_is_one_file()
    {
        var inputs = Standardizer.Fit<double>([1, 2, 3, 4, 5.5, 6], 3);
        new SavedClassifier(3).Save(Place, new SaveOptions
        {
            InputScaler = inputs,
            TargetScaler = MinMaxScaler.Between([0, 1], [3, 4], -1, 1),
            ClassNames = ["yes", "nö\"\n"],
            Metadata = new Dictionary<string, string> { ["author"] = "me" },
        });
        SavedNetwork saved = SavedNetwork.Read(Place);

        Assert.Equal("SavedClassifier", saved.Name);
        Assert.Equal(new SavedClassifier().Description.Definition, saved.Definition);
        Assert.Equal(inputs.Transform<double>([1, 2, 3]), saved.InputScaler!.Transform<double>([1, 2, 3]));
        Assert.Equal([-1.0, 1], saved.TargetScaler!.Transform<double>([0, 4]));
        Assert.Equal(["yes", "nö\"\n"], saved.ClassNames!);
        Assert.Equal("me", Assert.Single(saved.Metadata).Value);
        _ = SavedClassifier.LoadFrom(Place);

        Assert.Contains("options.InputScaler", Assert.Throws<ArgumentException>(() => new SavedXor().Save(Place, new SaveOptions { InputScaler = inputs })).Message, StringComparison.Ordinal);
        Assert.Contains("options.ClassNames", Assert.Throws<ArgumentException>(() => new SavedXor().Save(Place, new SaveOptions { ClassNames = ["a"] })).Message, StringComparison.Ordinal);
        Assert.Contains("xorgen.x", Assert.Throws<ArgumentException>(() => new SavedXor().Save(Place, new SaveOptions { Metadata = new Dictionary<string, string> { ["xorgen.x"] = "1" } })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Precisions_are_converted_and_what_only_trains_may_differ()
    {
        new SavedClassifier(7).Save(Place);
        var wide = SavedClassifierDouble.LoadFrom(Place);
        Assert.Equal(Parameters<SavedClassifier, float>(new SavedClassifier(7)).Select(value => (double)value), Parameters<SavedClassifierDouble, double>(wide));
        wide.Save(Place);
        Assert.Equal(Parameters<SavedClassifier, float>(new SavedClassifier(7)), Parameters<SavedClassifier, float>(SavedClassifier.LoadFrom(Place)));

        // Dropout trains only; another activation is another function.
        new SavedDropout(4).Save(Place);
        Assert.Equal(Parameters<SavedDropout, float>(new SavedDropout(4)), Parameters<SavedWithoutDropout, float>(SavedWithoutDropout.LoadFrom(Place)));
    }

    [Fact]
    public void Another_network_is_refused_with_what_differs_and_nothing_changes()
    {
        new SavedXor(4).Save(Place);
        AssertRefused<SavedFormula, float>(new SavedFormula(2), "layer 1: dense 2, tanh", "z =>");
        new SavedFormula(4).Save(Place);
        AssertRefused<SavedOtherFormula, float>(new SavedOtherFormula(2), "layer 1", "z =>");
        _ = SavedFormulaOfAnotherName.LoadFrom(Place);
        new SavedBlocked(4).Save(Place);
        AssertRefused<SavedXor, float>(new SavedXor(2), "inputs: 3", "inputs: 2");
    }

    [Fact]
    public void A_damaged_file_is_refused_and_nothing_changes()
    {
        new SavedXor(4).Save(Place);
        byte[] good = File.ReadAllBytes(Place);
        byte[] bad = [.. good];
        bad[^1] ^= 1;
        File.WriteAllBytes(Place, bad);
        AssertRefused<SavedXor, float>(new SavedXor(2), "damaged", "SHA-256");
        File.WriteAllBytes(Place, [.. good, 0]);
        AssertRefused<SavedXor, float>(new SavedXor(2), "goes on", "end");
        File.WriteAllBytes(Place, good[..^1]);
        AssertRefused<SavedXor, float>(new SavedXor(2), "cut short", "36");
    }

    [Fact]
    public void Checkpoints_are_refused_by_networks_that_differ_in_any_option()
    {
        AssertCheckpointRefused<CheckpointAlpha, CheckpointOtherAlpha>("alpha 0.2", "alpha 0.9");
        AssertCheckpointRefused<CheckpointThreshold, CheckpointOtherThreshold>("threshold 0.5", "threshold 0.25");
        AssertCheckpointRefused<CheckpointDelta, CheckpointOtherDelta>("delta 1", "delta 2");
        AssertCheckpointRefused<CheckpointSmoothing, CheckpointOtherSmoothing>("label smoothing 0.1", "'loss: cross_entropy'");
        AssertCheckpointRefused<CheckpointBeta, CheckpointOtherBeta>("Beta1 0.9", "Beta1 0.5");
        AssertCheckpointRefused<CheckpointDecay, CheckpointOtherDecay>("WeightDecay 0.01", "optimizer: adam");
        AssertCheckpointRefused<SavedFormula, SavedOtherFormula>("z =>", "layer 1");
        AssertCheckpointRefused<SavedDropout, SavedWithoutDropout>("dropout 0.25", "layer 2");
        var same = new CheckpointAlpha(2);
        TrainingCheckpoint.Save(new CheckpointAlpha(1), Place);
        TrainingCheckpoint.Load(same, Place);
        Assert.Equal(Parameters<CheckpointAlpha, float>(new CheckpointAlpha(1)), Parameters<CheckpointAlpha, float>(same));
    }

    [Fact]
    public void Bytes_after_a_checkpoint_are_refused()
    {
        TrainingCheckpoint.Save(new SavedXor(1), Place);
        File.AppendAllBytes(Place, [0]);
        Assert.Contains("goes on", Assert.Throws<InvalidDataException>(() => TrainingCheckpoint.Load(new SavedXor(), Place)).Message, StringComparison.Ordinal);
    }

    private static T[] Parameters<TNetwork, T>(TNetwork network)
        where TNetwork : INetwork<T>
        where T : unmanaged
    {
        var parameters = new T[network.Description.ParameterCount];
        network.GetParameters(parameters);
        return parameters;
    }

    private void AssertCheckpointRefused<TSaved, TOther>(string first, string second)
        where TSaved : Training.ITrainable<float>, new()
        where TOther : Training.ITrainable<float>, new()
    {
        TrainingCheckpoint.Save(new TSaved(), Place);
        var other = new TOther();
        float[] before = Parameters<TOther, float>(other);
        string message = Assert.Throws<InvalidDataException>(() => TrainingCheckpoint.Load(other, Place)).Message;
        Assert.Contains(first, message, StringComparison.Ordinal);
        Assert.Contains(second, message, StringComparison.Ordinal);
        Assert.Equal(before, Parameters<TOther, float>(other));
    }

    private void AssertComesBack<TNetwork, T>(TNetwork network, Func<string, TNetwork> fromPath, Func<Stream, TNetwork> fromStream)
        where TNetwork : INetwork<T>
        where T : unmanaged
    {
        T[] expected = Parameters<TNetwork, T>(network);
        network.Save(Place);
        Assert.Equal(expected, Parameters<TNetwork, T>(fromPath(Place)));
        using var stream = new MemoryStream();
        network.Save(stream);
        Assert.Equal(File.ReadAllBytes(Place), stream.ToArray());
        stream.Position = 0;
        Assert.Equal(expected, Parameters<TNetwork, T>(fromStream(stream)));
        INetwork<T> boxed = network;
        boxed.Initialize(77);
        Assert.NotEqual(expected, Parameters<INetwork<T>, T>(boxed));
        boxed.Load(Place);
        Assert.Equal(expected, Parameters<INetwork<T>, T>(boxed));
    }

    private void AssertRefused<TNetwork, T>(TNetwork network, string first, string second)
        where TNetwork : INetwork<T>
        where T : unmanaged
    {
        T[] before = Parameters<TNetwork, T>(network);
        string message = Assert.Throws<InvalidDataException>(() => network.Load(Place)).Message;
        Assert.Contains(first, message, StringComparison.Ordinal);
        Assert.Contains(second, message, StringComparison.Ordinal);
        Assert.Equal(before, Parameters<TNetwork, T>(network));
    }
}
