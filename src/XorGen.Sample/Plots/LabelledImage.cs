namespace XorGen.Sample.Plots;

/// <summary>A small grey image and what a network took it for.</summary>
/// <param name="Pixels">The rows of the image, from above, one after the other; more is darker.</param>
/// <param name="Side">The number of pixels on a side.</param>
/// <param name="Truth">What it is.</param>
/// <param name="Prediction">What the network says.</param>
internal sealed record LabelledImage(ReadOnlyMemory<float> Pixels, int Side, string Truth, string Prediction);
