using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using XorGen;
using XorGen.Fingerprint;
using XorGen.Numerics;

Console.WriteLine($"width {Width()}");
Print("ScalarSingle", Train<ScalarSingle, float>(new ScalarSingle(1), batchSize: 7));
Print("ScalarDouble", Train<ScalarDouble, double>(new ScalarDouble(2), batchSize: 13));
Print("TiledSingle", Train<TiledSingle, float>(new TiledSingle(3), batchSize: 70));
Print("TiledDouble", Train<TiledDouble, double>(new TiledDouble(4), batchSize: 29));
Print("LbfgsSingle", Train<LbfgsSingle, float>(new LbfgsSingle(5), batchSize: 101));
Print("MarquardtDouble", Train<MarquardtDouble, double>(new MarquardtDouble(6), batchSize: 101));
Print("VectorSingle", Train<VectorSingle, float>(new VectorSingle(5), batchSize: 32));
Print("VectorDouble", Train<VectorDouble, double>(new VectorDouble(6), batchSize: 32));
Print("NarrowSingle", Train<NarrowSingle, float>(new NarrowSingle(7), batchSize: 45));
Print("NarrowDouble", Train<NarrowDouble, double>(new NarrowDouble(8), batchSize: 33));
Print("ScalarWeighted", Train<ScalarSingle, float>(new ScalarSingle(7), batchSize: 19, isWeighted: true));
Print("TiledWeighted", Train<TiledDouble, double>(new TiledDouble(8), batchSize: 35, isWeighted: true));
Print("ScalarDropout", Train<ScalarDropout, float>(new ScalarDropout(9), batchSize: 13));
Print("BlockDropout", Train<BlockDropout, double>(new BlockDropout(10), batchSize: 35));
Print("ScalarPRelu", Train<ScalarPRelu, float>(new ScalarPRelu(11), batchSize: 13));
Print("BlockPRelu", Train<BlockPRelu, double>(new BlockPRelu(12), batchSize: 35));

// The widest vectors in use, in bits.
static int Width() =>
    Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

static void Print(string name, string hash) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {hash}"));

// The hash of the parameters, the losses and the outputs of a training on random data.
static string Train<TNetwork, T>(TNetwork network, int batchSize, bool isWeighted = false)
    where TNetwork : INetwork<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    const int Rows = 101;
    NetworkDescription description = network.Description;
    var random = new RandomSource(5);
    var inputs = new T[Rows * description.InputCount];
    var targets = new T[Rows * description.OutputCount];
    Initialization.Normal<T>(ref random, inputs, 1);
    Initialization.Uniform<T>(ref random, targets, 0, 1);
    double[]? weights = isWeighted ? [.. Enumerable.Range(0, Rows).Select(row => row % 7 / 3.0)] : null;
    TrainingReport report = network.Fit(
        inputs, targets, new TrainingOptions { Epochs = 40, BatchSize = batchSize, ShuffleSeed = 6, SampleWeights = weights });
    var parameters = new T[description.ParameterCount];
    var outputs = new T[Rows * description.OutputCount];
    network.GetParameters(parameters);
    network.Predict(inputs, outputs);
    if (!ForwardAgrees(network, inputs, outputs))
    {
        return "Forward and Predict differ";
    }

    using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    hash.AppendData(MemoryMarshal.AsBytes<T>(parameters));
    hash.AppendData(MemoryMarshal.AsBytes<T>(outputs));
    hash.AppendData(MemoryMarshal.AsBytes<double>(report.LossHistory.ToArray()));
    return Convert.ToHexString(hash.GetHashAndReset())[..16];
}

// Whether each row alone gives the bits that it gives among others: single rows have kernels of their own.
static bool ForwardAgrees<T>(INetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> outputs)
    where T : unmanaged
{
    NetworkDescription description = network.Description;
    var output = new T[description.OutputCount];
    for (int row = 0; row < outputs.Length / output.Length; row++)
    {
        network.Forward(inputs.Slice(row * description.InputCount, description.InputCount), output);
        if (!MemoryMarshal.AsBytes<T>(output).SequenceEqual(MemoryMarshal.AsBytes(outputs.Slice(row * output.Length, output.Length))))
        {
            return false;
        }
    }

    return true;
}
