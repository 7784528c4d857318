namespace XorGen.Sample;

/// <summary>What the program returns to the shell.</summary>
internal static class ExitCode
{
    /// <summary>Every network that should have learned has, and the pictures, if wanted, are written.</summary>
    public const int Success = 0;

    /// <summary>A network that should have learned has not, or a picture could not be written.</summary>
    public const int Failure = 1;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 2;
}
