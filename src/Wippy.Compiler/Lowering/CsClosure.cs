using System.Collections.Generic;
using System.Linq;

namespace Wippy.Compiler.Lowering;

/// <summary>The emitted class of a function that holds variables: an object of it is the function value, and the variables are its fields.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Base">The class of the runtime that it derives from.</param>
/// <param name="FunctionName">The name of the function for messages, as a C# literal.</param>
/// <param name="Held">The variables; the flag tells those that the body assigns.</param>
/// <param name="Override">The member of the base class that calls the body: modifiers, type and name.</param>
/// <param name="ParameterCount">Number of parameters of the function.</param>
/// <param name="Body">The method of the class of the chunk that is the body; it takes the parameters, then the other variables, then the object if it assigns any.</param>
internal sealed record CsClosure(
    string Name, string Base, string FunctionName, IReadOnlyList<(string TypeName, string Name, bool IsAssigned)> Held, string Override, int ParameterCount, string Body)
{
    /// <summary>The name of the structure inside the class of an order.</summary>
    public const string OrderName = "LuaOrder";

    /// <summary>The name of <see cref="Direct"/>.</summary>
    public const string DirectName = "CallDirect";

    /// <summary>Whether <c>table.sort</c> gets code of its own that calls it.</summary>
    public bool IsOrder { get; init; }

    /// <summary>Whether <see cref="Direct"/> compares two tables.</summary>
    public bool OrdersTables => IsOrder && Direct is ("bool", var types, _) && types.All(static t => t == "LuaTable");

    /// <summary>The member that calls a body with arguments of known types, for calls of the value where it is known to be of this class; null when there are none.</summary>
    public (string ReturnType, IReadOnlyList<string> ParameterTypes, string Body)? Direct { get; set; }
}
