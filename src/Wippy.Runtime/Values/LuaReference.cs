namespace Wippy.Runtime;

/// <summary>
/// An object in an array of objects. It is a structure because the host has one code for arrays of any objects, which asks at run time what else it is made for.
/// </summary>
internal readonly record struct LuaReference(LuaObject Value);
