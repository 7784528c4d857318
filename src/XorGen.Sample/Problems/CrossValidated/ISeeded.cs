namespace XorGen.Sample.Problems.CrossValidated;

/// <summary>A problem that is solved from several seeds, one after the other.</summary>
internal interface ISeeded
{
    /// <summary>Gets or sets the first of the seeds; 0 unless said otherwise.</summary>
    int FirstSeed { get; set; }

    /// <summary>Gets or sets the number of seeds, at least 1.</summary>
    int Seeds { get; set; }
}
