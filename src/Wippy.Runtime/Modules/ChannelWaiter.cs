using System;
using System.Collections.Generic;

namespace Wippy.Runtime.Modules;

/// <summary>A task that waits on one channel, or on all channels of a select: the first event wins and removes the other places.</summary>
internal sealed class ChannelWaiter
{
    private readonly LuaSuspension suspension;
    private readonly IReadOnlyList<LuaSelectCase>? cases;

    public ChannelWaiter(LuaThread thread, LuaSuspension suspension, IReadOnlyList<LuaSelectCase>? cases)
    {
        Thread = thread;
        this.suspension = suspension;
        this.cases = cases;
    }

    public LuaThread Thread { get; }

    /// <summary>The value of a plain send.</summary>
    public LuaValue Value { get; init; }

    /// <summary>The queues it stands in.</summary>
    public List<(LinkedList<ChannelWaiter> List, LinkedListNode<ChannelWaiter> Node)> Places { get; } = [];

    public void CompleteReceive(LuaChannel channel, LuaValue value, bool ok)
    {
        Leave();
        suspension.Fulfill(cases is null ? new LuaValues(value, ok) : new LuaValues(LuaSelectCase.Result(channel, value, ok)));
    }

    /// <summary>The value has been taken; gives it.</summary>
    public LuaValue CompleteSend(LuaChannel channel)
    {
        Leave();
        if (cases is null)
        {
            suspension.Fulfill(new LuaValues(true));
            return Value;
        }

        var value = CaseOf(channel).Value;
        suspension.Fulfill(new LuaValues(LuaSelectCase.Result(channel, value, true)));
        return value;
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
            suspension.Fulfill(new LuaValues(LuaSelectCase.Result(channel, CaseOf(channel).Value, false)));
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
        foreach (var (list, node) in Places)
        {
            list.Remove(node);
        }

        Places.Clear();
    }
}
