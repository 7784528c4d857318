namespace XorGen;

/// <summary>What a tensor of a file is to a network.</summary>
/// <param name="Name">Its name in the files that are written, which is PyTorch's.</param>
/// <param name="Shape">Its shape, PyTorch's.</param>
/// <param name="Offset">Where its numbers begin among the parameters.</param>
/// <param name="Rows">The rows of the matrix there, of which the tensor is the transpose; 1 for what is no matrix.</param>
/// <param name="Columns">The columns of that matrix.</param>
internal sealed record TensorPlace(string Name, ulong[] Shape, int Offset, int Rows, int Columns)
{
    /// <summary>Gets the number of numbers.</summary>
    public int Count => Rows * Columns;

    /// <summary>Lists what a network has, layer by layer: weights, biases, slopes that are learned.</summary>
    public static List<LayerTensors> Of(NetworkDescription description)
    {
        var layers = new List<LayerTensors>();
        foreach (LayerDescription layer in description.Layers.Where(layer => layer.ParameterCount > 0))
        {
            if (layer.Kind != "dense")
            {
                throw new NotSupportedException($"A layer of the kind {layer.Kind} has no tensors in a safetensors file.");
            }

            int index = layers.Count;
            ulong inputs = (ulong)layer.InputCount;
            ulong outputs = (ulong)layer.OutputCount;
            int weights = layer.InputCount * layer.OutputCount;
            layers.Add(new(
                new($"layers.{index}.weight", [outputs, inputs], layer.ParameterOffset, layer.InputCount, layer.OutputCount),
                new($"layers.{index}.bias", [outputs], layer.ParameterOffset + weights, 1, layer.OutputCount),
                layer.ParameterCount == weights + layer.OutputCount
                    ? null
                    : new($"activations.{index}.weight", [1], layer.ParameterOffset + weights + layer.OutputCount, 1, 1)));
        }

        return layers;
    }

    /// <summary>Returns the place among the parameters of a number of the tensor.</summary>
    public int IndexOf(int number) => Offset + (number % Rows * Columns) + (number / Rows);
}

/// <summary>The tensors of one layer.</summary>
/// <param name="Weight">The weights, [outputs, inputs].</param>
/// <param name="Bias">The biases.</param>
/// <param name="Slope">The slope that prelu learns, or null.</param>
internal sealed record LayerTensors(TensorPlace Weight, TensorPlace Bias, TensorPlace? Slope);
