namespace XorGen.Benchmarks.Sections;

/// <summary>A part of docs/performance.md that is measured.</summary>
internal interface ISection
{
    /// <summary>Gets its name on the command line and between the marks of the page.</summary>
    string Key { get; }

    /// <summary>Gets what it measures, for the help text.</summary>
    string Description { get; }

    /// <summary>Measures, and returns what the page says: Markdown.</summary>
    string Run(MeasurementOptions options);
}
