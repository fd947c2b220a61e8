using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Wippy.Runtime;

/// <content>
/// Inherited fields, methods above all. A metatable remembers, for records of a shape without the field, in which table of the
/// <c>__index</c> chain it was found, and a call of a method which function it found. The tables of such a chain are marked, and a change of their keys, of a
/// <c>__index</c>, of a function or of a metatable among them makes everything remembered invalid.
/// </content>
public sealed partial class LuaTable
{
    private const int MethodSlots = 32;

    /// <summary>A metatable that forgets more often than this is not worth remembering for.</summary>
    private const int MaximumMisses = 1 << 12;

    /// <summary>Longer chains, among them those that never end, are not remembered.</summary>
    private const int MaximumChain = 100;

    private static int inheritance;

    private bool IsHolder
    {
        [MethodImpl(JitOptions.Accessor)]
        get => (flags & HolderFlag) != 0;
    }

    /// <summary>The value of a field that the table does not have itself, if the metatable remembers where it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryGetInherited(LuaString key, out LuaValue value)
    {
        if (metatable?.shape.Inherited is { } all
            && all[(key.GetHashCode() ^ shape.Id) & (MethodSlots - 1)] is { } found
            && ReferenceEquals(found.Key, key)
            && ReferenceEquals(found.Shape, shape)
            && found.Inheritance == inheritance)
        {
            value = found.Holder.fields[found.Slot];
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>The inherited function that a call has found before for objects like this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryGetMethod(LuaMethodCache? cache, [NotNullWhen(true)] out LuaFunction? method)
    {
        for (; cache is not null; cache = cache.Next)
        {
            if (ReferenceEquals(cache.Shape, shape) && ReferenceEquals(cache.Metatable, metatable) && cache.Inheritance == inheritance)
            {
                method = cache.Function;
                return true;
            }
        }

        method = null;
        return false;
    }

    /// <summary>Finds an inherited function through tables only, and remembers it for a call; <paramref name="name"/> is a literal.</summary>
    internal bool TryFindMethod(LuaString name, ref LuaMethodCache? cache, [NotNullWhen(true)] out LuaFunction? method)
    {
        method = null;
        if (metatable is null || !shape.IsShared || shape.Find(name) >= 0)
        {
            return false;
        }

        var found = cache;
        while (found is not null && !(ReferenceEquals(found.Shape, shape) && ReferenceEquals(found.Metatable, metatable)))
        {
            found = found.Next;
        }

        if (found is null ? cache?.Length >= LuaMethodCache.MaximumLength : ++found.Changes > LuaMethodCache.MaximumChanges)
        {
            return false;
        }

        if (FindHolder(name) is not var (holder, slot) || !holder.fields[slot].TryGetFunction(out method))
        {
            return false;
        }

        if (found is null)
        {
            cache = new LuaMethodCache(shape, metatable, method, inheritance, cache);
        }
        else
        {
            found.Function = method;
            found.Inheritance = inheritance;
        }

        return true;
    }

    /// <summary>Remembers where a field was found; <paramref name="key"/> is a literal and the chain goes through tables only.</summary>
    internal void RememberInherited(LuaString key)
    {
        if (metatable is null || !shape.IsShared || shape.Find(key) >= 0)
        {
            return;
        }

        if (metatable.shape.IsShared)
        {
            if (metatable.IsFrozen)
            {
                return;
            }

            metatable.Own(metatable.FieldCount + 1);
        }

        var memory = metatable.shape;
        if (++memory.InheritedMisses > MaximumMisses)
        {
            return;
        }

        if (FindHolder(key) is var (holder, slot))
        {
            memory.Inherited ??= new LuaInherited?[MethodSlots];
            memory.Inherited[(key.GetHashCode() ^ shape.Id) & (MethodSlots - 1)] = new LuaInherited(shape, key, holder, slot, inheritance);
        }
    }

    /// <summary>The table of the <c>__index</c> chain that has a field, and the field's slot; marks the tables on the way.</summary>
    private (LuaTable Holder, int Slot)? FindHolder(LuaString key)
    {
        var meta = metatable;
        for (var i = 0; i < MaximumChain && meta is not null; i++)
        {
            meta.MarkHolder();
            if (!meta.IndexHandler.TryGetTable(out var holder))
            {
                return null;
            }

            holder.MarkHolder();
            var slot = holder.shape.Find(key);
            if (slot >= 0 && !holder.fields[slot].IsNil)
            {
                return (holder, slot);
            }

            meta = holder.metatable;
        }

        return null;
    }

    // Tables that are frozen do not change, and may be shared with other threads.
    private void MarkHolder()
    {
        if (!IsFrozen)
        {
            flags |= HolderFlag | GuardedFlag;
        }
    }

    /// <summary>What is remembered may no longer be true.</summary>
    private void ForgetInherited()
    {
        if (IsHolder)
        {
            Interlocked.Increment(ref inheritance);
        }
    }
}

/// <summary>Where records of a shape find an inherited field.</summary>
internal sealed record LuaInherited(LuaShape Shape, LuaString Key, LuaTable Holder, int Slot, int Inheritance);
