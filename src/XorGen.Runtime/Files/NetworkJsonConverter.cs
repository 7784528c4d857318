using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace XorGen.Files;

/// <summary>
/// Refuses to make JSON of a network, or a network of JSON: a serializer sees its public properties only, and so would write a network
/// without its parameters, and read one that was never trained.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkJsonConverter : JsonConverter<object>
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => true;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw Refusal();

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => throw Refusal();

    /// <summary>Returns the exception that says what to call instead; generated networks throw it for other serializers.</summary>
    public static NotSupportedException Refusal() => new(
        "A network is not serialized as an object: its parameters would be missing. Save(path) or Save(stream) writes them, LoadFrom(path) or Load(stream) reads them; leave the network out of what is serialized, with [JsonIgnore].");
}
