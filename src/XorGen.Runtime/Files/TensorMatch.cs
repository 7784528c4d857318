using System.Globalization;

namespace XorGen;

/// <summary>
/// Finds the tensors of a network in a file, whatever the prefix of their names: by their order, numbers in names as numbers, and their
/// shapes. Where the order does not fit, the shapes alone decide, if they leave one possibility.
/// </summary>
internal static class TensorMatch
{
    private const string WeightSuffix = "weight";
    private const string BiasSuffix = "bias";

    /// <summary>Returns the tensor of the file for each of the network.</summary>
    /// <exception cref="InvalidDataException">They do not fit: the message says which, and how.</exception>
    public static List<(TensorPlace Place, SafetensorsTensor Tensor)> Find(SafetensorsHeader header, NetworkDescription description)
    {
        List<LayerTensors> layers = TensorPlace.Of(description);
        TensorPlace[] slopes = [.. layers.Select(layer => layer.Slope).OfType<TensorPlace>()];
        Module[] modules = ModulesOf(header);
        Module[] dense = [.. modules.Where(module => module.Bias is not null || module.Weight!.Shape.Length > 1)];
        Module[] single = [.. modules.Where(module => module.Bias is null && module.Weight!.Shape.Length <= 1)];
        if (dense.Length != layers.Count)
        {
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"The file does not fit: it has {dense.Length} {(dense.Length == 1 ? "layer" : "layers")} ({List(dense)}), and {description.Name} has {layers.Count}."));
        }

        if (single.Length != slopes.Length)
        {
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"The file does not fit: it has {single.Length} tensors for learned slopes ({List(single)}), and {description.Name} has {slopes.Length}."));
        }

        var found = new List<(TensorPlace, SafetensorsTensor)>();
        Module[] order = InOrder(layers, dense) ?? ByShape(layers, dense) ?? dense;
        for (int i = 0; i < layers.Count; i++)
        {
            found.Add((layers[i].Weight, Fitting(order[i].Weight, order[i], WeightSuffix, layers[i].Weight, i, description)));
            found.Add((layers[i].Bias, Fitting(order[i].Bias, order[i], BiasSuffix, layers[i].Bias, i, description)));
        }

        for (int i = 0; i < slopes.Length; i++)
        {
            int layer = layers.FindIndex(layer => layer.Slope == slopes[i]);
            found.Add((slopes[i], FittingSlope(single[i].Weight!, layer, description)));
        }

        return found;
    }

    /// <summary>The modules that have parameters, in natural order of their names.</summary>
    private static Module[] ModulesOf(SafetensorsHeader header)
    {
        var modules = new SortedDictionary<string, Module>(NaturalOrder.Instance);
        foreach (SafetensorsTensor tensor in header.Tensors.Values)
        {
            int dot = tensor.Name.LastIndexOf('.');
            string suffix = tensor.Name[(dot + 1)..];
            if (suffix is not (WeightSuffix or BiasSuffix))
            {
                throw new InvalidDataException($"The file does not fit: it has the tensor {Quote(tensor.Name)}, and the names of a network's tensors end with \"{WeightSuffix}\" or \"{BiasSuffix}\".");
            }

            string name = dot < 0 ? string.Empty : tensor.Name[..dot];
            Module module = modules.TryGetValue(name, out Module? before) ? before : new Module(name, null, null);
            modules[name] = suffix == WeightSuffix ? module with { Weight = tensor } : module with { Bias = tensor };
        }

        return [.. modules.Values];
    }

    private static Module[]? InOrder(List<LayerTensors> layers, Module[] modules) =>
        layers.Zip(modules).All(pair => pair.Second.Fits(pair.First)) ? modules : null;

    /// <summary>The modules in the order of the layers, where each layer has exactly one that fits.</summary>
    private static Module[]? ByShape(List<LayerTensors> layers, Module[] modules)
    {
        var order = new Module[layers.Count];
        for (int i = 0; i < order.Length; i++)
        {
            Module[] fitting = [.. modules.Where(module => module.Fits(layers[i]))];
            if (fitting is not [Module only] || order.Contains(only))
            {
                return null;
            }

            order[i] = only;
        }

        return order;
    }

    private static SafetensorsTensor Fitting(SafetensorsTensor? tensor, Module module, string suffix, TensorPlace place, int layer, NetworkDescription description)
    {
        if (tensor is null)
        {
            throw new InvalidDataException($"The file does not fit: {Quote(module.Name)} has no {suffix}, and layer {layer + 1} of {description.Name} has one, {Shape(place.Shape)}.");
        }

        if (tensor.Shape.AsSpan().SequenceEqual(place.Shape))
        {
            return tensor;
        }

        bool isTransposed = place.Shape.Length == 2 && tensor.Shape.AsSpan().SequenceEqual([place.Shape[1], place.Shape[0]]);
        string hint = isTransposed ? " It is the transpose: weights are [outputs, inputs], as PyTorch has them." : string.Empty;
        throw new InvalidDataException(
            $"The file does not fit: the tensor {Quote(tensor.Name)} has the shape {tensor.ShapeText}, and the {suffix} of layer {layer + 1} of {description.Name} has {Shape(place.Shape)}.{hint}");
    }

    private static SafetensorsTensor FittingSlope(SafetensorsTensor tensor, int layer, NetworkDescription description) =>
        tensor.Shape is [] or [1]
            ? tensor
            : throw new InvalidDataException(
                $"The file does not fit: the tensor {Quote(tensor.Name)} has the shape {tensor.ShapeText}, and layer {layer + 1} of {description.Name} learns one slope, [1].");

    private static string List(Module[] modules) => modules.Length == 0 ? "none" : string.Join(", ", modules.Take(10).Select(module => Quote(module.Name)));

    private static string Shape(ulong[] shape) => $"[{string.Join(", ", shape)}]";

    private static string Quote(string name) => $"\"{(name.Length > 100 ? name[..100] + "..." : name)}\"";

    /// <summary>What has one name but for ".weight" and ".bias".</summary>
    private sealed record Module(string Name, SafetensorsTensor? Weight, SafetensorsTensor? Bias)
    {
        public bool Fits(LayerTensors layer) =>
            Weight is not null && Bias is not null
            && Weight.Shape.AsSpan().SequenceEqual(layer.Weight.Shape) && Bias.Shape.AsSpan().SequenceEqual(layer.Bias.Shape);
    }
}
