using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Peers;

/// <summary>A shared library that exports what bench/native/peer.h says. Its loops are native: the clock sees one call for many operations.</summary>
internal sealed class NativePeer(string name, string library, string install) : IPeer
{
    private readonly NativeExports? exports = NativeExports.Load(library);

    public string Name => name;

    public string? Missing => exports is null ? install : null;

    public unsafe Contender? Enter(Work work)
    {
        Problem problem = work.Problem;
        byte[] key = System.Text.Encoding.ASCII.GetBytes(work.Shape.Name + "\0");
        NativeArray parameters = NativeArray.Of(problem.Parameters, work.Shape.Double);
        fixed (byte* keyAddress = key)
        {
            nint network = exports!.Create(keyAddress, parameters.Address);
            parameters.Dispose();
            if (network == 0)
            {
                return null;
            }

            exports.Destroy(network);
        }

        return new NativeContender(work, exports);
    }
}
