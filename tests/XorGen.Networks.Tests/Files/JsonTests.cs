using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newtonsoft.Json;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace XorGen.Files;

/// <summary>No serializer writes a part of a network, or makes an untrained one of what it reads.</summary>
public class JsonTests
{
    public static TheoryData<object> Networks =>
    [
        new SavedXor(), new SavedClassifierDouble(), new SavedBlocked(), new SavedSlopes(1), new SavedGeneric<string>(), new DerivedXor(),
        new Holder<SavedXor>(new SavedXor()), new Holder<SavedSlopes>(new SavedSlopes(1)), new Holder<INetwork<float>>(new SavedXor()),
        new Holder<IClassifier<float>>(new SavedClassifier()), new Holder<object>(new SavedXor()), new Holder<Training.ITrainable<float>>(new SavedXor()),
        new Holder<Training.ITrainable<float>>(new SavedClassifier()), new[] { new SavedXor() }, new Dictionary<string, SavedXor> { ["a"] = new() },
        new Holder<DerivedXor>(new DerivedXor()),
    ];

    [Theory]
    [MemberData(nameof(Networks))]
    public void System_Text_Json_refuses(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        AssertRefused(() => JsonSerializer.Serialize(value));
        AssertRefused(() => JsonSerializer.Serialize(value, value.GetType()));
        Type type = value.GetType();
        string json = type.IsArray ? "[{}]" : value is Dictionary<string, SavedXor> ? """{ "a": {} }""" : type.Name.StartsWith("Holder", StringComparison.Ordinal) ? """{ "Value": {} }""" : "{}";
        if (value is not Holder<object>)
        {
            AssertRefused(() => JsonSerializer.Deserialize(json, type));
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Newtonsoft_refuses(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        AssertRefused(() => JsonConvert.SerializeObject(value));
        AssertRefused(() => JsonConvert.SerializeObject(value, value.GetType(), new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All }));
        Type type = value.GetType();
        string json = type.IsArray ? "[{}]" : value is Dictionary<string, SavedXor> ? """{ "a": {} }""" : type.Name.StartsWith("Holder", StringComparison.Ordinal) ? """{ "Value": {} }""" : "{}";
        if (value is not Holder<object>)
        {
            AssertRefused(() => JsonConvert.DeserializeObject(json, type));
        }
    }

    [Fact]
    public void Serializers_of_data_contracts_refuse()
    {
        foreach (object network in (object[])[new SavedXor(), new SavedBlocked(), new SavedSlopes(1), new DerivedXor()])
        {
            AssertRefused(() => new DataContractJsonSerializer(network.GetType()).WriteObject(new MemoryStream(), network));
            AssertRefused(() => new DataContractSerializer(network.GetType()).WriteObject(new MemoryStream(), network));
            AssertRefused(() => new DataContractJsonSerializer(network.GetType()).ReadObject(new MemoryStream(Encoding.UTF8.GetBytes("{}"))));
        }
    }

    [Fact]
    public void What_leaves_the_network_out_is_serialized()
    {
        var model = new Model { Title = "xor" };

        Assert.Equal("""{"Title":"xor"}""", JsonSerializer.Serialize(model));
        Assert.Equal("xor", JsonSerializer.Deserialize<Model>("""{"Title":"xor"}""")!.Title);
        Assert.Equal("""{"Title":"xor"}""", JsonSerializer.Serialize(model, ModelContext.Default.Model));
    }

    [Fact]
    public void What_is_in_the_exception_says_what_to_call() => Assert.Contains(
        "Save(path)", Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new SavedXor())).Message, StringComparison.Ordinal);

    private static void AssertRefused(Action action)
    {
        Exception exception = Assert.ThrowsAny<Exception>(action);
        while (exception is not NotSupportedException && exception.InnerException is not null)
        {
            exception = exception.InnerException;
        }

        // A derived class is refused by its property, and Newtonsoft.Json makes nothing of an interface.
        Assert.True(
            exception is NotSupportedException
                || exception.Message.Contains("Description", StringComparison.Ordinal)
                || exception.Message.Contains("is an interface", StringComparison.Ordinal),
            exception.ToString());
    }

    public sealed record Holder<T>(T Value);

    public sealed class Model
    {
        public string Title { get; set; } = string.Empty;

        [System.Text.Json.Serialization.JsonIgnore]
        [Newtonsoft.Json.JsonIgnore]
        public SavedXor Network { get; } = new();
    }
}

[JsonSerializable(typeof(JsonTests.Model))]
internal sealed partial class ModelContext : JsonSerializerContext;
