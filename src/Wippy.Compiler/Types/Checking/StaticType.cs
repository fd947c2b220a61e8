using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Types.Checking;

/// <summary>A type as the checker knows it (spec/lua.md section 11). Types compare by their form; printing gives what a user would write.</summary>
internal abstract record StaticType
{
    public static SimpleType Any { get; } = new("any");

    public static SimpleType Unknown { get; } = new("unknown");

    public static SimpleType Never { get; } = new("never");

    public static SimpleType Nil { get; } = new("nil");

    public static SimpleType Boolean { get; } = new("boolean");

    public static SimpleType Number { get; } = new("number");

    public static SimpleType Integer { get; } = new("integer");

    public static SimpleType Text { get; } = new("string");

    public static SimpleType Table { get; } = new("table");

    public static SimpleType Function { get; } = new("function");

    public static SimpleType Thread { get; } = new("thread");

    public static SimpleType Userdata { get; } = new("userdata");

    public static HostType Error { get; } = new("error", EquatableArray<StaticType>.Empty);

    /// <summary>What a variable of a type without nil holds before its first assignment.</summary>
    public static SimpleType Unassigned { get; } = new("nothing");

    public bool IsAny => ReferenceEquals(this, Any);

    public bool IsNil => ReferenceEquals(this, Nil);

    public bool IsNever => ReferenceEquals(this, Never);

    private protected static string Operand(StaticType type) =>
        type is UnionType { IsOptional: false } or IntersectionType or FunctionType ? "(" + type + ")" : type.ToString();

    private protected static string List(EquatableArray<StaticType> types) => string.Join(", ", types.Select(static t => t.ToString()));
}

/// <summary>A built-in type.</summary>
internal sealed record SimpleType(string Name) : StaticType
{
    public override string ToString() => Name;
}

/// <summary>A string, a number or a boolean as a type.</summary>
internal sealed record LiteralType(object Value) : StaticType
{
    /// <summary>The type of which it is one value.</summary>
    public StaticType Base => Value switch
    {
        string => Text,
        bool => Boolean,
        long => Integer,
        _ => Number,
    };

    public override string ToString() => Value switch
    {
        string text => "\"" + (text.Length > 40 ? text.Substring(0, 37) + "..." : text).Replace("\\", "\\\\").Replace("\n", "\\n").Replace("\r", "\\r").Replace("\t", "\\t") + "\"",
        true => "true",
        false => "false",
        _ => Convert.ToString(Value, CultureInfo.InvariantCulture),
    };
}

/// <summary><c>A | B</c>; made by <see cref="TypeAlgebra.Union(System.Collections.Generic.IEnumerable{StaticType})"/>.</summary>
internal sealed record UnionType(EquatableArray<StaticType> Members) : StaticType
{
    public bool IsOptional => Members.Count == 2 && Members[1].IsNil;

    public override string ToString() =>
        IsOptional ? Operand(Members[0]) + "?"
        : Members[Members.Count - 1].IsNil ? "(" + string.Join(" | ", Members.Take(Members.Count - 1).Select(Operand)) + ")?"
        : string.Join(" | ", Members.Select(Operand));
}

/// <summary><c>A &amp; B</c>.</summary>
internal sealed record IntersectionType(EquatableArray<StaticType> Members) : StaticType
{
    public override string ToString() => string.Join(" & ", Members.Select(Operand));
}

/// <summary><c>{T}</c>.</summary>
internal sealed record ArrayType(StaticType Element, bool IsReadonly) : StaticType
{
    public override string ToString() => (IsReadonly ? "readonly {" : "{") + Element + "}";
}

/// <summary><c>{[K]: V}</c>.</summary>
internal sealed record MapType(StaticType Key, StaticType Value, bool IsReadonly) : StaticType
{
    public override string ToString() => (IsReadonly ? "readonly {[" : "{[") + Key + "]: " + Value + "}";
}

/// <summary><c>{a: A, b?: B}</c>, or an interface.</summary>
internal sealed record RecordType(EquatableArray<FieldType> Fields, bool IsReadonly, bool IsInterface) : StaticType
{
    private readonly FieldNames _names = new(Fields);

    public FieldType? Find(string name) => _names.Find(name);

    public override string ToString() => (IsReadonly ? "readonly {" : "{") + string.Join(", ", Fields.Select(static f => f.ToString())) + "}";
}

/// <summary>Finds fields by name; no part of the value of a record type.</summary>
internal sealed class FieldNames(EquatableArray<FieldType> fields)
{
    // Few fields are found as fast one after another.
    private const int Few = 16;

    private readonly Lazy<Dictionary<string, FieldType>?> _index = new(() => fields.Count <= Few
        ? null
        : fields.GroupBy(static f => f.Name, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal));

    public FieldType? Find(string name)
    {
        if (_index.Value is { } index)
        {
            return index.TryGetValue(name, out var found) ? found : null;
        }

        foreach (var field in fields)
        {
            if (string.Equals(field.Name, name, StringComparison.Ordinal))
            {
                return field;
            }
        }

        return null;
    }

    public override bool Equals(object? obj) => obj is FieldNames;

    public override int GetHashCode() => 0;
}

/// <summary>A field of a record.</summary>
internal sealed record FieldType(string Name, StaticType Type, bool IsOptional)
{
    /// <summary>What reading gives.</summary>
    public StaticType Read => IsOptional ? TypeAlgebra.OrNil(Type) : Type;

    public override string ToString() => Name + (IsOptional ? "?: " : ": ") + Type;
}

/// <summary>A function. Results that are not declared are null, so that any may come.</summary>
internal sealed record FunctionType(
    EquatableArray<ParameterType> Parameters, EquatableArray<ParameterType> Generics, StaticType? Vararg, ResultTypes? Results) : StaticType
{
    /// <summary>Whether the object of a method call is not among the parameters.</summary>
    public bool HasHiddenSelf { get; init; }

    /// <summary>Whether nothing is declared, so that callers may pass what they want.</summary>
    public bool IsUntyped { get; init; }

    /// <summary>The <c>asserts</c> result, when there is one.</summary>
    public Assertion? Assertion { get; init; }

    public override string ToString()
    {
        var parameters = Parameters.Select(static p => (p.Name.Length > 0 ? p.Name + (p.IsOptional ? "?: " : ": ") : string.Empty) + p.Type);
        if (Vararg is { } vararg)
        {
            parameters = parameters.Concat(new[] { "..." + vararg });
        }

        return "(" + string.Join(", ", parameters) + ") -> " + (Results is null ? "any" : Results.ToString());
    }
}

/// <summary>A parameter of a function, or a generic parameter with its constraint.</summary>
internal sealed record ParameterType(string Name, StaticType Type, bool IsOptional);

/// <summary>Declared results.</summary>
internal sealed record ResultTypes(EquatableArray<StaticType> Types)
{
    public override string ToString() => Types.Count == 1 ? Types[0].ToString() : "(" + string.Join(", ", Types.Select(static t => t.ToString())) + ")";
}

/// <summary><c>asserts parameter is T</c>.</summary>
internal sealed record Assertion(int Parameter, StaticType? Type);

/// <summary>A generic parameter inside its declaration.</summary>
internal sealed record ParameterReference(string Name, object Owner, StaticType? Constraint) : StaticType
{
    public bool Equals(ParameterReference? other) => other is not null && ReferenceEquals(Owner, other.Owner) && string.Equals(Name, other.Name, StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    public override string ToString() => Name;
}

/// <summary>A declared type by its name.</summary>
internal sealed record NamedType(TypeDefinition Definition, EquatableArray<StaticType> Arguments) : StaticType
{
    public override string ToString() => (Definition.Library is { } library ? library + "." : string.Empty) + Definition.Name + (Arguments.IsEmpty ? string.Empty : "<" + List(Arguments) + ">");
}

/// <summary>An opaque type of the host, such as <c>time.Time</c>.</summary>
internal sealed record HostType(string Name, EquatableArray<StaticType> Arguments) : StaticType
{
    public override string ToString() => Name + (Arguments.IsEmpty ? string.Empty : "<" + List(Arguments) + ">");
}

/// <summary>A table that the chunk builds without declaring its type; it may have fields besides the known ones.</summary>
internal sealed record OpenTable(TableInfo? Info) : StaticType
{
    public override string ToString() => "table";
}

/// <summary>A table whose metatable is a class of the chunk: <c>setmetatable({}, Class)</c> with <c>Class.__index = Class</c>.</summary>
internal sealed record ObjectType(TableInfo Class) : StaticType
{
    public override string ToString() => Class.Name;
}

/// <summary>A type as a value (spec/lua.md section 10).</summary>
internal sealed record TypeValue(StaticType Type) : StaticType
{
    public override string ToString() => "type";
}

/// <summary>The module table of an imported library.</summary>
internal sealed record LibraryTable(LibraryTypes Library) : StaticType
{
    public override string ToString() => "library " + Library.Name;
}

/// <summary>The module table of the host behind a path such as <c>string</c> or <c>crypto.random</c>.</summary>
internal sealed record HostModule(string Path) : StaticType
{
    public override string ToString() => "module " + Path;
}
