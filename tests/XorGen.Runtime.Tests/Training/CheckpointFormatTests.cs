using System.Buffers.Binary;
using System.Text;
using CsCheck;

namespace XorGen.Training;

public class CheckpointFormatTests
{
    [Fact]
    public void The_checksum_is_CRC_32C()
    {
        // The check value of the catalogue of CRC algorithms, and RFC 3720, B.4.
        Assert.Equal(0xE3069283, FileEnvelope.Checksum(0, "123456789"u8));
        Assert.Equal(0x8A9136AA, FileEnvelope.Checksum(0, new byte[32]));
        byte[] bytes = Encoding.UTF8.GetBytes("the quick brown fox jumps over the lazy dog");
        Assert.Equal(
            FileEnvelope.Checksum(0, bytes),
            FileEnvelope.Checksum(FileEnvelope.Checksum(0, bytes.AsSpan(0, 13)), bytes.AsSpan(13)));
    }

    [Fact]
    public void The_layout_is_the_documented_one()
    {
        byte[] file = Saved();

        Assert.Equal("XORGENCP"u8, file.AsSpan(0, 8));
        Assert.Equal(3, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(8)));
        Assert.Equal(file.Length - 24, BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(12)));
        Assert.Equal(FileEnvelope.Checksum(0, file.AsSpan(0, file.Length - 4)), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(file.Length - 4)));
    }

    [Fact]
    public void A_network_is_loaded_as_it_was_saved_and_the_stream_stands_at_the_end()
    {
        using var stream = new MemoryStream();
        stream.Write(Saved());
        stream.Write(Saved());
        stream.WriteByte(42);
        stream.Position = 0;
        var network = new ScriptedNetwork(Scripted.Falling);
        TrainingCheckpoint.Load(network, stream);
        TrainingCheckpoint.Load(network, stream);

        Assert.Equal((2, 3, 1.75, 11), (network.Attempt, network.Steps, network.Moment, network.Seed));
        Assert.Equal(42, stream.ReadByte());
    }

    [Fact]
    public void Every_damaged_byte_is_noticed()
    {
        byte[] file = Saved();
        for (int i = 0; i < file.Length; i++)
        {
            byte[] damaged = [.. file];
            damaged[i] ^= 0x10;
            AssertRefused(damaged, i < 8 ? "no checkpoint" : i < 12 ? "version" : i < 20 ? string.Empty : "damaged");
        }
    }

    [Fact]
    public void Every_truncation_is_noticed()
    {
        byte[] file = Saved();
        AssertRefused([], "no checkpoint");
        for (int length = 1; length < file.Length; length++)
        {
            AssertRefused(file[..length], "cut short");
        }

        AssertRefused(file[..^1], $"should have {file.Length} bytes and has {file.Length - 1}");
    }

    [Fact]
    public void Other_files_are_refused()
    {
        AssertRefused("PK\u0003\u0004 and so on, for more than twenty bytes"u8.ToArray(), "504B0304");
        byte[] future = Saved();
        future[8] = 4;
        AssertRefused(future, "version 4; this XorGen reads version 3");
    }

    [Fact]
    public void A_length_that_is_a_lie_takes_no_memory()
    {
        byte[] file = Saved();
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(12), 2_000_000_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused(file, "cut short");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(12), -1);
        AssertRefused(file, "-1 bytes");
    }

    [Fact]
    public void Another_architecture_is_named_with_both_numbers_of_parameters()
    {
        using var stream = new MemoryStream(Saved());
        var network = new ScriptedNetwork(Scripted.Falling, inputs: 3);
        InvalidDataException exception = Assert.Throws<InvalidDataException>(() => TrainingCheckpoint.Load(network, stream));

        Assert.Equal(
            "The checkpoint is of a network with 2 parameters; this one has 2 (Scripted): the network in it has 'inputs: 1', and this one 'inputs: 3'.", exception.Message);
    }

    [Fact]
    public void Content_that_was_made_up_with_a_right_checksum_is_refused_or_loaded_and_nothing_else()
    {
        using var file = new TemporaryFile();
        var options = new TrainingOptions
        {
            Epochs = 3, BatchSize = 3, TargetLoss = 0.01, MaxRestarts = 1, EarlyStopping = new(), Checkpoint = new(file.Path) { Resume = true },
            Callbacks = [TrainingCallback.AfterEpoch(epoch => epoch.Record("metric", 1))],
        };
        Scripted.Fit(new ScriptedNetwork(Scripted.Falling), options);
        byte[] whole = File.ReadAllBytes(file.Path);
        byte[] content = whole[20..^4];
        Gen.Select(Gen.Int[0, content.Length - 1], Gen.Byte, Gen.Int[1, 8], Gen.Bool).Sample(
            (index, value, count, cut) =>
            {
                byte[] forged = [.. content];
                forged.AsSpan(index, Math.Min(count, forged.Length - index)).Fill(value);
                using (FileStream stream = File.Create(file.Path))
                {
                    CheckpointFormat.Envelope.Write(stream, cut ? forged.AsSpan(0, index) : forged);
                }

                try
                {
                    var network = new ScriptedNetwork(Scripted.Falling) { KeepsBatches = false };
                    using var cancellation = new CancellationTokenSource();
                    cancellation.Cancel();
                    Scripted.Fit(network, options with { CancellationToken = cancellation.Token });
                }
                catch (InvalidDataException)
                {
                }
            },
            threads: 1,
            iter: 2_000);
    }

    [Fact]
    public void A_file_is_written_whole_or_not_at_all()
    {
        using var file = new TemporaryFile();
        TrainingCheckpoint.Save(new ScriptedNetwork(Scripted.Falling), file.Path);
        byte[] before = File.ReadAllBytes(file.Path);
        Assert.Throws<NotSupportedException>(() => TrainingCheckpoint.Save(new Unsaveable(), file.Path));

        Assert.Equal(before, File.ReadAllBytes(file.Path));
        Assert.Single(file.Files);
    }

    private static byte[] Saved()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        network.Initialize(10);
        network.Initialize(11);
        Scripted.Fit(network, new TrainingOptions { Epochs = 3 });
        network.Seed = 11;
        using var stream = new MemoryStream();
        TrainingCheckpoint.Save(network, stream);
        return stream.ToArray();
    }

    private static void AssertRefused(byte[] bytes, string message)
    {
        using var stream = new MemoryStream(bytes);
        var network = new ScriptedNetwork(Scripted.Falling);
        InvalidDataException exception = Assert.Throws<InvalidDataException>(() => TrainingCheckpoint.Load(network, stream));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0.0, 0), (network.Attempt, network.Steps, network.Moment, network.Seed));
    }

    private sealed class Unsaveable : ITrainable<double>
    {
        public NetworkDescription Description => throw new NotSupportedException();

        public int Seed { get; set; }

        public int StateCount => 0;

        public int CounterCount => 0;

        public void Initialize(int seed) => throw new NotSupportedException();

        public void Forward(ReadOnlySpan<double> input, Span<double> output) => throw new NotSupportedException();

        public void Predict(ReadOnlySpan<double> inputs, Span<double> outputs) => throw new NotSupportedException();

        public double Evaluate(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets) => throw new NotSupportedException();

        public double Backward(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets) => throw new NotSupportedException();

        public void Update(double learningRate) => throw new NotSupportedException();

        public double Train(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, double learningRate) => throw new NotSupportedException();

        public TrainingReport Fit(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, TrainingOptions? options = null) =>
            throw new NotSupportedException();

        public void GetParameters(Span<double> destination) => throw new NotSupportedException();

        public void SetParameters(ReadOnlySpan<double> source) => throw new NotSupportedException();

        public void GetGradients(Span<double> destination) => throw new NotSupportedException();

        public double Evaluate(scoped in Batch<double> batch) => throw new NotSupportedException();

        public double Backward(scoped in Batch<double> batch) => throw new NotSupportedException();

        public double Train(scoped in Batch<double> batch, double learningRate) => throw new NotSupportedException();

        public void GetState(Span<double> state, Span<double> counters) => throw new NotSupportedException();

        public void SetState(ReadOnlySpan<double> state, ReadOnlySpan<double> counters) => throw new NotSupportedException();
    }
}
