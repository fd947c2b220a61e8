namespace Wippy.Runtime.Modules;

/// <summary><c>ch:send(v)</c>.</summary>
internal sealed class ChannelSend() : LuaAsyncFunction("send")
{
    public override LuaTask<LuaValues> CallAsync() => CallAsync(LuaValues.Empty);

    public override LuaTask<LuaValues> CallAsync(LuaValue a) => CallAsync(new LuaValues(a));

    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b) => CallAsync(new LuaValues(a, b));

    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b, LuaValue c) => CallAsync(new LuaValues(a, b));

    public override LuaTask<LuaValues> CallAsync(LuaValues args) => args.CheckUserdata<LuaChannel>(1, Name, "channel").Send(args[1]);

    internal override LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, LuaValue b, out LuaValue result) =>
        LuaChannel.Check(a, Name).Send(lua.Scheduler, b, out result);
}

/// <summary><c>ch:receive()</c>.</summary>
internal sealed class ChannelReceive() : LuaAsyncFunction("receive")
{
    public override LuaTask<LuaValues> CallAsync() => CallAsync(LuaValues.Empty);

    public override LuaTask<LuaValues> CallAsync(LuaValue a) => CallAsync(new LuaValues(a));

    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b) => CallAsync(new LuaValues(a));

    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b, LuaValue c) => CallAsync(new LuaValues(a));

    public override LuaTask<LuaValues> CallAsync(LuaValues args) => args.CheckUserdata<LuaChannel>(1, Name, "channel").Receive();

    internal override LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, out LuaValue result) =>
        LuaChannel.Check(a, Name).Receive(lua.Scheduler, out result, out _);

    internal override LuaFrame<LuaValues>? StartTwo(LuaState lua, LuaValue a, out LuaValue first, out LuaValue second)
    {
        var wait = LuaChannel.Check(a, Name).Receive(lua.Scheduler, out first, out var ok);
        second = ok;
        return wait;
    }
}
