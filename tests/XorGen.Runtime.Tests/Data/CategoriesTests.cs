namespace XorGen;

/// <summary>Names become columns.</summary>
public class CategoriesTests
{
    [Fact]
    public void The_names_are_those_of_the_values_in_ordinal_order()
    {
        Categories categories = Categories.Of(["gas", "electric", "Gas", "gas", null, "", "electric"]);
        Assert.Equal(["", "Gas", "electric", "gas"], categories.Names);
        Assert.Equal(4, categories.Count);
        Assert.Equal(Rows.Labels(["gas", "electric", "Gas"], out _), ((string[])["gas", "electric", "Gas"]).Select(name => categories.IndexOf(name) - 1));
    }

    [Fact]
    public void A_value_is_1_in_its_column()
    {
        var categories = new Categories("gas", "electric", null);
        Assert.Equal([0, 1, 0], categories.OneHot<float>("electric"));
        Assert.Equal([0, 0, 1], categories.OneHot<double>(null));
        Assert.Equal([0, 0, 1], categories.OneHot<double>(""));
        Assert.Equal(1, categories.IndexOf("electric"));
        Assert.Equal(2, categories.IndexOf(null));
    }

    [Fact]
    public void A_value_that_is_none_of_them_is_zero_everywhere()
    {
        var categories = new Categories("gas", "electric");
        Assert.Equal([0, 0], categories.OneHot<float>("wood"));
        Assert.Equal([0, 0], categories.OneHot<float>("Gas"));
        Assert.Equal([0, 0], categories.OneHot<float>(null));
        Assert.Equal(-1, categories.IndexOf("wood"));
    }

    [Fact]
    public void Names_that_make_no_sense_are_refused()
    {
        Assert.Contains("'gas' occurs twice", Assert.Throws<ArgumentException>(() => new Categories("gas", "gas")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Categories(null, ""));
        Assert.Throws<ArgumentException>(() => new Categories());
        Assert.Throws<ArgumentException>(() => Categories.Of([]));
    }
}
