using XorGen.Generator.Tests;

namespace XorGen.Properties;

/// <summary>Compiles a declared network in memory, with the generator, and makes one.</summary>
internal static class CompiledNetwork
{
    public static INetwork<T> Create<T>(NetworkDeclaration declaration)
        where T : unmanaged
    {
        // The network keeps the assembly alive: it goes when the network goes.
        using LoadedAssembly loaded = GeneratorHarness.Run(declaration.Source()).Load();
        return (INetwork<T>)Activator.CreateInstance(loaded.TypeOf("Tested"))!;
    }
}
