using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>How methods of the runtime are compiled that every program calls often.</summary>
/// <remarks>
/// The JIT compiles a method up to three times: as it is, with counters in it, and with what those have counted. Methods without branches learn nothing from that, and
/// the loops of the library little; <see cref="MethodImplOptions.AggressiveOptimization"/> compiles them once, which is most of what a new process has to compile.
/// </remarks>
internal static class JitOptions
{
    /// <summary>Of a method that does next to nothing: it becomes a part of its callers, and is optimised at once for those that are not optimised yet.</summary>
    public const MethodImplOptions Accessor = MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization;
}
