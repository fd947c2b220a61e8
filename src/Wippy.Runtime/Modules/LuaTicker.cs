using System.Threading;

namespace Wippy.Runtime.Modules;

/// <summary>A Ticker of the <c>time</c> module: its channel delivers a Time again and again; ticks are dropped when it is full (spec/modules.md section 4).</summary>
public sealed class LuaTicker : LuaUserdata
{
    private const string TypeText = "time.Ticker";
    private const int Capacity = 16;

    private static readonly LuaTable Methods = Libraries.LibraryTable.Create(
        new LuaFunctionN("response", args => args.CheckUserdata<LuaTicker>(1, "response", TypeText).Channel),
        new LuaFunctionN("channel", args => args.CheckUserdata<LuaTicker>(1, "channel", TypeText).Channel),
        new LuaFunctionN("stop", args => args.CheckUserdata<LuaTicker>(1, "stop", TypeText).Stop()));

    private readonly LuaState lua;
    private readonly long nanoseconds;
    private CancellationTokenSource? pending;

    /// <summary>Starts a ticker; called when its registration is emitted.</summary>
    internal LuaTicker(LuaState lua, long nanoseconds)
    {
        this.lua = lua;
        this.nanoseconds = nanoseconds;
        var source = new CancellationTokenSource();
        pending = source;
        Arm();
    }

    /// <summary>The channel that delivers the times.</summary>
    public LuaChannel Channel { get; } = new(Capacity);

    /// <inheritdoc/>
    public override string? HostType => "time.Ticker";

    /// <inheritdoc/>
    public override LuaTable? MethodTable => Methods;

    /// <inheritdoc/>
    public override string ToString() => LuaOperators.Identity(TypeText, this);

    private bool Stop()
    {
        if (pending is { } running)
        {
            pending = null;
            LuaStack.OnOrigin(() =>
            {
                running.Cancel();
                running.Dispose();
                return true;
            });
        }

        return true;
    }

    private void Arm() => lua.Scheduler.Watch(lua.Host.DelayAsync(LuaDuration.ToTimeSpan(nanoseconds), pending!.Token), _ =>
    {
        if (pending is not null)
        {
            Channel.TryDeliver(TimeModule.Now(lua));
            Arm();
        }
    });
}
