using System;
using System.Collections.Generic;

namespace Wippy.Runtime.Modules;

/// <summary>A channel (spec/modules.md section 2.2). State changes happen at the moment of the call, before any other task runs.</summary>
public sealed class LuaChannel : LuaUserdata
{
    private static readonly LuaTable Methods = Libraries.LibraryTable.Create(
        new LuaAsyncFunctionN("send", args => Self(args, "send").Send(args[1])),
        new LuaAsyncFunctionN("receive", args => Self(args, "receive").Receive()),
        new LuaAsyncFunctionN("close", args => Self(args, "close").CloseFromLua()),
        new LuaMultiFunctionN("case_send", args => new(new LuaSelectCase(Self(args, "case_send"), true, args[1]))),
        new LuaMultiFunctionN("case_receive", args => new(new LuaSelectCase(Self(args, "case_receive"), false, default))),
        new LuaMultiFunctionN("iter", args =>
        {
            var channel = Self(args, "iter");
            return new(new LuaAsyncFunctionN("channel_iterator", _ => channel.Receive()));
        }));

    private readonly Queue<LuaValue> buffer = new();
    private readonly LinkedList<ChannelWaiter> receivers = new();
    private readonly LinkedList<ChannelWaiter> senders = new();
    private readonly long capacity;

    /// <summary>A channel that buffers this many values; negative counts as 0.</summary>
    public LuaChannel(long capacity = 0) => this.capacity = Math.Max(capacity, 0);

    /// <summary>Has it been closed?</summary>
    public bool IsClosed { get; private set; }

    /// <summary>How many values are buffered.</summary>
    public int Count => buffer.Count;

    /// <summary>Is a task waiting to receive?</summary>
    public bool HasReceiver => receivers.Count > 0;

    private bool HasRoom => buffer.Count < capacity;

    /// <inheritdoc/>
    public override LuaValue Index(LuaValue key, LuaState lua) => Methods[key];

    /// <inheritdoc/>
    public override string ToString() => LuaOperators.Identity("channel", this);

    /// <summary><c>ch:send(v)</c>.</summary>
    public LuaTask<LuaValues> Send(LuaValue value)
    {
        var scheduler = LuaState.Current.Scheduler;
        if (IsClosed)
        {
            throw new LuaException("send on closed channel");
        }

        if (receivers.Count == 0 && HasRoom)
        {
            buffer.Enqueue(value);
            return new LuaTask<LuaValues>(new LuaValues(true));
        }

        scheduler.ThrowIfCannotWait();
        var suspension = scheduler.Suspend();
        if (receivers.Count > 0)
        {
            var receiver = HandToReceiver(value);
            suspension.Fulfill(new LuaValues(true));
            scheduler.AddYield(scheduler.CurrentTask, receiver);
        }
        else
        {
            Enqueue(ChannelWaiter.Of(scheduler.CurrentTask, suspension, null, value), true);
            scheduler.AddYield();
        }

        return new LuaTask<LuaValues>(suspension);
    }

    /// <summary><c>ch:receive()</c>.</summary>
    public LuaTask<LuaValues> Receive()
    {
        var scheduler = LuaState.Current.Scheduler;
        if (senders.Count == 0 && (buffer.Count > 0 || IsClosed))
        {
            return new LuaTask<LuaValues>(buffer.Count > 0 ? new LuaValues(buffer.Dequeue(), true) : new LuaValues(LuaValue.Nil, false));
        }

        scheduler.ThrowIfCannotWait();
        var suspension = scheduler.Suspend();
        if (senders.Count > 0)
        {
            var value = TakeFromSender(out var sender);
            suspension.Fulfill(new LuaValues(value, true));
            scheduler.AddYield(scheduler.CurrentTask, sender);
        }
        else
        {
            Enqueue(ChannelWaiter.Of(scheduler.CurrentTask, suspension), false);
            scheduler.AddYield();
        }

        return new LuaTask<LuaValues>(suspension);
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

        if (receivers.Count > 0)
        {
            var scheduler = LuaState.Current.Scheduler;
            scheduler.MakeReady(HandToReceiver(value));
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
            return IsClosed || receivers.Count > 0 || HasRoom;
        }

        return buffer.Count > 0 || senders.Count > 0 || IsClosed;
    }

    internal void Enqueue(ChannelWaiter waiter, bool send)
    {
        var list = send ? senders : receivers;
        waiter.Stand(list);
    }

    private static LuaChannel Self(in LuaValues args, string function) => args.CheckUserdata<LuaChannel>(1, function, "channel");

    private LuaThread HandToReceiver(LuaValue value)
    {
        var waiter = receivers.First!.Value;
        waiter.CompleteReceive(this, value, true);
        return waiter.Thread;
    }

    private LuaValue TakeFromSender(out LuaThread sender)
    {
        var waiter = senders.First!.Value;
        sender = waiter.Thread;
        var sent = waiter.CompleteSend(this);
        if (buffer.Count == 0)
        {
            return sent;
        }

        var value = buffer.Dequeue();
        buffer.Enqueue(sent);
        return value;
    }

    private LuaTask<LuaValues> CloseFromLua()
    {
        if (IsClosed || (senders.Count == 0 && receivers.Count == 0))
        {
            IsClosed = true;
            return new LuaTask<LuaValues>(LuaValues.Empty);
        }

        var scheduler = LuaState.Current.Scheduler;
        scheduler.ThrowIfCannotWait();
        var woken = CloseAndWake();
        woken.Add(scheduler.CurrentTask);
        var suspension = scheduler.Suspend();
        suspension.Fulfill(LuaValues.Empty);
        scheduler.AddYield([.. woken]);
        return new LuaTask<LuaValues>(suspension);
    }

    private List<LuaThread> CloseAndWake()
    {
        IsClosed = true;
        var woken = new List<LuaThread>();
        while (senders.First is { } sender)
        {
            woken.Add(sender.Value.Thread);
            sender.Value.FailSend(this);
        }

        while (receivers.First is { } receiver)
        {
            woken.Add(receiver.Value.Thread);
            receiver.Value.CompleteReceive(this, default, false);
        }

        return woken;
    }
}
