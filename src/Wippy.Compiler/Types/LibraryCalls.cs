using System;
using System.Collections.Generic;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Catalogue;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Types;

/// <summary>A call of a library function that generated code makes without looking the function up.</summary>
/// <param name="Method">The method of the runtime.</param>
/// <param name="Arguments">The arguments, the receiver of a method call first.</param>
/// <param name="Result">What the method gives; <see cref="LuaTypes.None"/> for nothing.</param>
/// <param name="IsTyped">Whether the arguments are proven to have the types that the method takes, so that it cannot raise and calls nothing.</param>
internal sealed record LibraryCall(string Method, IReadOnlyList<ExpressionSyntax> Arguments, LuaTypes Result, bool IsTyped);

/// <summary>Finds such calls: of functions that the name surely means, or methods of values that are proven strings.</summary>
internal static class LibraryCalls
{
    /// <summary>Functions of one result whatever they get.</summary>
    public static bool GivesOne(string path) => path switch
    {
        "setmetatable" or "getmetatable" or "tostring" or "tonumber" or "type" or "rawget" or "rawlen" or "rawequal" or "table.concat" or "table.pack"
            or "string.format" or "string.rep" or "string.sub" or "string.lower" or "string.upper" or "string.reverse" or "string.char" or "string.len"
            or "math.abs" or "math.ceil" or "math.cos" or "math.exp" or "math.floor" or "math.fmod" or "math.log" or "math.max" or "math.min"
            or "math.random" or "math.sin" or "math.sqrt" or "math.tan" or "os.clock" or "os.time" => true,
        _ => false,
    };

    /// <summary>The function of the library that a call surely means and that every instance has, null if there is none.</summary>
    public static string? FunctionOf(BoundChunk bound, ExpressionSyntax expression)
    {
        switch (expression)
        {
            case MethodCallExpressionSyntax method:
                return IsStringMethod(method.Name.Text) && TypeInference.TypeOf(bound, method.Object) == LuaTypes.String ? "string." + method.Name.Text : null;
            case CallExpressionSyntax call when bound.KnowsHostResults && bound.GetHostPath(call.Callee) is { } path:
                return IsShared(path) ? path : null;
            default:
                return null;
        }
    }

    /// <summary>Whether a path names a function of the library that is the same object in all instances.</summary>
    public static bool IsShared(string path) => HostSignatures.Find(path) is FunctionTypeSyntax
        && (path is "tostring" or "tonumber" or "rawequal" or "rawget" or "rawset" or "getmetatable"
            || path.StartsWith("string.", StringComparison.Ordinal) || path.StartsWith("table.", StringComparison.Ordinal)
            || path.StartsWith("math.", StringComparison.Ordinal));

    /// <summary>
    /// What is probably a string: it is given to a function of strings, or has one called as its method. Times have a method <c>format</c> too, and the chunk
    /// may define methods of these names.
    /// </summary>
    public static ExpressionSyntax? StringOf(BoundChunk bound, ExpressionSyntax expression)
    {
        switch (expression)
        {
            case MethodCallExpressionSyntax method:
                var name = method.Name.Text;
                return name is not "format" && IsStringMethod(name) && !bound.StoredNames.Contains(name)
                    ? method.Object
                    : null;
            case CallExpressionSyntax { Arguments.Count: > 0 } call when FunctionOf(bound, call) is { } path:
                return path is not "string.char" && path.StartsWith("string.", StringComparison.Ordinal) ? call.Arguments[0] : null;
            default:
                return null;
        }
    }

    private static bool IsStringMethod(string name) => HostSignatures.Find("string." + name) is not null;

    /// <summary>The call that an expression is, null if it is no such call.</summary>
    public static LibraryCall? Find(BoundChunk bound, ExpressionSyntax expression)
    {
        switch (expression)
        {
            case MethodCallExpressionSyntax { Name.Text: "byte" or "sub" or "len" } method when IsFixed(bound, method.Arguments):
                return TypeInference.TypeOf(bound, method.Object) == LuaTypes.String ? OfString(bound, method.Name.Text, [method.Object, .. method.Arguments]) : null;
            case CallExpressionSyntax call when bound.KnowsHostResults && IsFixed(bound, call.Arguments) && bound.GetHostPath(call.Callee) is { } path:
                return path.StartsWith("string.", StringComparison.Ordinal)
                    ? OfString(bound, path.Substring("string.".Length), [.. call.Arguments])
                    : Of(path, [.. call.Arguments]);
            default:
                return null;
        }
    }

    private static bool IsFixed(BoundChunk bound, Text.EquatableArray<ExpressionSyntax> arguments) =>
        arguments.Count == 0 || !FunctionAnalysis.IsOpen(bound, arguments[arguments.Count - 1]);

    private static LibraryCall? Of(string path, ExpressionSyntax[] arguments) => (path, arguments.Length) switch
    {
        ("math.floor", 1) => new("MathFloor", arguments, LuaTypes.Number, false),
        ("math.ceil", 1) => new("MathCeil", arguments, LuaTypes.Number, false),
        ("math.abs", 1) => new("MathAbs", arguments, LuaTypes.Number, false),
        ("math.sqrt", 1) => new("MathSqrt", arguments, LuaTypes.Float, false),
        ("math.max", 2) => new("MathMax", arguments, LuaTypes.Any, false),
        ("math.min", 2) => new("MathMin", arguments, LuaTypes.Any, false),
        ("type", 1) => new("TypeOf", arguments, LuaTypes.String, false),
        ("setmetatable", 2) => new("SetMetatable", arguments, LuaTypes.Table, false),
        ("table.insert", 2) => new("TableInsert", arguments, LuaTypes.None, false),
        ("table.remove", 1) => new("TableRemove", arguments, LuaTypes.Any, false),
        _ => null,
    };

    private static LibraryCall? OfString(BoundChunk bound, string name, ExpressionSyntax[] arguments)
    {
        if (arguments.Length == 0 || TypeInference.TypeOf(bound, arguments[0]) != (name == "char" ? LuaTypes.Integer : LuaTypes.String))
        {
            return null;
        }

        // Positions of which that is not known are probably integers; then the method converts them as the library does.
        var areIntegers = Array.TrueForAll(arguments, a => a == arguments[0] || TypeInference.TypeOf(bound, a) == LuaTypes.Integer);
        return (name, arguments.Length) switch
        {
            ("len", 1) => new("Length", arguments, LuaTypes.Integer, true),
            ("byte", 2) => new("StringByte", arguments, LuaTypes.Integer | LuaTypes.Nil, areIntegers),
            ("sub", 2 or 3) => new("StringSub", arguments, LuaTypes.String, areIntegers),
            ("char", 1) => new("StringChar", arguments, LuaTypes.String, false),
            _ => null,
        };
    }
}
