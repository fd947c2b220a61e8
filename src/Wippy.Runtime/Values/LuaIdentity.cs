using System.Runtime.CompilerServices;
using System.Threading;

namespace Wippy.Runtime;

/// <summary>
/// The numbers in texts such as <c>table: 0x…</c>. An instance counts its own objects in the order their text is asked for, so a replay prints the same.
/// </summary>
internal sealed class LuaIdentity
{
    private static readonly LuaIdentity Shared = new();

    private readonly ConditionalWeakTable<object, StrongBox<long>> numbers = [];
    private long last = 0x100;

    public static long Of(object value) => (LuaState.CurrentOrNull?.Identities ?? Shared).NumberOf(value);

    private long NumberOf(object value) => numbers.GetValue(value, _ => new StrongBox<long>(Interlocked.Add(ref last, 0x10))).Value;
}
