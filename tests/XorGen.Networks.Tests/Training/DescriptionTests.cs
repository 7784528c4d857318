namespace XorGen.Training;

/// <summary>The description says what the network is.</summary>
public class DescriptionTests
{
    [Fact]
    public void Layers_names_and_numbers_are_those_of_the_attribute()
    {
        NetworkDescription description = new TiledClassifier().Description;
        Assert.Equal("TiledClassifier", description.Name);
        Assert.Equal((17, 5, TiledClassifier.ParameterCount), (description.InputCount, description.OutputCount, description.ParameterCount));
        Assert.Equal(
            [
                new LayerDescription("dense", 17, 64, "tanh", 0, 18 * 64),
                new LayerDescription("dense", 64, 33, "tanh", 18 * 64, 65 * 33),
                new LayerDescription("dense", 33, 5, "softmax", (18 * 64) + (65 * 33), 34 * 5),
            ],
            description.Layers);
        Assert.Equal(("cross_entropy", "adam", "glorot_uniform"), (description.Loss, description.Optimizer, description.Initializer));
        Assert.Equal(Precision.Single, description.Precision);
        Assert.Equal(1 / Math.Sqrt(TiledClassifier.ParameterCount), description.DefaultLearningRate, 12);
    }
}
