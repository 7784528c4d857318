using System.Text;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Peers;

/// <summary>
/// Writes a network in ONNX's format: a chain of Gemm and an activation. The format is a protocol buffer
/// (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto); the numbers below are its fields.
/// </summary>
internal static class OnnxModel
{
    public static byte[] Of(Problem problem)
    {
        Shape shape = problem.Shape;
        using var graph = new MemoryStream();
        using var initializers = new MemoryStream();
        string current = "x";
        int at = 0;
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            (int rows, int columns) = (shape.Widths[layer], shape.Widths[layer + 1]);
            Message(initializers, 5, Tensor($"w{layer}", problem.Parameters.AsSpan(at, rows * columns), rows, columns));
            Message(initializers, 5, Tensor($"b{layer}", problem.Parameters.AsSpan(at + (rows * columns), columns), columns));
            at += (rows + 1) * columns;
            bool isLast = layer == shape.Layers - 1;
            string activation = shape.Activation(layer);
            string sum = isLast && activation == "linear" ? "y" : $"z{layer}";
            Message(graph, 1, Node("Gemm", [current, $"w{layer}", $"b{layer}"], sum));
            current = sum;
            if (activation != "linear")
            {
                current = isLast ? "y" : $"a{layer}";
                Message(graph, 1, Node(char.ToUpperInvariant(activation[0]) + activation[1..], [sum], current));
            }
        }

        Text(graph, 2, "network");
        initializers.WriteTo(graph);
        Message(graph, 11, Value("x", shape.Inputs));
        Message(graph, 12, Value("y", shape.Outputs));
        return Model(graph.ToArray());
    }

    private static byte[] Model(byte[] graph) => Build(model =>
    {
        Number(model, 1, 8); // ir_version
        Message(model, 7, graph);
        Message(model, 8, Build(operators => Number(operators, 2, 13)));
    });

    private static byte[] Tensor(string name, ReadOnlySpan<float> values, params ReadOnlySpan<int> dimensions)
    {
        using var tensor = new MemoryStream();
        foreach (int dimension in dimensions)
        {
            Number(tensor, 1, dimension);
        }

        Number(tensor, 2, 1); // FLOAT
        Text(tensor, 8, name);
        Message(tensor, 9, System.Runtime.InteropServices.MemoryMarshal.AsBytes(values));
        return tensor.ToArray();
    }

    private static byte[] Node(string type, string[] inputs, string output) => Build(node =>
    {
        foreach (string input in inputs)
        {
            Text(node, 1, input);
        }

        Text(node, 2, output);
        Text(node, 3, output + "_node");
        Text(node, 4, type);
    });

    private static byte[] Value(string name, int columns) => Build(value =>
    {
        Text(value, 1, name);
        byte[] shape = Build(dimensions =>
        {
            Message(dimensions, 1, Build(rows => Text(rows, 2, "rows")));
            Message(dimensions, 1, Build(width => Number(width, 1, columns)));
        });
        byte[] tensor = Build(type =>
        {
            Number(type, 1, 1); // FLOAT
            Message(type, 2, shape);
        });
        Message(value, 2, Build(type => Message(type, 1, tensor)));
    });

    private static byte[] Build(Action<MemoryStream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    private static void Number(MemoryStream to, int field, long value)
    {
        Varint(to, (ulong)field << 3);
        Varint(to, (ulong)value);
    }

    private static void Text(MemoryStream to, int field, string value) => Message(to, field, Encoding.UTF8.GetBytes(value));

    private static void Message(MemoryStream to, int field, ReadOnlySpan<byte> value)
    {
        Varint(to, ((ulong)field << 3) | 2);
        Varint(to, (ulong)value.Length);
        to.Write(value);
    }

    private static void Varint(MemoryStream to, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            to.WriteByte((byte)(value | 0x80));
        }

        to.WriteByte((byte)value);
    }
}
