using System.Collections.Generic;

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
    IReadOnlyList<(string Name, string Value)> Types);
