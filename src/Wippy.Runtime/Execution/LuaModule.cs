namespace Wippy.Runtime;

/// <summary>One chunk in one instance: the base of generated classes.</summary>
public abstract class LuaModule
{
    /// <summary>The instance.</summary>
    protected readonly LuaState lua;

    /// <summary>Creates the chunk for an instance; nothing runs yet.</summary>
    protected LuaModule(LuaState lua) => this.lua = lua;

    /// <summary>Runs the chunk, once; the module value is the first result.</summary>
    public abstract LuaTask<LuaValues> RunChunk();
}
