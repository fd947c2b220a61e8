using System.Runtime.CompilerServices;

namespace Wippy.Runtime.Modules;

/// <summary>
/// A place in a queue of a channel. A task waits in one place at a time, or in one for each case of a select: it keeps its places and uses them again.
/// </summary>
/// <param name="thread">The task that waits.</param>
internal sealed class ChannelPlace(LuaThread thread)
{
    internal readonly LuaThread Thread = thread;

    // Neighbours in the queue.
    internal ChannelPlace? Previous;
    internal ChannelPlace? Next;

    // Of a plain send.
    internal LuaValue Value;

    // Of a select, while it waits.
    private LuaSelectCase? selected;
    private ChannelPlace? other;

    /// <summary>The place of a task that waits for one channel only.</summary>
    public static ChannelPlace Of(LuaThread thread) => thread.Place ??= new ChannelPlace(thread);

    /// <summary>A task joins the queues of all cases of a list; false when there are none.</summary>
    public static bool TryJoin(LuaThread thread, LuaTable cases)
    {
        ChannelPlace? place = null;
        for (long i = 1; i <= cases.Length; i++)
        {
            if (cases[i].TryGetUserdata<LuaSelectCase>(out var entry))
            {
                place = place is null ? Of(thread) : place.other ??= new ChannelPlace(thread);
                place.selected = entry;
                entry.Channel.QueueOf(entry.IsSend).Add(place);
            }
        }

        return place is not null;
    }

    /// <summary>The task has received from a channel where this is the first place.</summary>
    public void Receive(LuaChannel channel, LuaValue value, bool ok)
    {
        if (selected is null)
        {
            channel.QueueOf(false).Remove(this);
            Thread.Put(value, ok);
        }
        else
        {
            Select(channel, value, ok);
        }
    }

    /// <summary>A receiver or the buffer takes the value of this place, the first one of its queue.</summary>
    public LuaValue Send(LuaChannel channel)
    {
        if (selected is null)
        {
            channel.QueueOf(true).Remove(this);
            Thread.Put(true);
            return Value;
        }

        var sent = selected.Value;
        Select(channel, sent, true);
        return sent;
    }

    /// <summary>The channel was closed before the value was taken: the send returns nil and an error.</summary>
    public void FailSend(LuaChannel channel)
    {
        if (selected is null)
        {
            channel.QueueOf(true).Remove(this);
            Thread.Put(LuaError.Fail(LuaError.Invalid, "send on closed channel"));
        }
        else
        {
            Select(channel, selected.Value, false);
        }
    }

    // The case of this place has come true: the task no longer waits for the others.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Select(LuaChannel channel, LuaValue value, bool ok)
    {
        Thread.Put(LuaSelectCase.Result(channel, value, ok));
        for (var place = Thread.Place; place?.selected is { } entry; place = place.other)
        {
            place.selected = null;
            entry.Channel.QueueOf(entry.IsSend).Remove(place);
        }
    }
}
