namespace Wippy.Runtime.Libraries;

/// <summary>The order in which <c>table.sort</c> puts the elements of a list, and what it keeps of them meanwhile.</summary>
/// <typeparam name="T">What is kept of an element.</typeparam>
internal interface ITableOrder<T>
{
    /// <summary>Does one element belong before another?</summary>
    bool IsLess(T a, T b);

    /// <summary>The element.</summary>
    LuaValue ValueOf(T element);

    /// <summary>Puts all elements back at once; false if the table has changed so that this is not possible.</summary>
    bool TryPutBack(LuaTable table, T[] elements);
}
