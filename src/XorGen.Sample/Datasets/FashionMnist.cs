namespace XorGen.Sample.Datasets;

/// <summary>Fashion-MNIST (H. Xiao, K. Rasul and R. Vollgraf, 2017): grey pictures of ten kinds of clothes.</summary>
/// <param name="Training">The 60,000 pictures to train on.</param>
/// <param name="Test">The 10,000 pictures to test on.</param>
internal sealed record FashionMnist(LabelledRows Training, LabelledRows Test)
{
    /// <summary>The number of pixels on a side.</summary>
    public const int Side = 28;

    private const int Pixels = Side * Side;

    private static readonly string[] Names =
        ["T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"];

    /// <summary>Gets where Debian's package dataset-fashion-mnist puts the files.</summary>
    public static DirectoryInfo DefaultDirectory { get; } = new("/usr/share/datasets/fashion-mnist");

    /// <summary>Reads the four files of a directory, packed with gzip or not; pixels become numbers from 0 to 1.</summary>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is not what its name says.</exception>
    public static FashionMnist Read(DirectoryInfo directory) => new(Read(directory, "train"), Read(directory, "t10k"));

    private static LabelledRows Read(DirectoryInfo directory, string part)
    {
        FileInfo labelFile = Find(directory, $"{part}-labels-idx1-ubyte");
        byte[] labels = IdxFile.Read(labelFile, [null]);
        int wrong = labels.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(Names.Length - 1));
        if (wrong >= 0)
        {
            throw new InvalidDataException($"{labelFile.FullName}: the label of picture {wrong} is {labels[wrong]}; it must be from 0 to {Names.Length - 1}.");
        }

        byte[] pixels = IdxFile.Read(Find(directory, $"{part}-images-idx3-ubyte"), labels.Length, Side, Side);
        return new LabelledRows(Array.ConvertAll(pixels, pixel => pixel / 255f), Pixels, Array.ConvertAll(labels, label => (int)label), Names);
    }

    private static FileInfo Find(DirectoryInfo directory, string name)
    {
        string path = Path.Combine(directory.FullName, name);
        return new[] { path + ".gz", path }.Where(File.Exists).Select(existing => new FileInfo(existing)).FirstOrDefault()
            ?? throw new FileNotFoundException($"There is no {name}.gz in {directory.FullName}.", path);
    }
}
