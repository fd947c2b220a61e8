namespace Wippy.Runtime.Modules;

/// <summary>A case of <c>channel.select</c>.</summary>
public sealed class LuaSelectCase : LuaUserdata
{
    private static readonly LuaString ChannelKey = LuaString.Literal("channel"u8);
    private static readonly LuaString OkKey = LuaString.Literal("ok"u8);
    private static readonly LuaShape WithValue = LuaShape.Of(ChannelKey, LuaString.Literal("value"u8), OkKey);
    private static readonly LuaShape WithoutValue = LuaShape.Of(ChannelKey, OkKey);

    /// <summary>Sends or receives on a channel.</summary>
    public LuaSelectCase(LuaChannel channel, bool isSend, LuaValue value)
    {
        Channel = channel;
        IsSend = isSend;
        Value = value;
    }

    /// <summary>The channel.</summary>
    public LuaChannel Channel { get; }

    /// <summary>Does it send?</summary>
    public bool IsSend { get; }

    /// <summary>The value to send.</summary>
    public LuaValue Value { get; }

    /// <inheritdoc/>
    public override string? HostType => "channel.SelectCase";

    /// <inheritdoc/>
    public override string ToString() => LuaOperators.Identity(IsSend ? "channel.case_send" : "channel.case_receive", this);

    /// <summary>The result table of a select.</summary>
    internal static LuaTable Result(LuaChannel channel, LuaValue value, bool ok) =>
        value.IsNil ? new(WithoutValue, [channel, ok]) : new(WithValue, [channel, value, ok]);
}
