using XorGen.Benchmarks.Peers.Prototypes;

namespace XorGen.Benchmarks.Peers;

/// <summary>All peers, in the order of the table. The first is XorGen.</summary>
internal static class PeerCatalogue
{
    private const string Compiler = "install g++ (Debian: apt-get install g++); it needs a processor with AVX-512";
    private const string Eigen = "install g++ and Eigen (Debian: apt-get install g++ libeigen3-dev)";
    private const string OpenBlas = "install g++, Eigen and OpenBLAS (Debian: apt-get install g++ libeigen3-dev libopenblas0-pthread)";

    public static IEnumerable<IPeer> Create() =>
    [
        new XorGenPeer(),
        new NativePeer("C++ AVX-512", "yardstick", Compiler),
        new PrototypePeer(),
        new LoopsPeer(),
        new NativePeer("Eigen", "eigen", Eigen),
        new NativePeer("Eigen+OpenBLAS", "eigen_openblas", OpenBlas),
        new OnnxRuntimePeer(),
        new FannPeer(),
        new PythonPeer("NumPy", "numpy", "install python3-numpy"),
        new PythonPeer("PyTorch", "torch", "install python3-torch"),
    ];
}
