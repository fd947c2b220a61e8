using System.Threading;

namespace Wippy.Runtime.Modules;

/// <summary>A Timer of the <c>time</c> module: its channel delivers one Time and closes (spec/modules.md section 4).</summary>
public sealed class LuaTimer : LuaUserdata
{
    private const string TypeText = "time.Timer";

    private static readonly LuaTable Methods = Libraries.LibraryTable.Create(
        new LuaFunctionN("response", args => args.CheckUserdata<LuaTimer>(1, "response", TypeText).Channel),
        new LuaFunctionN("channel", args => args.CheckUserdata<LuaTimer>(1, "channel", TypeText).Channel),
        new LuaFunctionN("stop", args => args.CheckUserdata<LuaTimer>(1, "stop", TypeText).Stop()),
        new LuaAsyncFunctionN("reset", args =>
        {
            var timer = args.CheckUserdata<LuaTimer>(1, "reset", TypeText);
            return LuaDuration.TryRead(args[1], out var nanoseconds) && nanoseconds > 0
                ? timer.lua.Scheduler.RunRegistration(() => new LuaValues(timer.Reset(nanoseconds)))
                : throw LuaArguments.Bad(2, "reset", "invalid duration");
        }));

    private readonly LuaState lua;
    private CancellationTokenSource? pending;

    /// <summary>Starts a timer; called when its registration is emitted.</summary>
    internal LuaTimer(LuaState lua, long nanoseconds)
    {
        this.lua = lua;
        Channel = new LuaChannel(1);
        Arm(nanoseconds);
    }

    /// <summary>The channel that delivers the time.</summary>
    public LuaChannel Channel { get; private set; }

    /// <inheritdoc/>
    public override string? HostType => "time.Timer";

    /// <inheritdoc/>
    public override LuaTable? MethodTable => Methods;

    /// <inheritdoc/>
    public override string ToString() => LuaOperators.Identity(TypeText, this);

    private bool Cancel()
    {
        if (pending is not { } running)
        {
            return false;
        }

        pending = null;
        LuaStack.OnOrigin(() =>
        {
            running.Cancel();
            running.Dispose();
            return true;
        });
        return true;
    }

    private bool Stop()
    {
        var wasPending = Cancel();
        Channel.Close();
        return wasPending;
    }

    private bool Reset(long nanoseconds)
    {
        var wasPending = Cancel();
        if (Channel.IsClosed)
        {
            Channel = new LuaChannel(1);
        }

        Arm(nanoseconds);
        return wasPending;
    }

    private void Arm(long nanoseconds)
    {
        var source = new CancellationTokenSource();
        pending = source;
        lua.Scheduler.Watch(lua.Host.DelayAsync(LuaDuration.ToTimeSpan(nanoseconds), source.Token), _ =>
        {
            if (pending == source)
            {
                pending = null;
                source.Dispose();
                Channel.TryDeliver(TimeModule.Now(lua));
                Channel.Close();
            }
        });
    }
}
