namespace XorGen.Benchmarks.Works;

/// <summary>A network as every peer is told of it.</summary>
/// <param name="Name">The widths of its layers, or what it is known by.</param>
/// <param name="Widths">The number of inputs, then the number of neurons of each layer.</param>
/// <param name="Hidden">The activation of the hidden layers.</param>
/// <param name="Output">The activation of the last layer. The loss follows it: sigmoid and softmax take the cross-entropy, linear the mean square.</param>
/// <param name="Adam">Whether it is trained by Adam; otherwise by plain gradient descent.</param>
/// <param name="Double">Whether its numbers are double precision.</param>
/// <param name="SquaredError">Whether it minimises the mean squared error whatever the last activation.</param>
internal sealed record Shape(string Name, int[] Widths, string Hidden, string Output, bool Adam, bool Double = false, bool SquaredError = false)
{
    public int Inputs => Widths[0];

    public int Outputs => Widths[^1];

    public int Layers => Widths.Length - 1;

    public int ParameterCount
    {
        get
        {
            int count = 0;
            for (int layer = 0; layer < Layers; layer++)
            {
                count += (Widths[layer] + 1) * Widths[layer + 1];
            }

            return count;
        }
    }

    /// <summary>Returns the activation of a layer.</summary>
    public string Activation(int layer) => layer == Layers - 1 ? Output : Hidden;
}
