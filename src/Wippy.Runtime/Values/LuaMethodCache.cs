namespace Wippy.Runtime;

/// <summary>
/// What a call <c>obj:name()</c> has found: the functions that objects of some shapes and metatables inherit under the name. A polymorphic inline cache (Hölzle,
/// Chambers and Ungar 1991); generated code keeps one for each call.
/// </summary>
public sealed class LuaMethodCache
{
    /// <summary>Objects of more classes than this are told apart by their metatables.</summary>
    internal const int MaximumLength = 4;

    /// <summary>A call whose functions change more often than this is not worth remembering for.</summary>
    internal const int MaximumChanges = 1 << 12;

    internal readonly LuaShape Shape;
    internal readonly LuaTable Metatable;
    internal readonly LuaMethodCache? Next;
    internal LuaFunction Function;
    internal int Inheritance;
    internal int Changes;

    internal LuaMethodCache(LuaShape shape, LuaTable metatable, LuaFunction function, int inheritance, LuaMethodCache? next)
    {
        Shape = shape;
        Metatable = metatable;
        Function = function;
        Inheritance = inheritance;
        Next = next;
    }

    internal int Length => Next is null ? 1 : 1 + Next.Length;
}
