using System.Runtime.CompilerServices;

namespace XorGen.Blocked;

/// <summary>The memory that a pass of a block of rows through a network works in. All of it stays where it is meanwhile.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
[CLSCompliant(false)]
public readonly unsafe struct BlockedPass<T>
    where T : unmanaged
{
    private readonly T* parameters;
    private readonly T* training;
    private readonly T* scratch;
    private readonly T* inputs;
    private readonly T* targets;
    private readonly int* labels;
    private readonly T* rowWeights;

    internal BlockedPass(
        T* parameters, T* training, T* scratch, T* inputs, T* targets, int* labels, T* rowWeights, int rows, bool isFirst, T scale)
    {
        this.parameters = parameters;
        this.training = training;
        this.scratch = scratch;
        this.inputs = inputs;
        this.targets = targets;
        this.labels = labels;
        this.rowWeights = rowWeights;
        Rows = rows;
        IsFirst = isFirst;
        Scale = scale;
    }

    /// <summary>Gets the number of rows.</summary>
    public int Rows { get; }

    /// <summary>Gets a value indicating whether no other pass of this step has come before.</summary>
    public bool IsFirst { get; }

    /// <summary>Gets the factor of a row's loss, times its weight where the rows have weights, in the mean loss.</summary>
    public T Scale { get; }

    /// <summary>Gets the number that the first row has in its batch.</summary>
    public int FirstRow { get; init; }

    /// <summary>Gets the position in the random sequence of dropout, where the network has it.</summary>
    public double DropoutPosition { get; init; }

    /// <summary>Gets a value indicating whether the derivatives of the loss are needed.</summary>
    public bool IsTraining => training != null;

    /// <summary>Gets a value indicating whether the targets are labels.</summary>
    public bool HasLabels => labels != null;

    /// <summary>Gets a value indicating whether the rows have weights.</summary>
    public bool HasRowWeights => rowWeights != null;

    /// <summary>Returns a place in the block of parameters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Parameters(int offset) => ref Unsafe.AsRef<T>(parameters + offset);

    /// <summary>Returns a place in the block of the gradient or, after it, the state of the optimizer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Training(int offset) => ref Unsafe.AsRef<T>(training + offset);

    /// <summary>Returns a place in the memory for intermediate values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Scratch(int offset) => ref Unsafe.AsRef<T>(scratch + offset);

    /// <summary>Returns a place in the inputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Inputs(int offset) => ref Unsafe.AsRef<T>(inputs + offset);

    /// <summary>Returns the gradient of earlier passes of the step; a null reference where there are none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref T GradientSoFar(int offset) => ref Unsafe.AsRef<T>(IsFirst ? null : training + offset);

    /// <summary>Returns some rows of targets.</summary>
    internal ReadOnlySpan<T> Targets(int first, int rows, int width) => new(targets + ((nint)first * width), rows * width);

    /// <summary>Returns the labels of some rows.</summary>
    internal ReadOnlySpan<int> Labels(int first, int rows) => new(labels + first, rows);

    /// <summary>Returns the weight of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal T RowWeight(int row) => rowWeights[row];

    /// <summary>Returns the weights of some rows.</summary>
    internal ReadOnlySpan<T> RowWeights(int first, int rows) => new(rowWeights + first, rows);
}
