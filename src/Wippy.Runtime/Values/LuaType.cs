namespace Wippy.Runtime;

/// <summary>The type of a Lua value as <c>type()</c> tells it (spec/lua.md section 4).</summary>
public enum LuaType
{
    /// <summary>nil.</summary>
    Nil,

    /// <summary>true and false.</summary>
    Boolean,

    /// <summary>Integers and floats.</summary>
    Number,

    /// <summary>Byte strings.</summary>
    String,

    /// <summary>Tables.</summary>
    Table,

    /// <summary>Functions.</summary>
    Function,

    /// <summary>Host objects: channels, errors, times, futures.</summary>
    Userdata,

    /// <summary>Coroutines and tasks.</summary>
    Thread,
}
