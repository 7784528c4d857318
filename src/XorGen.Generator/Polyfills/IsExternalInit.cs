namespace System.Runtime.CompilerServices;

/// <summary>Lets this netstandard2.0 project use records and init properties.</summary>
internal static class IsExternalInit;
