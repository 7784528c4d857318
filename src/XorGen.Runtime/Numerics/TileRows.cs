using System.Runtime.InteropServices;

namespace XorGen.Numerics;

/// <summary>
/// The number of rows of a tile, as the size of a type: of all constants of a type the compiler knows that one before it inlines, and
/// need not inline the rows that a tile does not have. They took longer to compile than those that it has.
/// </summary>
internal interface ITileRows;

/// <inheritdoc cref="ITileRows"/>
[StructLayout(LayoutKind.Sequential, Size = 1)]
internal readonly struct OneRow : ITileRows;

/// <inheritdoc cref="ITileRows"/>
[StructLayout(LayoutKind.Sequential, Size = 2)]
internal readonly struct TwoRows : ITileRows;

/// <inheritdoc cref="ITileRows"/>
[StructLayout(LayoutKind.Sequential, Size = 3)]
internal readonly struct ThreeRows : ITileRows;

/// <inheritdoc cref="ITileRows"/>
[StructLayout(LayoutKind.Sequential, Size = 4)]
internal readonly struct FourRows : ITileRows;

/// <inheritdoc cref="ITileRows"/>
[StructLayout(LayoutKind.Sequential, Size = 5)]
internal readonly struct FiveRows : ITileRows;

/// <inheritdoc cref="ITileRows"/>
[StructLayout(LayoutKind.Sequential, Size = 6)]
internal readonly struct SixRows : ITileRows;

/// <inheritdoc cref="ITileRows"/>
[StructLayout(LayoutKind.Sequential, Size = 7)]
internal readonly struct SevenRows : ITileRows;

/// <inheritdoc cref="ITileRows"/>
[StructLayout(LayoutKind.Sequential, Size = 8)]
internal readonly struct EightRows : ITileRows;
