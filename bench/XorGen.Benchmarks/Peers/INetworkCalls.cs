namespace XorGen.Benchmarks.Peers;

/// <summary>
/// The calls of one generated class. A struct that implements it is specialised by the JIT, so that the loops of
/// <see cref="GeneratedContender{TCalls, T}"/> call the class directly, as a user's loop would, and not through an interface.
/// </summary>
internal interface INetworkCalls<T>
    where T : unmanaged
{
    void Forward(ReadOnlySpan<T> input, Span<T> output);

    void Predict(ReadOnlySpan<T> inputs, Span<T> outputs);

    T Train(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, T learningRate);
}
