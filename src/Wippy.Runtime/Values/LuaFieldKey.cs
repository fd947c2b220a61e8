using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>A key of a <see cref="LuaShape"/> and its place in the hash table.</summary>
internal struct LuaFieldKey
{
    public LuaValue Value;
    public int Hash;
    public int Next;

    [MethodImpl(JitOptions.Accessor)]
    public readonly bool Is(long key) => Value.Bits == key && Value.IsInteger;

    [MethodImpl(JitOptions.Accessor)]
    public readonly bool Is(LuaValue key) => Value.Bits == key.Bits && ReferenceEquals(Value.Reference, key.Reference);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Is(LuaString key, int hash) =>
        ReferenceEquals(Value.Reference, key) || (Hash == hash && Value.Reference is LuaString other && other.Equals(key));
}
