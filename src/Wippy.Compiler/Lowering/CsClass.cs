using System.Collections.Generic;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Emit;

namespace Wippy.Compiler.Lowering;

/// <summary>The emitted class of a chunk.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="ChunkName">Chunk name of error positions.</param>
/// <param name="Constants">Constants by name, in order of first use.</param>
/// <param name="SlotCount">Number of cached slots.</param>
/// <param name="MethodCacheCount">Number of calls of methods that remember what they found.</param>
/// <param name="Fields">Instance fields.</param>
/// <param name="Methods">Methods, the chunk first.</param>
/// <param name="Closures">Classes of functions that hold variables.</param>
/// <param name="Types">Declared types that are used as values.</param>
internal sealed record CsClass(
    string Namespace,
    string Name,
    string ChunkName,
    IReadOnlyList<(string TypeName, string Name, string Value)> Constants,
    int SlotCount,
    int MethodCacheCount,
    IReadOnlyList<(string TypeName, string Name, string? Value)> Fields,
    IReadOnlyList<(IReadOnlyList<CsComment> Comments, CsFunction Method)> Methods,
    IReadOnlyList<CsClosure> Closures,
    IReadOnlyList<(string Name, string Value)> Types)
{
    /// <summary>The first function with more than <see cref="ChunkRules.MaxTemporaries"/> temporaries, which the C# compiler may refuse; null when there is none.</summary>
    public FunctionSymbol? LongFunction { get; init; }

    /// <summary>
    /// How many constants, cached slots or caches of methods the class itself has at most; the others stand in classes inside it. A class of the runtime of .NET has at
    /// most 65 535 fields, and there are those of variables and functions, too.
    /// </summary>
    public const int MaximumNumbered = 8_192;

    /// <summary>How code of the class calls a cache of methods, by its number from 1.</summary>
    public static string MethodCacheName(int number) =>
        (number > MaximumNumbered ? CachesName((number - 1) / MaximumNumbered) + "." : string.Empty) + "m" + CSharpText.Number(number);

    /// <summary>The field that holds more caches of methods, by its number from 1.</summary>
    public static string CachesName(int number) => "LuaCaches" + CSharpText.Number(number);
}
