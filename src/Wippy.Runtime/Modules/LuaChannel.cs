using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime.Modules;

/// <summary>A channel (spec/modules.md section 2.2). State changes happen at the moment of the call, before any other task runs.</summary>
public sealed class LuaChannel : LuaUserdata
{
    /// <summary><c>send</c> of every channel.</summary>
    internal static readonly LuaFunction SendFunction = new ChannelSend();

    /// <summary><c>receive</c> of every channel.</summary>
    internal static readonly LuaFunction ReceiveFunction = new ChannelReceive();

    private static readonly LuaTable Methods = Libraries.LibraryTable.Create(
        SendFunction,
        ReceiveFunction,
        new LuaAsyncFunctionN("close", args => Self(args, "close").CloseFromLua()),
        new LuaMultiFunctionN("case_send", args => new(new LuaSelectCase(Self(args, "case_send"), true, args[1]))),
        new LuaMultiFunctionN("case_receive", args => new(new LuaSelectCase(Self(args, "case_receive"), false, default))),
        new LuaMultiFunctionN("iter", args =>
        {
            var channel = Self(args, "iter");
            return new(new LuaAsyncFunctionN("channel_iterator", _ => channel.Receive()));
        }));

    private ChannelQueue receivers;
    private ChannelQueue senders;
    private readonly ChannelBuffer? buffer;
    private readonly long capacity;

    /// <summary>A channel that buffers this many values; negative counts as 0.</summary>
    public LuaChannel(long capacity = 0)
    {
        this.capacity = capacity;
        buffer = capacity > 0 ? new ChannelBuffer() : null;
    }

    /// <summary>Has it been closed?</summary>
    public bool IsClosed { get; private set; }

    /// <summary>How many values are buffered.</summary>
    public int Count => buffer?.Count ?? 0;

    /// <summary>Is a task waiting to receive?</summary>
    public bool HasReceiver => receivers.First is not null;

    /// <inheritdoc/>
    public override string? HostType => "channel.Channel";

    /// <inheritdoc/>
    public override LuaTable? MethodTable => Methods;

    /// <inheritdoc/>
    public override string ToString() => LuaOperators.Identity("channel", this);

    /// <summary><c>ch:send(v)</c>.</summary>
    public LuaTask<LuaValues> Send(LuaValue value)
    {
        var scheduler = LuaState.Current.Scheduler;
        return Send(scheduler, value, out var sent) is { } wait ? new LuaTask<LuaValues>(wait)
            : new LuaTask<LuaValues>(sent.IsNil ? scheduler.CurrentTask.Take() : new LuaValues(sent));
    }

    /// <summary><c>ch:receive()</c>.</summary>
    public LuaTask<LuaValues> Receive() =>
        Receive(LuaState.Current.Scheduler, out var value, out var ok) is { } wait
            ? new LuaTask<LuaValues>(wait)
            : new LuaTask<LuaValues>(new LuaValues(value, ok));

    /// <summary>Sends; gives what the task waits for, or true, or nil when the channel was closed meanwhile: nil and the error are what the task was given.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal LuaSuspension? Send(LuaScheduler scheduler, LuaValue value, out LuaValue sent)
    {
        if (IsClosed)
        {
            throw new LuaException("send on closed channel");
        }

        sent = true;
        var receiver = receivers.First;
        if (receiver is null && TryBuffer(value))
        {
            return null;
        }

        scheduler.ThrowIfCannotWait();
        var task = scheduler.CurrentTask;
        LuaSuspension suspension;
        if (receiver is null)
        {
            suspension = scheduler.Suspend();
            var place = ChannelPlace.Of(task);
            LuaValue.Store(ref place.Value, value);
            senders.Add(place);
        }
        else
        {
            receiver.Receive(this, value, true);
            if (scheduler.TryGoOn(receiver.Thread))
            {
                return null;
            }

            suspension = scheduler.Suspend();
            task.Put(true);
            scheduler.AddYield(receiver.Thread);
        }

        if (!scheduler.TryWaitOnStack())
        {
            return suspension;
        }

        sent = task.First;
        return null;
    }

    /// <summary>Receives; gives what the task waits for, or a value and true, or nil and false when the channel is closed and drained.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal LuaSuspension? Receive(LuaScheduler scheduler, out LuaValue value, out bool ok)
    {
        var sender = senders.First;
        if (sender is null && buffer is { Count: > 0 })
        {
            value = buffer.Dequeue();
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
        var task = scheduler.CurrentTask;
        LuaSuspension suspension;
        if (sender is null)
        {
            suspension = scheduler.Suspend();
            receivers.Add(ChannelPlace.Of(task));
        }
        else
        {
            value = TakeFrom(sender);
            if (scheduler.TryGoOn(sender.Thread))
            {
                ok = true;
                return null;
            }

            suspension = scheduler.Suspend();
            task.Put(value, true);
            scheduler.AddYield(sender.Thread);
        }

        if (!scheduler.TryWaitOnStack())
        {
            return suspension;
        }

        value = task.First;
        ok = task.Second.IsTruthy;
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
            receiver.Receive(this, value, true);
            LuaState.Current.Scheduler.MakeReady(receiver.Thread);
            return true;
        }

        return TryBuffer(value);
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
            return IsClosed || receivers.First is not null || Count < capacity;
        }

        return Count > 0 || senders.First is not null || IsClosed;
    }

    /// <summary>The channel that a method was called on.</summary>
    internal static LuaChannel Check(LuaValue self, string function) =>
        self.Reference as LuaChannel ?? throw LuaArguments.BadType(self, 1, function, "channel");

    /// <summary>Those who wait to send or to receive.</summary>
    internal ref ChannelQueue QueueOf(bool send) => ref send ? ref senders : ref receivers;

    private static LuaChannel Self(in LuaValues args, string function) => args.CheckUserdata<LuaChannel>(1, function, "channel");

    private bool TryBuffer(LuaValue value)
    {
        if (buffer is null || buffer.Count >= capacity)
        {
            return false;
        }

        buffer.Enqueue(value);
        return true;
    }

    // The oldest value; that of the sender takes its place behind the others.
    private LuaValue TakeFrom(ChannelPlace sender)
    {
        var sent = sender.Send(this);
        return buffer is null ? sent : buffer.Exchange(sent);
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
            woken.Add(sender.Thread);
            sender.FailSend(this);
        }

        while (receivers.First is { } receiver)
        {
            woken.Add(receiver.Thread);
            receiver.Receive(this, default, false);
        }

        return woken;
    }
}
