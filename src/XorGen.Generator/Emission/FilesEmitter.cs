using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>Writes the members that save and load a network, and those by which serializers are refused: all of it is the runtime's.</summary>
internal static class FilesEmitter
{
    public const string RefuseWriting = "RefuseSerialization";
    public const string RefuseReading = "RefuseDeserialization";

    /// <summary>Gets the attribute by which System.Text.Json finds out that a network is no object to serialize.</summary>
    public const string JsonAttribute =
        "[global::System.Text.Json.Serialization.JsonConverter(typeof(global::XorGen.Files.NetworkJsonConverter))]";

    /// <summary>Gets the attribute of the description, by which classes that are derived from the network are refused too.</summary>
    public const string JsonRequired = "[global::System.Text.Json.Serialization.JsonRequired]";

    private const string NetworkFile = "global::XorGen.Files.NetworkFile";
    private const string Stream = "global::System.IO.Stream";

    public static void Write(SourceWriter writer, CodeNames names)
    {
        string self = names.Plan.Type.FullName;
        writer.Separate();
        foreach ((string type, string name) in new[] { ("string", "path"), (Stream, "stream") })
        {
            MembersEmitter.Method(
                writer,
                $"{names.Readonly}void Save",
                [$"{type} {name}", "global::XorGen.SaveOptions? options = null"],
                $"{NetworkFile}.Save<{self}, {names.T}>(this, {name}, options)");
            MembersEmitter.Method(
                writer, "void Load", [$"{type} {name}"], $"SetParameters({NetworkFile}.Load<{names.T}>({name}, Description))");
        }

        if (!names.Plan.Type.HasRequiredMembers)
        {
            WriteLoadFrom(writer, self, "string", "path", "file");
            WriteLoadFrom(writer, self, Stream, "stream", "stream");
        }
    }

    /// <summary>Writes what Newtonsoft.Json, which allows one of the two attributes on a method, and the serializers of data contracts call.</summary>
    public static void WriteRefusals(SourceWriter writer, CodeNames names)
    {
        foreach ((string name, string attribute) in new[] { (RefuseWriting, "OnSerializing"), (RefuseReading, "OnDeserializing") })
        {
            writer.Write($"[global::System.Runtime.Serialization.{attribute}]");
            MembersEmitter.Lines(
                writer,
                $"private {names.Readonly}void {name}",
                ["global::System.Runtime.Serialization.StreamingContext context"],
                "throw global::XorGen.Files.NetworkJsonConverter.Refusal()");
        }
    }

    private static void WriteLoadFrom(SourceWriter writer, string self, string type, string name, string what)
    {
        writer.Separate();
        writer.Write(
            $"""
            /// <summary>Creates a network with the parameters of a safetensors {what}, as Load reads them.</summary>
            /// <param name="{name}">The {what}.</param>
            /// <exception cref="global::System.IO.InvalidDataException">It is no safetensors file, damaged, or of another network.</exception>
            """);
        writer.Open($"public static {self} LoadFrom({type} {name})");
        writer.Write($"{self} network = new {self}();");
        writer.Write($"network.Load({name});");
        writer.Write("return network;");
        writer.Close();
    }
}
