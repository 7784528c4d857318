using System.Runtime.InteropServices;

namespace XorGen.Benchmarks.Peers;

/// <summary>The functions of bench/native/peer.h.</summary>
internal sealed unsafe class NativeExports
{
    private readonly nint library;

    private NativeExports(nint library)
    {
        this.library = library;
        Create = (delegate* unmanaged<byte*, void*, nint>)Export("peer_create");
        Destroy = (delegate* unmanaged<nint, void>)Export("peer_destroy");
        Store = (delegate* unmanaged<nint, void*, void>)Export("peer_store");
        Outputs = (delegate* unmanaged<nint, void*, void*, long, int, void>)Export("peer_outputs");
        Forward = (delegate* unmanaged<nint, void*, long, long, double>)Export("peer_forward");
        Chain = (delegate* unmanaged<nint, void*, long, double>)Export("peer_chain");
        Predict = (delegate* unmanaged<nint, void*, long, long, double>)Export("peer_predict");
        Train = (delegate* unmanaged<nint, void*, void*, long, double, long, double>)Export("peer_train");
    }

    public delegate* unmanaged<byte*, void*, nint> Create { get; }

    public delegate* unmanaged<nint, void> Destroy { get; }

    public delegate* unmanaged<nint, void*, void> Store { get; }

    public delegate* unmanaged<nint, void*, void*, long, int, void> Outputs { get; }

    public delegate* unmanaged<nint, void*, long, long, double> Forward { get; }

    public delegate* unmanaged<nint, void*, long, double> Chain { get; }

    public delegate* unmanaged<nint, void*, long, long, double> Predict { get; }

    public delegate* unmanaged<nint, void*, void*, long, double, long, double> Train { get; }

    /// <summary>Loads a library that bench/native/build.sh has built; null if it is not there.</summary>
    public static NativeExports? Load(string name) =>
        NativeLibrary.TryLoad(Path.Combine(NativeBuild.Folder, $"lib{name}.so"), out nint handle) ? new(handle) : null;

    private nint Export(string name) => NativeLibrary.GetExport(library, name);
}
