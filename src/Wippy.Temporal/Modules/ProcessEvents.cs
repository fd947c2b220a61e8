using System;
using Wippy.Runtime;

namespace Wippy.Temporal.Modules;

/// <summary>The tables that <c>process.events()</c> delivers (spec/temporal.md section 8).</summary>
internal static class ProcessEvents
{
    public const string Exit = "pid.exit";
    public const string LinkDown = "pid.link.down";
    public const string Cancel = "pid.cancel";

    /// <summary>A process has ended.</summary>
    public static LuaTable Exited(string from, LuaValue value, LuaError? error, DateTimeOffset at)
    {
        var result = new LuaTable();
        result.MarkAsObject();
        result["value"] = value;
        result["error"] = error;
        var happened = Event(Exit, "EXIT", from, at);
        happened["result"] = result;
        happened["reason"] = error is null ? "normal" : error.Message;
        return happened;
    }

    /// <summary>A linked process has failed.</summary>
    public static LuaTable LinkLost(string from, LuaError error, DateTimeOffset at)
    {
        var result = new LuaTable();
        result["error"] = error;
        var happened = Event(LinkDown, "LINK_DOWN", from, at);
        happened["result"] = result;
        return happened;
    }

    /// <summary>A workflow has been asked to cancel; the time is a text.</summary>
    public static LuaTable CancelRequested(DateTimeOffset at)
    {
        var happened = Event(Cancel, "CANCEL", "{|topology}", at);
        happened["at"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'");
        return happened;
    }

    private static LuaTable Event(string kind, string type, string from, DateTimeOffset at)
    {
        var happened = new LuaTable();
        happened["kind"] = kind;
        happened["type"] = type;
        happened["from"] = from;
        happened["pid"] = from;
        happened["at"] = at.ToUnixTimeMilliseconds() / 1000.0;
        return happened;
    }
}
