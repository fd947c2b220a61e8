using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>
/// What rows of a grid mostly have in common: the kind of their elements and how many there are. Generated code takes it from one row before a loop that reads
/// an element at one place of many rows; then one comparison tells that another row has that element too.
/// </summary>
public readonly struct LuaRowForm
{
    private readonly ulong header;

    [MethodImpl(JitOptions.Accessor)]
    internal LuaRowForm(ulong header) => this.header = header;

    /// <summary>Whether a row has this form. None has the default one.</summary>
    [MethodImpl(JitOptions.Accessor)]
    internal bool IsOf(LuaTable row) => row.Header == header;
}
