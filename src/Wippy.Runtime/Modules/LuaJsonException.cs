using System;

namespace Wippy.Runtime.Modules;

/// <summary>A value that JSON cannot hold, or a text that is no JSON. The message is the one that Lua sees.</summary>
public sealed class LuaJsonException(string message, Exception? inner = null) : Exception(message, inner);
