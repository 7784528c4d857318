using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace XorGen.Benchmarks.Peers;

/// <summary>The functions of FANN 2.2, single precision (fann.h), under their own names.</summary>
internal static unsafe partial class Fann
{
    private const string Library = "libfann.so.2";

    [LibraryImport(Library)]
    public static partial nint fann_create_standard_array(uint layers, int* widths);

    [LibraryImport(Library)]
    public static partial void fann_destroy(nint network);

    [LibraryImport(Library)]
    public static partial void fann_set_activation_function_hidden(nint network, int function);

    [LibraryImport(Library)]
    public static partial void fann_set_activation_function_output(nint network, int function);

    [LibraryImport(Library)]
    public static partial void fann_set_activation_steepness_hidden(nint network, float steepness);

    [LibraryImport(Library)]
    public static partial void fann_set_activation_steepness_output(nint network, float steepness);

    [LibraryImport(Library)]
    public static partial void fann_set_weight(nint network, uint from, uint to, float weight);

    [LibraryImport(Library)]
    public static partial void fann_set_learning_rate(nint network, float rate);

    [LibraryImport(Library)]
    public static partial void fann_set_train_error_function(nint network, int function);

    [LibraryImport(Library)]
    public static partial void fann_get_connection_array(nint network, FannConnection* connections);

    [LibraryImport(Library)]
    public static partial uint fann_get_total_connections(nint network);

    [LibraryImport(Library)]
    public static partial FannData* fann_create_train(uint rows, uint inputs, uint outputs);

    [LibraryImport(Library)]
    public static partial void fann_destroy_train(FannData* data);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial float fann_train_epoch_batch(nint network, FannData* data);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial float* fann_run(nint network, float* input);
}
