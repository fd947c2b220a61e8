using Wippy.Compiler.Analysis;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Text;

namespace Wippy.Compiler;

/// <summary>What <see cref="ChunkCompiler"/> makes of one chunk.</summary>
/// <param name="Text">The C# file; null when an error forbids it.</param>
/// <param name="ClassName">The emitted class, without namespace.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Signature">What importers need.</param>
/// <param name="Diagnostics">Findings in order of position. The parser's findings are not repeated here.</param>
public sealed record ChunkOutput(
    string? Text,
    string ClassName,
    string Namespace,
    ChunkSignature Signature,
    EquatableArray<Diagnostic> Diagnostics)
{
    /// <summary>Entries that the chunk names by literals, in order of position.</summary>
    public EquatableArray<EntryReference> References { get; init; }
}
