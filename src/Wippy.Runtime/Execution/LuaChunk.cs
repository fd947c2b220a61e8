using System.Collections.Generic;
using System.Globalization;
using System.Threading;

namespace Wippy.Runtime;

/// <summary>
/// The registry of chunk names. A position is one number: the chunk's base plus the line, so storing it before a call is one store.
/// </summary>
public static class LuaChunk
{
    /// <summary>Added to the position of a method call <c>o:m(...)</c>: argument errors then do not count the object (Lua manual 5.1, luaL_argerror).</summary>
    public const long MethodCall = 1L << 31;

    private const int LineBits = 32;
    private const long LineMask = MethodCall - 1;

    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, long> Bases = [];
    private static readonly List<string> Names = [""];

    /// <summary>The base of a chunk's positions: position = base + line. The same name gives the same base.</summary>
    public static long Register(string chunkName)
    {
        lock (Gate)
        {
            if (!Bases.TryGetValue(chunkName, out var at))
            {
                at = (long)Names.Count << LineBits;
                Names.Add(chunkName);
                Bases.Add(chunkName, at);
            }

            return at;
        }
    }

    /// <summary>The chunk name and line of a position; an empty name when unknown.</summary>
    public static (string Chunk, int Line) Resolve(long at)
    {
        lock (Gate)
        {
            var index = at >> LineBits;
            return (index > 0 && index < Names.Count ? Names[(int)index] : "", (int)(at & LineMask));
        }
    }

    /// <summary>The text <c>chunk:line: </c> in front of messages, empty for an unknown position.</summary>
    public static string Prefix(long at)
    {
        var (chunk, line) = Resolve(at);
        return chunk.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{chunk}:{line}: ");
    }

    internal static bool IsMethodCall(long at) => (at & MethodCall) != 0;
}
