using System.Runtime.InteropServices;

namespace XorGen.Training;

/// <summary>The metrics that callbacks have recorded in an attempt.</summary>
internal sealed class MetricHistory
{
    private readonly Dictionary<string, Series> byName = [];

    public int Count => byName.Count;

    public bool Contains(string name) => byName.ContainsKey(name);

    public void Clear() => byName.Clear();

    public void Record(string name, double value)
    {
        ref Series? values = ref CollectionsMarshal.GetValueRefOrAddDefault(byName, name, out _);
        (values ??= new Series(0)).Add(value);
    }

    /// <summary>Returns the metrics as a report shows them.</summary>
    public Dictionary<string, IReadOnlyList<double>> ToReport()
    {
        var recorded = new Dictionary<string, IReadOnlyList<double>>(byName.Count);
        foreach ((string name, Series values) in byName)
        {
            recorded.Add(name, values.ToArray());
        }

        return recorded;
    }

    public void Write(CheckpointWriter writer)
    {
        foreach ((string name, Series values) in byName)
        {
            writer.Write(name);
            writer.Write(values);
        }
    }

    /// <summary>Reads as many metrics as there are said to be.</summary>
    /// <exception cref="InvalidDataException">One is there twice.</exception>
    public void Read(ref CheckpointReader reader, int count)
    {
        for (; count > 0; count--)
        {
            string name = reader.ReadString();
            var values = new Series(0);
            reader.Read(values);
            if (!byName.TryAdd(name, values))
            {
                throw new InvalidDataException($"The checkpoint has the metric \"{name}\" twice.");
            }
        }
    }
}
