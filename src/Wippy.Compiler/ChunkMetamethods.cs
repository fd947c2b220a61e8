using Wippy.Compiler.Text;

namespace Wippy.Compiler;

/// <summary>
/// What the programs of a chunk need to know of it before anything is compiled: which operators it may make wait. Small on purpose, as
/// <see cref="ChunkSignature"/> is.
/// </summary>
/// <param name="CanWait">Whether the chunk itself names anything that can ever wait.</param>
/// <param name="AssignsHost">Whether it may assign globals of the host, so that what other chunks call there may wait.</param>
/// <param name="Handlers">The metamethods that it defines.</param>
public sealed record ChunkMetamethods(bool CanWait, bool AssignsHost, EquatableArray<MetamethodSignature> Handlers);

/// <summary>A metamethod with what its functions do.</summary>
/// <param name="Metamethod">A bit of <see cref="Analysis.Metamethods"/>.</param>
/// <param name="MayWait">Whether they may wait, whatever metamethods do.</param>
/// <param name="Uses">The metamethods that they may call by operators: if one of these may wait, they may.</param>
public sealed record MetamethodSignature(int Metamethod, bool MayWait, int Uses);
