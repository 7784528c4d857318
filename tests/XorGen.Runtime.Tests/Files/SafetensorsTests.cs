using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace XorGen.Files;

/// <summary>Reads files that are put together here byte by byte, as the format's description and PyTorch's layouts have them.</summary>
public class SafetensorsTests
{
    private const string Good = """{"fc1.bias":{"dtype":"F32","shape":[3],"data_offsets":[0,12]},"fc1.weight":{"dtype":"F32","shape":[3,2],"data_offsets":[12,36]},"fc2.bias":{"dtype":"F32","shape":[1],"data_offsets":[36,40]},"fc2.weight":{"dtype":"F32","shape":[1,3],"data_offsets":[40,52]}}""";

    private static readonly NetworkDescription Description = Describe("tanh", slope: false);

    /// <summary>1 to 13 in the order of the file: b1, w1 [3, 2], b2, w2 [1, 3].</summary>
    private static readonly float[] Numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];

    /// <summary>The same in the network's order: w1 [2, 3], b1, w2 [3, 1], b2.</summary>
    private static readonly float[] Parameters = [4, 6, 8, 5, 7, 9, 1, 2, 3, 11, 12, 13, 10];

    [Fact]
    public void A_file_of_PyTorch_is_read_whatever_its_prefix()
    {
        Assert.Equal(Parameters, Load(FileOf(Good)));
        Assert.Equal(Parameters, Load(FileOf(Good + "      ")));
        foreach (string prefix in (string[])["model.layers.", "module.net.", "0.", "_orig_mod.x-y z.", "µ."])
        {
            Assert.Equal(Parameters, Load(FileOf(Good.Replace("fc", prefix, StringComparison.Ordinal))));
        }

        Assert.Equal(Parameters, Load(FileOf(Good.Replace("fc1", "9", StringComparison.Ordinal).Replace("fc2", "10", StringComparison.Ordinal))));
        Assert.Equal(Parameters, Load(FileOf(Good.Replace("fc1", "input", StringComparison.Ordinal).Replace("fc2", "decoder", StringComparison.Ordinal))));
        Assert.Equal(Parameters, Load(FileOf("""{"__metadata__":{"format":"pt"},""" + Good[1..])));
        Assert.Equal(Parameters, Load(FileOf("""{"__metadata__":{},""" + Good[1..])));
    }

    [Fact]
    public void Other_types_of_numbers_are_converted()
    {
        var wide = new NetworkDescription(
            Description.Name, 2, 1, 13, Description.Layers, "mse", "adam", "zeros", Precision.Double, 0.1);
        Assert.Equal(Parameters.Select(value => (double)value), NetworkFile.Load<double>(new MemoryStream(FileOf(Good)), wide));
        string doubles = Scaled(Good, 2).Replace("F32", "F64", StringComparison.Ordinal);
        byte[] numbers = [.. Numbers.SelectMany(value => BitConverter.GetBytes((double)value))];
        Assert.Equal(Parameters, Load(FileOf(doubles, numbers)));
        Assert.Equal(Parameters.Select(value => (double)value), NetworkFile.Load<double>(new MemoryStream(FileOf(doubles, numbers)), wide));
        string halves = Scaled(Good, 0.5).Replace("F32", "F16", StringComparison.Ordinal);
        Assert.Equal(Parameters, Load(FileOf(halves, [.. Numbers.SelectMany(value => BitConverter.GetBytes((Half)value))])));
        string brains = halves.Replace("F16", "BF16", StringComparison.Ordinal);
        Assert.Equal(Parameters, Load(FileOf(brains, [.. Numbers.SelectMany(value => BitConverter.GetBytes((ushort)(BitConverter.SingleToUInt32Bits(value) >> 16)))])));

        // To the nearest, ties to even; and what is beyond single precision is refused.
        BinaryPrimitives.WriteDoubleLittleEndian(numbers, 1 + (Math.Pow(2, -24) * 1.0000001));
        Assert.Equal(1 + MathF.Pow(2, -23), Load(FileOf(doubles, numbers))[6]);
        BinaryPrimitives.WriteDoubleLittleEndian(numbers, 1 + Math.Pow(2, -24));
        Assert.Equal(1, Load(FileOf(doubles, numbers))[6]);
        BinaryPrimitives.WriteDoubleLittleEndian(numbers, 1e300);
        AssertRefused("beyond the numbers of single precision", FileOf(doubles, numbers));
    }

    [Fact]
    public void Learned_slopes_are_modules_of_their_own()
    {
        // Sequential(Linear, PReLU, Linear) is 0, 1 and 2.
        string header = """{"0.bias":{"dtype":"F32","shape":[3],"data_offsets":[0,12]},"0.weight":{"dtype":"F32","shape":[3,2],"data_offsets":[12,36]},"1.weight":{"dtype":"F32","shape":[1],"data_offsets":[36,40]},"2.bias":{"dtype":"F32","shape":[1],"data_offsets":[40,44]},"2.weight":{"dtype":"F32","shape":[1,3],"data_offsets":[44,56]}}""";
        float[] numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0.25f, 10, 11, 12, 13];
        NetworkDescription description = Describe("prelu", slope: true);
        Assert.Equal([4, 6, 8, 5, 7, 9, 1, 2, 3, 0.25f, 11, 12, 13, 10], NetworkFile.Load<float>(new MemoryStream(FileOf(header, Bytes(numbers))), description));
        AssertRefused("0 tensors for learned slopes (none)", FileOf(Good), description);
        AssertRefused("1 tensors for learned slopes (\"1\")", FileOf(header, Bytes(numbers)));
        AssertRefused("learns one slope", FileOf(header.Replace("[1],\"data_offsets\":[36,40]", "[1,1,1],\"data_offsets\":[36,40]", StringComparison.Ordinal).Replace("[1,1,1]", "[3]", StringComparison.Ordinal).Replace("[36,40]", "[36,48]", StringComparison.Ordinal).Replace("[40,44]", "[48,52]", StringComparison.Ordinal).Replace("[44,56]", "[52,64]", StringComparison.Ordinal), new byte[64]), description);
    }

    public static TheoryData<string, string, string> WrongHeaders => new()
    {
        { "does not begin with '{'", "{", " {" },
        { "does not begin with '{'", "{\"fc1.bias\"", "[{\"fc1.bias\"" },
        { "does not end with '}'", "52]}}", "52]}}\n" },
        { "does not end with '}'", "52]}}", "52]}}\0" },
        { "no valid JSON", "52]}}", "52]}}}" },
        { "no valid JSON", "52]}}", "52]}" },
        { "no valid JSON", "\"shape\":[3]", "\"shape\":[3,]" },
        { "no valid JSON", "\"shape\":[3]", "\"shape\":[03]" },
        { "no valid JSON", "\"shape\":[3]", "/* */\"shape\":[3]" },
        { "no valid JSON", "fc1.bias", "\\ud800.bias" },
        { "whole numbers that are not negative", "\"shape\":[3]", "\"shape\":[[[[[[[[[[[3]]]]]]]]]]]" },
        { "whole numbers that are not negative", "\"shape\":[3]", "\"shape\":[[3]]" },
        { "whole numbers that are not negative", "\"shape\":[3]", "\"shape\":[3.0]" },
        { "whole numbers that are not negative", "\"shape\":[3]", "\"shape\":[3e0]" },
        { "whole numbers that are not negative", "\"shape\":[3]", "\"shape\":[-3]" },
        { "whole numbers that are not negative", "\"shape\":[3]", "\"shape\":[\"3\"]" },
        { "whole numbers that are not negative", "\"shape\":[3]", "\"shape\":[null]" },
        { "whole numbers that are not negative", "\"shape\":[3]", "\"shape\":[99999999999999999999]" },
        { "is no array", "\"shape\":[3]", "\"shape\":3" },
        { "is no array", "\"data_offsets\":[0,12]", "\"data_offsets\":{}" },
        { "must have a dtype, a shape and two data_offsets", "[0,12]", "[0]" },
        { "must have a dtype, a shape and two data_offsets", "[0,12]", "[0,12,24]" },
        { "must have a dtype, a shape and two data_offsets", ",\"shape\":[3]", string.Empty },
        { "must have a dtype, a shape and two data_offsets", "\"dtype\":\"F32\",\"shape\":[3],", "\"shape\":[3]," },
        { "expected, once each", "\"shape\":[3]", "\"shape\":[3],\"shape\":[3]" },
        { "expected, once each", "\"shape\":[3]", "\"shape\":[3],\"strides\":[1]" },
        { "expected, once each", "\"dtype\":\"F32\",\"shape\":[3]", "\"dtype\":32,\"shape\":[3]" },
        { "unknown dtype \"F33\"", "\"dtype\":\"F32\",\"shape\":[3]", "\"dtype\":\"F33\",\"shape\":[3]" },
        { "unknown dtype \"f32\"", "\"dtype\":\"F32\",\"shape\":[3]", "\"dtype\":\"f32\",\"shape\":[3]" },
        { "12 bytes, but the data_offsets 0 and 16", "[0,12]", "[0,16]" },
        { "12 bytes, but the data_offsets 12 and 0", "[0,12]", "[12,0]" },
        { "16 bytes, but the data_offsets 0 and 12", "\"shape\":[3]", "\"shape\":[4]" },
        { "no possible number of bytes", "\"shape\":[3]", "\"shape\":[4294967296,4294967296,4294967296]" },
        { "no possible number of bytes", "\"shape\":[3]", "\"shape\":[18446744073709551615]" },
        { "no possible number of bytes", "\"dtype\":\"F32\",\"shape\":[3]", "\"dtype\":\"F4\",\"shape\":[3]" },
        { "overlap", "[12,36]", "[8,32]" },
        { "leave a hole", "[40,52]", "[44,56]" },
        { "twice", "fc2.bias", "fc1.bias" },
        { "is no object", "{\"fc1", "{\"x\":[],\"fc1" },
        { "__metadata__ is no object", "{\"fc1.b", "{\"__metadata__\":[],\"fc1.b" },
        { "__metadata__ twice", "{\"fc1.b", "{\"__metadata__\":{},\"__metadata__\":{},\"fc1.b" },
        { "the metadata \"a\" twice", "{\"fc1.b", "{\"__metadata__\":{\"a\":\"1\",\"a\":\"2\"},\"fc1.b" },
        { "the metadata \"a\" is no text", "{\"fc1.b", "{\"__metadata__\":{\"a\":1},\"fc1.b" },
        { "the metadata \"a\" is no text", "{\"fc1.b", "{\"__metadata__\":{\"a\":null},\"fc1.b" },
        { "2 layers (\"fc1\", \"fc2\"), and Net has 1", "?", "?" },
    };

    [Theory]
    [MemberData(nameof(WrongHeaders))]
    public void A_header_that_breaks_a_rule_is_refused(string reason, string right, string wrong)
    {
        if (right == "?")
        {
            LayerDescription only = new("dense", 2, 1, "sigmoid", 0, 3);
            AssertRefused(reason, FileOf(Good), new NetworkDescription("Net", 2, 1, 3, [only], "mse", "adam", "zeros", Precision.Single, 0.1));
            return;
        }

        int place = Good.IndexOf(right, StringComparison.Ordinal);
        Assert.InRange(place, 0, Good.Length);
        AssertRefused(reason, FileOf(Good[..place] + wrong + Good[(place + right.Length)..]));
    }

    [Theory]
    [InlineData("the tensor \"fc1.weight\" has the shape [2, 3], and the weight of layer 1 of Net has [3, 2]. It is the transpose", "[3,2]", "[2,3]")]
    [InlineData("the tensor \"fc2.bias\" has the shape [], and the bias of layer 2 of Net has [1]", "\"shape\":[1],", "\"shape\":[],")]
    [InlineData("\"fc2.biases\", and the names", "fc2.bias", "fc2.biases")]
    [InlineData("is of I32; F64, F32, F16 and BF16 can be read", "\"dtype\":\"F32\",\"shape\":[3]", "\"dtype\":\"I32\",\"shape\":[3]")]
    [InlineData("3 layers (\"empty\", \"fc1\", \"fc2\")", "{\"fc1.b", "{\"empty.weight\":{\"dtype\":\"F32\",\"shape\":[0,7],\"data_offsets\":[0,0]},\"fc1.b")]
    public void A_tensor_that_does_not_fit_is_named(string reason, string right, string wrong)
    {
        ArgumentNullException.ThrowIfNull(right);
        int place = Good.IndexOf(right, StringComparison.Ordinal);
        AssertRefused(reason, FileOf(Good[..place] + wrong + Good[(place + right.Length)..]));
    }

    [Fact]
    public void A_file_of_another_length_is_refused()
    {
        byte[] good = FileOf(Good);
        for (int length = 0; length < good.Length; length++)
        {
            AssertRefused(length < 8 ? "no safetensors file" : "cut short", good[..length]);
        }

        AssertRefused("goes on", [.. good, 0]);
        byte[] invalid = [.. good];
        invalid[20] = 0xff;
        AssertRefused("no valid JSON", invalid);
    }

    [Theory]
    [InlineData(99_999_999UL, "cut short")]
    [InlineData(100_000_001UL, "100000000 are the most")]
    [InlineData(ulong.MaxValue, "100000000 are the most")]
    [InlineData(0UL, "does not begin")]
    public void A_length_of_the_header_that_is_a_lie_takes_no_memory(ulong length, string reason)
    {
        byte[] file = FileOf(Good);
        BinaryPrimitives.WriteUInt64LittleEndian(file, length);
        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused(reason, file);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void Mutations_are_refused_or_read_and_nothing_else()
    {
        var random = new Random(1);
        byte[] good = FileOf("""{"__metadata__":{"format":"pt","xorgen.sha256":"x"},""" + Good[1..]);
        for (int i = 0; i < 5_000; i++)
        {
            byte[] bytes = [.. good];
            for (int change = random.Next(4); change >= 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            if (Record.Exception(() => Load(bytes)) is Exception exception)
            {
                Assert.IsType<InvalidDataException>(exception);
            }
        }
    }

    [Fact]
    public void Hashes_are_those_of_the_framework()
    {
        for (int length = 0; length < 300; length++)
        {
            byte[] bytes = [.. Enumerable.Range(0, length).Select(i => (byte)(i * 7))];
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), Sha256.Hex(bytes));
        }
    }

    private static NetworkDescription Describe(string activation, bool slope)
    {
        int first = slope ? 10 : 9;
        return new NetworkDescription(
            "Net", 2, 1, first + 4, [new("dense", 2, 3, activation, 0, first), new("dense", 3, 1, "sigmoid", first, 4)], "mse", "adam", "zeros", Precision.Single, 0.1);
    }

    private static string Scaled(string header, double factor)
    {
        foreach (int place in (int[])[52, 40, 36, 12])
        {
            header = header.Replace($",{place}]", $",*{place}]", StringComparison.Ordinal).Replace($"[{place},", $"[*{place},", StringComparison.Ordinal);
        }

        foreach (int place in (int[])[52, 40, 36, 12])
        {
            header = header.Replace($"*{place}", (place * factor).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }

        return header;
    }

    private static byte[] Bytes(float[] numbers) => [.. numbers.SelectMany(BitConverter.GetBytes)];

    private static byte[] FileOf(string header, byte[]? data = null)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        return [.. BitConverter.GetBytes((ulong)json.Length), .. json, .. data ?? Bytes(Numbers)];
    }

    private static float[] Load(byte[] file) => NetworkFile.Load<float>(new MemoryStream(file), Description);

    private static void AssertRefused(string reason, byte[] file, NetworkDescription? description = null) => Assert.Contains(
        reason,
        Assert.Throws<InvalidDataException>(() => NetworkFile.Load<float>(new MemoryStream(file), description ?? Description)).Message,
        StringComparison.Ordinal);
}
