using System.Runtime.CompilerServices;
using Wippy.Runtime.Modules;

namespace Wippy.Runtime;

/// <content>
/// <c>obj:send(value)</c> and <c>obj:receive()</c> (spec/modules.md section 2.2). Mostly the object is a channel, which is asked at once; whatever else has such a
/// method is called like any other.
/// </content>
public sealed partial class LuaState
{
    /// <summary>Calls the method that <see cref="LuaOperators.SendMethod"/> has found, for its first result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaFrame<LuaValues>? StartSend(LuaValue method, LuaValue obj, LuaValue value, long at, string? what, out LuaValue result)
    {
        if (!method.Is(LuaChannel.SendFunction) || obj.Reference is not LuaChannel channel)
        {
            return Start(method, obj, value, at, what, out result);
        }

        Position = at;
        return channel.Send(Scheduler, value, out result);
    }

    /// <summary>Calls the method that <see cref="LuaOperators.ReceiveMethod"/> has found, for its first result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaFrame<LuaValues>? StartReceive(LuaValue method, LuaValue obj, long at, string? what, out LuaValue value)
    {
        if (!method.Is(LuaChannel.ReceiveFunction) || obj.Reference is not LuaChannel channel)
        {
            return Start(method, obj, at, what, out value);
        }

        Position = at;
        return channel.Receive(Scheduler, out value, out _);
    }

    /// <summary>The same for its first two results.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaFrame<LuaValues>? StartReceive(LuaValue method, LuaValue obj, long at, string? what, out LuaValue value, out LuaValue ok)
    {
        if (!method.Is(LuaChannel.ReceiveFunction) || obj.Reference is not LuaChannel channel)
        {
            return StartTwo(method, obj, at, what, out value, out ok);
        }

        Position = at;
        var wait = channel.Receive(Scheduler, out value, out var received);
        ok = received;
        return wait;
    }
}
