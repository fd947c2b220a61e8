using System;

namespace Wippy.Temporal.Modules;

/// <summary>A PID: <c>{node@host|id}</c> or <c>{host|id}</c> (spec/temporal.md section 6). For workflows the node is a client, the host a worker, the id a workflow id.</summary>
internal readonly record struct LuaPid(string Node, string Host, string Id)
{
    /// <summary>Host of the PID that stands for an update waiting for its answer.</summary>
    public const string UpdateHost = "update";

    /// <summary>The first bar ends the host, the first at-sign in it the node; if the rest holds another bar, only what follows is the id.</summary>
    public static bool TryParse(string text, out LuaPid pid)
    {
        pid = default;
        if (text.Length < 3 || text[0] != '{' || text[^1] != '}')
        {
            return false;
        }

        var inner = text[1..^1];
        var bar = inner.IndexOf('|', StringComparison.Ordinal);
        if (bar < 0)
        {
            return false;
        }

        var host = inner[..bar];
        var id = inner[(bar + 1)..];
        var second = id.IndexOf('|', StringComparison.Ordinal);
        var at = host.IndexOf('@', StringComparison.Ordinal);
        pid = new LuaPid(at < 0 ? string.Empty : host[..at], host[(at + 1)..], second < 0 ? id : id[(second + 1)..]);
        return pid.Id.Length > 0;
    }

    /// <inheritdoc/>
    public override string ToString() => Node.Length == 0 ? $"{{{Host}|{Id}}}" : $"{{{Node}@{Host}|{Id}}}";
}
