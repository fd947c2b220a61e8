using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Wippy.Runtime;

/// <summary>
/// The keys of a table's fields in insertion order; the table holds the values at the same positions. Records with the same fields share one
/// immutable shape, and adding a field goes to the next shape. A table with other keys than a few names owns a shape of its own and changes it.
/// </summary>
public sealed partial class LuaShape
{
    /// <summary>More fields than this are a map rather than a record.</summary>
    private const int MaximumShared = 32;

    /// <summary>A bound of the memory that programs can fill with shared shapes.</summary>
    private const int MaximumShapes = 1 << 14;

    /// <summary>Up to this many keys are searched from front to back and have no buckets: most records are that small.</summary>
    internal const int MaximumUnhashed = 8;

    private static readonly LuaString IndexName = LuaMetamethods.Name(LuaMetamethod.Index);
    private static readonly Lock Gate = new();
    private static int shapes;
    private static int identities;

    internal readonly bool IsShared;

    /// <summary>A number that spreads shared shapes in hash tables.</summary>
    internal readonly int Id;

    /// <summary>The keys, with room for more. Empty while they are integers that follow each other or lie close together: <see cref="KeyAt"/> tells those too.</summary>
    internal LuaFieldKey[] Keys;

    /// <summary>The number of keys that there is room for.</summary>
    internal int Capacity;

    /// <summary>The number of keys, with those whose value is nil.</summary>
    internal int Used;

    /// <summary>The shared shapes on the way from the empty one to this: that with i fields at i, this one last. Empty in owned shapes.</summary>
    private LuaShape[] path;

    /// <summary>The number of integers among the keys whose value is not nil; 0 in shared shapes.</summary>
    internal int IntegerKeys;

    /// <summary>The number of keys whose value is not nil; only in owned shapes.</summary>
    internal int Live;

    /// <summary>Is the first key 0? A list that begins there keeps that element among the fields.</summary>
    internal bool BeginsAtZero;

    /// <summary>The position of <c>__index</c>, -1 if there is none.</summary>
    internal int IndexSlot = -1;

    /// <summary>A bit for each metamethod that is known to be no key.</summary>
    internal int AbsentMetamethods;

    /// <summary>Where metamethods were found last, for metatables of this shape.</summary>
    internal int[]? MetamethodSlots;

    /// <summary>What tables inherit whose metatable owns this shape.</summary>
    internal LuaInherited?[]? Inherited;
    internal int InheritedMisses;

    // A bit for each low six bits of a hash: most searches for an absent key end here.
    private ulong filter;
    private int[] buckets = [];

    // Of keys that were added again, and of new ones since: the how many-th addition each was. The others are in their place.
    private long[] additions = [];
    private long latestAddition;

    // While the keys are integers that follow each other, upwards (1) or downwards (-1), neither they nor buckets are stored.
    private long first;
    private int step;

    // While the keys are integers that lie close together, in any order: those.
    private LuaDenseKeys? dense;

    // Of a shared shape: which others follow it, and the positions in the order in which the fields were added, null where that is their own.
    private readonly LuaShapeTransitions transitions;
    private int[]? order;

    private LuaShape(int capacity, bool shared, LuaShape? basis = null)
    {
        IsShared = shared;
        Id = shared ? Interlocked.Increment(ref identities) : 0;
        Capacity = capacity;
        Keys = capacity > 0 && shared ? new LuaFieldKey[capacity] : [];
        path = capacity == 0 && shared ? [this] : [];
        transitions = shared ? new(basis ?? this) : null!;
    }

    /// <summary>The shape of tables without fields.</summary>
    internal static LuaShape Empty { get; } = new(0, true);

    internal LuaString LastName
    {
        [MethodImpl(JitOptions.Accessor)]
        get => Keys[Used - 1].Value.AsString();
    }

    /// <summary>The shape of records with these fields; the names are literals and differ. For generated code.</summary>
    public static LuaShape Of(params ReadOnlySpan<LuaString> names)
    {
        var shape = Empty;
        foreach (var name in names)
        {
            if (shape.With(name) is { } longer)
            {
                shape = longer;
                continue;
            }

            // Too many fields to share: a template that its tables copy before they change it.
            var template = new LuaShape(names.Length, true);
            foreach (var other in names)
            {
                template.Append(other, other.GetHashCode());
            }

            return template;
        }

        return shape;
    }

    /// <summary>An empty shape that one table will own.</summary>
    internal static LuaShape Owned(int capacity) => new(capacity, false);

    /// <summary>The shared shape with one more field; null if there should not be one.</summary>
    internal LuaShape? With(LuaString name)
    {
        var candidate = transitions.Latest;
        return candidate is not null && ReferenceEquals(candidate.LastName, name) ? candidate : FindNext(name);
    }

    /// <summary>Are the first keys those of another shape, so that it is on the way to this?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Extends(LuaShape other)
    {
        var all = path;
        var used = other.Used;
        return (uint)used < (uint)all.Length && ReferenceEquals(all[used], other);
    }

    /// <summary>Do the positions of the keys tell the order in which they were added?</summary>
    internal bool IsInOrder
    {
        [MethodImpl(JitOptions.Accessor)]
        get => latestAddition == 0;
    }

    /// <summary>Are the keys integers that lie close together, but do not follow each other?</summary>
    internal bool IsDense
    {
        [MethodImpl(JitOptions.Accessor)]
        get => dense is not null;
    }

    /// <summary>Is it certain without a search that there is no key with this hash?</summary>
    [MethodImpl(JitOptions.Accessor)]
    internal bool SurelyLacks(int hash) => ((filter >> hash) & 1) == 0;

    /// <summary>The key at a position.</summary>
    [MethodImpl(JitOptions.Accessor)]
    internal LuaValue KeyAt(int index) =>
        step != 0 ? unchecked(first + ((long)index * step)) : dense is null ? Keys[index].Value : dense.KeyAt(index);

    /// <summary>The position of a key, -1 if there is none.</summary>
    internal int Find(LuaString key)
    {
        var keys = Keys;
        var hash = key.GetHashCode();
        var hint = key.Hint;
        if ((uint)hint < (uint)keys.Length && keys[hint].Is(key, hash))
        {
            return hint;
        }

        var found = Search(keys, key, hash);
        if (found >= 0)
        {
            key.Hint = found;
        }

        return found;
    }

    /// <summary>
    /// The bucket of a hash. The bits above those of the mask are added, nearly as the remainder of a division by an odd number takes them: integers in equal steps, also
    /// in powers of two, spread, and neighbours stay neighbours.
    /// </summary>
    [MethodImpl(JitOptions.Accessor)]
    private ref int Bucket(int hash)
    {
        var all = buckets;
        return ref all[(hash + ((hash >>> BitOperations.Log2((uint)all.Length)) * 5)) & (all.Length - 1)];
    }

    private int Search(LuaFieldKey[] keys, LuaString key, int hash)
    {
        if (step != 0 || ((filter >> hash) & 1) == 0)
        {
            return -1;
        }

        if (buckets.Length == 0)
        {
            for (var i = 0; i < Used && i < keys.Length; i++)
            {
                if (keys[i].Is(key, hash))
                {
                    return i;
                }
            }

            return -1;
        }

        for (var i = Bucket(hash) - 1; (uint)i < (uint)keys.Length; i = keys[i].Next)
        {
            if (keys[i].Is(key, hash))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The position of an integer, -1 if there is none.</summary>
    internal int Find(long key, int hash)
    {
        if (step != 0)
        {
            var position = unchecked((ulong)((key - first) * step));
            return position < (ulong)Used ? (int)position : -1;
        }

        if (dense is not null)
        {
            return dense.Find(key);
        }

        if (((filter >> hash) & 1) == 0)
        {
            return -1;
        }

        var keys = Keys;
        if (buckets.Length == 0)
        {
            for (var i = 0; i < Used && i < keys.Length; i++)
            {
                if (keys[i].Is(key))
                {
                    return i;
                }
            }

            return -1;
        }

        for (var i = Bucket(hash) - 1; (uint)i < (uint)keys.Length; i = keys[i].Next)
        {
            if (keys[i].Is(key))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The position of a key that is neither a string nor a number with an integer value, -1 if there is none. Such keys are equal when they are the same.</summary>
    internal int Find(LuaValue key, int hash)
    {
        if (step != 0 || ((filter >> hash) & 1) == 0)
        {
            return -1;
        }

        var keys = Keys;
        if (buckets.Length == 0)
        {
            for (var i = 0; i < Used && i < keys.Length; i++)
            {
                if (keys[i].Is(key))
                {
                    return i;
                }
            }

            return -1;
        }

        for (var i = Bucket(hash) - 1; (uint)i < (uint)keys.Length; i = keys[i].Next)
        {
            if (keys[i].Is(key))
            {
                return i;
            }
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaShape? FindNext(LuaString name)
    {
        if (transitions.Longer(name) is not { } found)
        {
            if (Used >= MaximumShared)
            {
                return null;
            }

            lock (Gate)
            {
                found = transitions.Longer(name);
                if (found is null && shapes < MaximumShapes)
                {
                    shapes++;
                    found = Extend(name);
                    transitions.AddLonger(found);
                }
            }
        }

        transitions.Latest = found;
        return found;
    }

    /// <summary>The shared shape with the same fields at the same positions, the one at this position added last; null if there should not be one.</summary>
    internal LuaShape? Again(int position) => transitions.Again(position) ?? FindAgain(position);

    /// <summary>Are the fields those of the basis in this order?</summary>
    internal bool HasOrder(ReadOnlySpan<int> wanted) => wanted.SequenceEqual(order);

    /// <summary>The position of the field of a shared shape that was added as the how many-th.</summary>
    [MethodImpl(JitOptions.Accessor)]
    internal int PositionOf(int addition) => order is null ? addition : order[addition];

    /// <summary>The how many-th field of a shared shape the one at a position was.</summary>
    internal int AdditionOf(int position) => order is null ? position : Array.IndexOf(order, position);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaShape? FindAgain(int position)
    {
        if (Used > MaximumShared)
        {
            return null;
        }

        lock (Gate)
        {
            var wanted = new int[Used];
            for (int i = 0, count = 0; i < Used; i++)
            {
                if (PositionOf(i) is var other && other != position)
                {
                    wanted[count++] = other;
                }
            }

            wanted[^1] = position;
            var basis = transitions.Basis;
            var found = basis.transitions.InOrder(wanted);
            if (found is null)
            {
                if (shapes == MaximumShapes || !basis.transitions.TryAddOrder(found = basis.Reordered(wanted)))
                {
                    return null;
                }

                shapes++;
            }

            transitions.AddAgain(position, found);
            return found;
        }
    }

    private LuaShape Reordered(int[] wanted)
    {
        var shape = new LuaShape(Used, true, this) { path = path, order = wanted };
        for (var i = 0; i < Used; i++)
        {
            shape.Append(Keys[i].Value, Keys[i].Hash);
        }

        return shape;
    }

    private LuaShape Extend(LuaString name)
    {
        var shape = new LuaShape(Used + 1, true);
        for (var i = 0; i < Used; i++)
        {
            shape.Append(Keys[i].Value, Keys[i].Hash);
        }

        shape.Append(name, name.GetHashCode());
        shape.path = [.. path, shape];
        shape.order = order is null ? null : [.. order, Used];
        return shape;
    }
}
