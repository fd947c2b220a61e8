using System;
using System.Collections.Generic;

namespace Wippy.Runtime.Modules;

/// <summary>A task that waits on one channel, or on all channels of a select: the first event wins and removes the other places.</summary>
internal sealed class ChannelWaiter
{
    private readonly List<ChannelPlace> places = [];
    private readonly LuaSuspension suspension;
    private int taken;
    private LuaValue value;
    private IReadOnlyList<LuaSelectCase>? cases;

    private ChannelWaiter(LuaThread thread, LuaSuspension suspension)
    {
        Thread = thread;
        this.suspension = suspension;
    }

    public LuaThread Thread { get; }

    /// <summary>The waiter of a task: a task waits in one place at a time, so it has one, used again. <paramref name="value"/> is that of a plain send.</summary>
    public static ChannelWaiter Of(LuaThread thread, LuaSuspension suspension, IReadOnlyList<LuaSelectCase>? cases = null, LuaValue value = default)
    {
        var waiter = thread.Waiter ??= new ChannelWaiter(thread, suspension);
        if (waiter.cases != cases)
        {
            waiter.cases = cases;
        }

        waiter.value = value;
        return waiter;
    }

    /// <summary>Joins the end of a queue.</summary>
    public void Stand(ChannelQueue queue)
    {
        if (taken == places.Count)
        {
            places.Add(new ChannelPlace(this));
        }

        queue.Add(places[taken++]);
    }

    public void CompleteReceive(LuaChannel channel, LuaValue received, bool ok)
    {
        Leave();
        if (cases is null)
        {
            suspension.Fulfill(received, ok);
        }
        else
        {
            suspension.Fulfill(LuaSelectCase.Result(channel, received, ok));
        }
    }

    /// <summary>The value has been taken; gives it.</summary>
    public LuaValue CompleteSend(LuaChannel channel)
    {
        Leave();
        if (cases is null)
        {
            suspension.Fulfill(true);
            return value;
        }

        var chosen = CaseOf(channel).Value;
        suspension.Fulfill(LuaSelectCase.Result(channel, chosen, true));
        return chosen;
    }

    /// <summary>The channel was closed before the value was taken: the send returns nil and an error.</summary>
    public void FailSend(LuaChannel channel)
    {
        Leave();
        if (cases is null)
        {
            suspension.Fulfill(LuaError.Fail(LuaError.Invalid, "send on closed channel"));
        }
        else
        {
            suspension.Fulfill(LuaSelectCase.Result(channel, CaseOf(channel).Value, false));
        }
    }

    private LuaSelectCase CaseOf(LuaChannel channel)
    {
        foreach (var candidate in cases!)
        {
            if (candidate.IsSend && candidate.Channel == channel)
            {
                return candidate;
            }
        }

        throw new InvalidOperationException("A select waits only on the channels of its cases.");
    }

    private void Leave()
    {
        while (taken > 0)
        {
            var place = places[--taken];
            place.Queue!.Remove(place);
        }
    }
}
