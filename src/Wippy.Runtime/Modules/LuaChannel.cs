using System;
using System.Collections.Generic;

namespace Wippy.Runtime.Modules;

/// <summary>A channel (spec/modules.md section 2.2). State changes happen at the moment of the call, before any other task runs.</summary>
public sealed class LuaChannel : LuaUserdata
{
    private static readonly LuaTable Methods = Libraries.LibraryTable.Create(
        new ChannelSend(),
        new ChannelReceive(),
        new LuaAsyncFunctionN("close", args => Self(args, "close").CloseFromLua()),
        new LuaMultiFunctionN("case_send", args => new(new LuaSelectCase(Self(args, "case_send"), true, args[1]))),
        new LuaMultiFunctionN("case_receive", args => new(new LuaSelectCase(Self(args, "case_receive"), false, default))),
        new LuaMultiFunctionN("iter", args =>
        {
            var channel = Self(args, "iter");
            return new(new LuaAsyncFunctionN("channel_iterator", _ => channel.Receive()));
        }));

    private readonly Queue<LuaValue> buffer = new();
    private readonly ChannelQueue receivers = new();
    private readonly ChannelQueue senders = new();
    private readonly long capacity;

    /// <summary>A channel that buffers this many values; negative counts as 0.</summary>
    public LuaChannel(long capacity = 0) => this.capacity = Math.Max(capacity, 0);

    /// <summary>Has it been closed?</summary>
    public bool IsClosed { get; private set; }

    /// <summary>How many values are buffered.</summary>
    public int Count => buffer.Count;

    /// <summary>Is a task waiting to receive?</summary>
    public bool HasReceiver => receivers.First is not null;

    private bool HasRoom => buffer.Count < capacity;

    /// <inheritdoc/>
    public override string? HostType => "channel.Channel";

    /// <inheritdoc/>
    public override LuaTable? MethodTable => Methods;

    /// <inheritdoc/>
    public override string ToString() => LuaOperators.Identity("channel", this);

    /// <summary><c>ch:send(v)</c>.</summary>
    public LuaTask<LuaValues> Send(LuaValue value)
    {
        if (Send(LuaState.Current.Scheduler, value, out var sent, out var error) is { } wait)
        {
            return new LuaTask<LuaValues>(wait);
        }

        return new LuaTask<LuaValues>(sent.IsNil ? new LuaValues(sent, error) : new LuaValues(sent));
    }

    /// <summary><c>ch:receive()</c>.</summary>
    public LuaTask<LuaValues> Receive() =>
        Receive(LuaState.Current.Scheduler, out var value, out var ok) is { } wait
            ? new LuaTask<LuaValues>(wait)
            : new LuaTask<LuaValues>(new LuaValues(value, ok));

    /// <summary>Sends; gives what the task waits for, or true, or nil and an error when the channel was closed meanwhile.</summary>
    internal LuaSuspension? Send(LuaScheduler scheduler, LuaValue value, out LuaValue sent, out LuaValue error)
    {
        if (IsClosed)
        {
            throw new LuaException("send on closed channel");
        }

        sent = true;
        error = default;
        var receiver = receivers.First;
        if (receiver is null && HasRoom)
        {
            buffer.Enqueue(value);
            return null;
        }

        scheduler.ThrowIfCannotWait();
        LuaSuspension suspension;
        if (receiver is null)
        {
            suspension = scheduler.Suspend();
            Enqueue(ChannelWaiter.Of(scheduler.CurrentTask, suspension, null, value), true);
            scheduler.AddYield();
        }
        else
        {
            var woken = receiver.Waiter;
            woken.CompleteReceive(this, value, true);
            if (scheduler.TryGoOn(woken.Thread))
            {
                return null;
            }

            suspension = scheduler.Suspend();
            suspension.Fulfill(true);
            scheduler.AddYield(woken.Thread);
        }

        if (!scheduler.TryWaitOnStack())
        {
            return suspension;
        }

        sent = scheduler.CurrentTask.First;
        error = scheduler.CurrentTask.Second;
        return null;
    }

    /// <summary>Receives; gives what the task waits for, or a value and true, or nil and false when the channel is closed and drained.</summary>
    internal LuaSuspension? Receive(LuaScheduler scheduler, out LuaValue value, out LuaValue ok)
    {
        var sender = senders.First;
        if (sender is null && buffer.TryDequeue(out value))
        {
            ok = true;
            return null;
        }

        value = default;
        ok = false;
        if (sender is null && IsClosed)
        {
            return null;
        }

        scheduler.ThrowIfCannotWait();
        LuaSuspension suspension;
        if (sender is null)
        {
            suspension = scheduler.Suspend();
            Enqueue(ChannelWaiter.Of(scheduler.CurrentTask, suspension), false);
            scheduler.AddYield();
        }
        else
        {
            var woken = sender.Waiter;
            value = TakeFrom(woken);
            if (scheduler.TryGoOn(woken.Thread))
            {
                ok = true;
                return null;
            }

            suspension = scheduler.Suspend();
            suspension.Fulfill(value, true);
            scheduler.AddYield(woken.Thread);
        }

        if (!scheduler.TryWaitOnStack())
        {
            return suspension;
        }

        value = scheduler.CurrentTask.First;
        ok = scheduler.CurrentTask.Second;
        return null;
    }

    /// <summary>
    /// A delivery from outside, which never blocks its producer: hands over to the longest-waiting receiver, else buffers. False when there is no room or the channel is closed.
    /// </summary>
    public bool TryDeliver(LuaValue value)
    {
        if (IsClosed)
        {
            return false;
        }

        if (receivers.First is { } receiver)
        {
            receiver.Waiter.CompleteReceive(this, value, true);
            LuaState.Current.Scheduler.MakeReady(receiver.Waiter.Thread);
            return true;
        }

        if (HasRoom)
        {
            buffer.Enqueue(value);
            return true;
        }

        return false;
    }

    /// <summary>Closes from outside the tasks, for example after the one value of a timer; buffered values stay receivable.</summary>
    public void Close()
    {
        var scheduler = LuaState.Current.Scheduler;
        foreach (var woken in CloseAndWake())
        {
            scheduler.MakeReady(woken);
        }
    }

    /// <summary>Is a send or receive case ready now?</summary>
    internal bool IsReady(bool send)
    {
        if (send)
        {
            return IsClosed || receivers.First is not null || HasRoom;
        }

        return buffer.Count > 0 || senders.First is not null || IsClosed;
    }

    internal void Enqueue(ChannelWaiter waiter, bool send)
    {
        var list = send ? senders : receivers;
        waiter.Stand(list);
    }

    private static LuaChannel Self(in LuaValues args, string function) => args.CheckUserdata<LuaChannel>(1, function, "channel");

    // The oldest value; that of the sender takes its place behind the others.
    private LuaValue TakeFrom(ChannelWaiter sender)
    {
        var sent = sender.CompleteSend(this);
        if (!buffer.TryDequeue(out var value))
        {
            return sent;
        }

        buffer.Enqueue(sent);
        return value;
    }

    private LuaTask<LuaValues> CloseFromLua()
    {
        if (IsClosed || (senders.First is null && receivers.First is null))
        {
            IsClosed = true;
            return new LuaTask<LuaValues>(LuaValues.Empty);
        }

        var scheduler = LuaState.Current.Scheduler;
        scheduler.ThrowIfCannotWait();
        var woken = CloseAndWake();
        var suspension = scheduler.Suspend();
        suspension.Fulfill(LuaValues.Empty);
        scheduler.AddYield(woken);
        return scheduler.Wait(suspension);
    }

    private List<LuaThread> CloseAndWake()
    {
        IsClosed = true;
        var woken = new List<LuaThread>();
        while (senders.First is { } sender)
        {
            woken.Add(sender.Waiter.Thread);
            sender.Waiter.FailSend(this);
        }

        while (receivers.First is { } receiver)
        {
            woken.Add(receiver.Waiter.Thread);
            receiver.Waiter.CompleteReceive(this, default, false);
        }

        return woken;
    }
}
