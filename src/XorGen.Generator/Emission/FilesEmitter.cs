using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>Writes the members that save and load a network, and those by which serializers are refused: all of it is the runtime's.</summary>
internal static class FilesEmitter
{
    public const string RefuseWriting = "RefuseSerialization";
    public const string RefuseReading = "RefuseDeserialization";

    private const string NetworkFile = "global::XorGen.Files.NetworkFile";
    private const string Stream = "global::System.IO.Stream";

    /// <summary>Gets the attribute by which System.Text.Json finds out that a network is no object to serialize.</summary>
    public const string JsonAttribute =
        "[global::System.Text.Json.Serialization.JsonConverter(typeof(global::XorGen.Files.NetworkJsonConverter))]";

    /// <summary>Gets the attribute of the description, by which classes that are derived from the network are refused too.</summary>
    public const string JsonRequired = "[global::System.Text.Json.Serialization.JsonRequired]";

    public static void Write(SourceWriter writer, Vocabulary words)
    {
        foreach ((string type, string name) in new[] { ("string", "path"), (Stream, "stream") })
        {
            WriteSave(writer, words, type, name);
            WriteLoad(writer, words, type, name);
            if (!words.Plan.Type.HasRequiredMembers)
            {
                WriteLoadFrom(writer, words, type, name);
            }
        }

        // Newtonsoft.Json allows one of the two attributes on a method.
        foreach ((string name, string attribute) in new[] { (RefuseWriting, "OnSerializing"), (RefuseReading, "OnDeserializing") })
        {
            writer.Separate();
            writer.Write(
                $$"""
                /// <summary>Called by Newtonsoft.Json and the serializers of data contracts, which know nothing of the parameters.</summary>
                {{Vocabulary.Generated}}
                [global::System.Runtime.Serialization.{{attribute}}]
                private {{words.Readonly}}void {{name}}(global::System.Runtime.Serialization.StreamingContext context) =>
                    throw global::XorGen.Files.NetworkJsonConverter.Refusal();
                """);
        }
    }

    /// <summary>Spells the definition of a network: a line of the text each.</summary>
    public static string Definition(NetworkPlan plan) => string.Join(
        "\n            + ", DefinitionText.Lines(plan).Select(line => $"\"{line.Replace("\\", "\\\\").Replace("\"", "\\\"")}\\n\""));

    private static void WriteSave(SourceWriter writer, Vocabulary words, string type, string name)
    {
        writer.Separate();
        writer.Write(
            $$"""
            /// <inheritdoc/>
            {{Vocabulary.Generated}}
            public {{words.Readonly}}void Save({{type}} {{name}}, global::XorGen.SaveOptions? options = null) =>
                {{NetworkFile}}.Save<{{Self(words)}}, {{words.T}}>(this, {{name}}, options);
            """);
    }

    private static void WriteLoad(SourceWriter writer, Vocabulary words, string type, string name)
    {
        writer.Separate();
        writer.Write(
            $$"""
            /// <inheritdoc/>
            {{Vocabulary.Generated}}
            public void Load({{type}} {{name}}) => SetParameters({{NetworkFile}}.Load<{{words.T}}>({{name}}, Description));
            """);
    }

    private static void WriteLoadFrom(SourceWriter writer, Vocabulary words, string type, string name)
    {
        string self = Self(words);
        string what = name == "path" ? "file" : "stream";
        writer.Separate();
        writer.Write(
            $"""
            /// <summary>Creates a network with the parameters of a safetensors {what}, as Load reads them.</summary>
            /// <param name="{name}">The {what}.</param>
            /// <exception cref="global::System.IO.InvalidDataException">It is no safetensors file, damaged, or of another network.</exception>
            {Vocabulary.Generated}
            """);
        writer.Open($"public static {self} LoadFrom({type} {name})");
        writer.Write($"{self} network = new {self}();");
        writer.Write($"network.Load({name});");
        writer.Write("return network;");
        writer.Close();
    }

    /// <summary>The type with its own type parameters.</summary>
    private static string Self(Vocabulary words) => words.Plan.Type.SelfName;
}
