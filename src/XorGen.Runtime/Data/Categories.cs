using System.Numerics;

namespace XorGen;

/// <summary>The different values of a column of names, and their one-hot encoding: a column for each of them, 1 in that of the value and 0 in the others.</summary>
/// <remarks>
/// It is made once, from the training data or from a list that the program has, and encodes every row after that: so training and use agree on the
/// columns. A value that was not among them has 0 in all columns, as scikit-learn's OneHotEncoder with handle_unknown='ignore' has it. A missing
/// value is the empty string, a category like any other where it occurs.
/// </remarks>
public sealed class Categories
{
    private readonly string[] names;
    private readonly Dictionary<string, int> indices;

    /// <summary>Makes categories in this order.</summary>
    /// <param name="names">The names, each once; null counts as the empty string.</param>
    /// <exception cref="ArgumentException">A name occurs twice, or there is none.</exception>
    public Categories(params IEnumerable<string?> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        this.names = [.. names.Select(name => name ?? string.Empty)];
        if (this.names.Length == 0)
        {
            throw new ArgumentException("There is no category.", nameof(names));
        }

        indices = new(this.names.Length, StringComparer.Ordinal);
        for (int i = 0; i < this.names.Length; i++)
        {
            if (!indices.TryAdd(this.names[i], i))
            {
                throw new ArgumentException($"The category '{this.names[i]}' occurs twice.", nameof(names));
            }
        }
    }

    /// <summary>Gets the names, in the order of their columns.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Gets the number of categories, which is the number of columns of their encoding.</summary>
    public int Count => names.Length;

    /// <summary>Returns the categories of a column: its different values in ordinal order.</summary>
    /// <param name="values">The values; null counts as the empty string.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static Categories Of(IEnumerable<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values.Select(value => value ?? string.Empty).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    /// <summary>Returns the number of a category, from 0: the label of a class that has a name; -1 where it is not one of them.</summary>
    /// <param name="name">The name; null counts as the empty string.</param>
    public int IndexOf(string? name) => indices.TryGetValue(name ?? string.Empty, out int index) ? index : -1;

    /// <summary>Returns the encoding of a value: as many numbers as there are categories, 1 in the place of its own and 0 elsewhere; only zeros where it is none of them.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="name">The name; null counts as the empty string.</param>
    public T[] OneHot<T>(string? name)
        where T : unmanaged, INumberBase<T>
    {
        var row = new T[names.Length];
        int index = IndexOf(name);
        if (index >= 0)
        {
            row[index] = T.One;
        }

        return row;
    }
}
