namespace XorGen.Numerics;

public class CheckTests
{
    [Fact]
    public void A_span_of_the_expected_length_passes() => Check.Length(3, 3, "input");

    [Fact]
    public void A_wrong_length_names_the_expected_and_the_actual_one()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>("input", () => Check.Length(5, 3, "input"));

        Assert.StartsWith("Expected a length of 3, but it is 5.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 2, 0, 1, 0)]
    [InlineData(8, 2, 4, 1, 4)]
    [InlineData(3, 1, 30, 10, 3)]
    public void Whole_rows_are_counted(int inputs, int inputWidth, int targets, int targetWidth, int rows) =>
        Assert.Equal(rows, Check.Rows(inputs, inputWidth, targets, targetWidth, "inputs", "targets"));

    [Fact]
    public void A_broken_row_names_its_width_and_the_length()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            "inputs", () => Check.Rows(7, 2, 3, 1, "inputs", "targets"));

        Assert.StartsWith("Expected rows of 2, but the length is 7, which is not a multiple of it.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(9)]
    [InlineData(0)]
    public void Another_number_of_target_rows_names_the_expected_and_the_actual_length(int targets)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            nameof(targets), () => Check.Rows(4, 2, targets, 5, "inputs", nameof(targets)));

        Assert.StartsWith($"Expected a length of 10 (2 rows of 5), but it is {targets}.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lengths_that_would_overflow_are_not_taken_for_equal()
    {
        // 65,536 rows of 65,536 are 2^32 values, which is 0 in 32 bits.
        ArgumentException exception = Assert.Throws<ArgumentException>(
            "targets", () => Check.Rows(65_536, 1, 0, 65_536, "inputs", "targets"));

        Assert.Contains("4294967296", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_rows_are_not_some_rows()
    {
        Assert.Equal(1, Check.SomeRows(2, 2, 1, 1, "inputs", "targets"));
        ArgumentException exception = Assert.Throws<ArgumentException>(
            "inputs", () => Check.SomeRows(0, 2, 0, 1, "inputs", "targets"));
        Assert.StartsWith("Expected at least one row, but it is empty.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_from_0_to_the_last_class_pass() => Check.Labels([0, 1, 2, 2, 0], 3, "labels");

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(int.MinValue)]
    public void A_label_out_of_range_is_named_with_its_row_and_the_range(int label)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>("labels", () => Check.Labels([0, 1, label], 3, "labels"));

        Assert.StartsWith($"The label of row 2 is {label}; it must be from 0 to 2.", exception.Message, StringComparison.Ordinal);
    }
}
