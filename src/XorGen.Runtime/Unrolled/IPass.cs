using System.ComponentModel;

namespace XorGen.Unrolled;

/// <summary>How far a pass of samples through a network goes, as constants of a type: what is beyond is not compiled.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public interface IPass
{
    /// <summary>Gets a value indicating whether it ends at the outputs.</summary>
    static abstract bool Predicts { get; }

    /// <summary>Gets a value indicating whether it goes on from the loss to the gradient.</summary>
    static abstract bool Trains { get; }
}

/// <summary>To the outputs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public readonly struct PredictionPass : IPass
{
    /// <inheritdoc/>
    public static bool Predicts => true;

    /// <inheritdoc/>
    public static bool Trains => false;
}

/// <summary>To the loss.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public readonly struct EvaluationPass : IPass
{
    /// <inheritdoc/>
    public static bool Predicts => false;

    /// <inheritdoc/>
    public static bool Trains => false;
}

/// <summary>To the loss and back to the gradient.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public readonly struct TrainingPass : IPass
{
    /// <inheritdoc/>
    public static bool Predicts => false;

    /// <inheritdoc/>
    public static bool Trains => true;
}
