using System;
using System.Collections.Generic;
using System.Linq;

namespace Wippy.Runtime;

/// <summary><c>T?</c>.</summary>
internal sealed class OptionalType(LuaTypeValue inner) : LuaTypeValue
{
    public LuaTypeValue Inner => inner;

    public override string TypeKind => "optional";

    public override string ToString() => TypeShape.PrintOperand(inner) + "?";

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check) => value.IsNil || check.Same(inner, value, shown);

    internal override LuaTypeValue Substitute(IReadOnlyDictionary<string, LuaTypeValue> arguments) => new OptionalType(inner.Substitute(arguments));
}

/// <summary><c>A | B</c>.</summary>
internal sealed class UnionType(LuaTypeValue[] members) : LuaTypeValue
{
    public IReadOnlyList<LuaTypeValue> Members => members;

    public override string TypeKind => "union";

    public override string ToString() =>
        string.Join(" | ", members.Select(static m => m is FunctionType ? "(" + m + ")" : m.ToString()));

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check)
    {
        foreach (var member in members)
        {
            if (check.Same(member, value, shown))
            {
                return true;
            }

            if (check.IsAborted)
            {
                return false;
            }
        }

        // A validator of the only member that the value otherwise fits tells more than the union.
        return members.Length > 0 && check.Failure is { Constraint: not null } && members.Count(m => Fits(m, value)) == 1
            ? check.Same(members.First(m => Fits(m, value)), value, shown)
            : check.Mismatch(value, shown);
    }

    internal override LuaTypeValue Substitute(IReadOnlyDictionary<string, LuaTypeValue> arguments) =>
        new UnionType(System.Array.ConvertAll(members, m => m.Substitute(arguments)));

    private static bool Fits(LuaTypeValue member, LuaValue value) =>
        member is AnnotatedType annotated && TypeShape.Of(annotated) is PrimitiveType primitive && primitive.Contains(value);
}

/// <summary><c>A &amp; B</c>.</summary>
internal sealed class IntersectionType(LuaTypeValue[] members) : LuaTypeValue
{
    public IReadOnlyList<LuaTypeValue> Members => members;

    public override string TypeKind => "intersection";

    public override string ToString() => string.Join(" & ", members.Select(TypeShape.PrintOperand));

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check)
    {
        foreach (var member in members)
        {
            if (!check.Same(member, value, shown))
            {
                return false;
            }
        }

        return true;
    }

    internal override LuaTypeValue Substitute(IReadOnlyDictionary<string, LuaTypeValue> arguments) =>
        new IntersectionType(System.Array.ConvertAll(members, m => m.Substitute(arguments)));
}

/// <summary>Several results of a function; no single value is one.</summary>
internal sealed class TupleType(LuaTypeValue[] items) : LuaTypeValue
{
    public IReadOnlyList<LuaTypeValue> Items => items;

    public override string TypeKind => "tuple";

    public override string ToString() => "(" + string.Join(", ", items.Select(static i => i.ToString())) + ")";

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check) => check.Mismatch(value, shown);

    internal override LuaTypeValue Substitute(IReadOnlyDictionary<string, LuaTypeValue> arguments) =>
        new TupleType(System.Array.ConvertAll(items, i => i.Substitute(arguments)));
}

/// <summary><c>{T}</c>.</summary>
internal sealed class ArrayType(LuaTypeValue element) : LuaTypeValue
{
    public LuaTypeValue Element => element;

    public override string TypeKind => "array";

    public override string ToString() => "{" + element + "}";

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check)
    {
        if (!value.TryGetTable(out var table))
        {
            return check.Mismatch(value, shown);
        }

        var length = table.Length;
        for (long i = 1; i <= length; i++)
        {
            var item = table[i];
            if (!item.IsNil && !check.Part(i, element, item))
            {
                return false;
            }
        }

        return true;
    }

    internal override LuaTypeValue Substitute(IReadOnlyDictionary<string, LuaTypeValue> arguments) => new ArrayType(element.Substitute(arguments));
}

/// <summary><c>{[K]: V}</c>.</summary>
internal sealed class MapType(LuaTypeValue key, LuaTypeValue value) : LuaTypeValue
{
    public LuaTypeValue Key => key;

    public LuaTypeValue Value => value;

    public override string TypeKind => "map";

    public override string ToString() => "{[" + key + "]: " + value + "}";

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check)
    {
        if (!value.TryGetTable(out var table))
        {
            return check.Mismatch(value, shown);
        }

        var position = 0;
        while (table.Next(ref position, out var itemKey, out var item))
        {
            if (!check.Part(itemKey, Key, itemKey) || !check.Part(itemKey, Value, item))
            {
                return false;
            }
        }

        return true;
    }

    internal override LuaTypeValue Substitute(IReadOnlyDictionary<string, LuaTypeValue> arguments) =>
        new MapType(key.Substitute(arguments), Value.Substitute(arguments));
}

/// <summary><c>{a: A, b?: B}</c>; other fields are allowed.</summary>
internal sealed class RecordType(LuaTypeField[] fields) : LuaTypeValue
{
    private readonly LuaString[] _names = System.Array.ConvertAll(fields, static f => LuaString.Literal(f.Name));

    public IReadOnlyList<LuaTypeField> Fields => fields;

    public override string TypeKind => "record";

    public override string ToString() => "{" + string.Join(", ", fields.Select(static f => f.Print())) + "}";

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check)
    {
        if (!value.TryGetTable(out var table))
        {
            return check.Mismatch(value, shown);
        }

        for (var i = 0; i < fields.Length; i++)
        {
            if (!check.Field(fields[i], table[_names[i]]))
            {
                return false;
            }
        }

        return true;
    }

    internal override LuaTypeValue Substitute(IReadOnlyDictionary<string, LuaTypeValue> arguments) =>
        new RecordType(LuaTypeField.Substitute(fields, arguments));
}

/// <summary>An interface: every table; members are not checked.</summary>
internal sealed class InterfaceType(LuaTypeValue[] bases, LuaTypeField[] members) : LuaTypeValue
{
    public IReadOnlyList<LuaTypeValue> Bases => bases;

    public IReadOnlyList<LuaTypeField> Members => members;

    public override string TypeKind => "interface";

    public override string ToString() => "interface {" + string.Join(", ", members.Select(static f => f.Print())) + "}";

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check) => value.IsTable || check.Mismatch(value, shown);

    internal override LuaTypeValue Substitute(IReadOnlyDictionary<string, LuaTypeValue> arguments) =>
        new InterfaceType(System.Array.ConvertAll(bases, b => b.Substitute(arguments)), LuaTypeField.Substitute(members, arguments));
}

/// <summary><c>(a: A, ...B) -&gt; R</c>: every function.</summary>
internal sealed class FunctionType(string[] typeParameters, LuaTypeField[] parameters, LuaTypeValue? vararg, LuaTypeValue? result) : LuaTypeValue
{
    public IReadOnlyList<string> TypeParameters => typeParameters;

    public IReadOnlyList<LuaTypeField> Parameters => parameters;

    public LuaTypeValue? Vararg => vararg;

    public LuaTypeValue? Result => result;

    public override string TypeKind => "function";

    public override string ToString()
    {
        var items = parameters.Select(static p => p.Print(true));
        items = vararg is null ? items : items.Append("..." + vararg);
        var generic = typeParameters.Length == 0 ? "" : "<" + string.Join(", ", typeParameters) + ">";
        return $"{generic}({string.Join(", ", items)}) -> {result?.ToString() ?? "any"}";
    }

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check) => value.IsFunction || check.Mismatch(value, shown);

    internal override LuaTypeValue Substitute(IReadOnlyDictionary<string, LuaTypeValue> arguments)
    {
        // Its own parameters hide those of the declaration around it.
        var visible = arguments.Where(a => System.Array.IndexOf(typeParameters, a.Key) < 0)
            .ToDictionary(static a => a.Key, static a => a.Value, StringComparer.Ordinal);
        return new FunctionType(typeParameters, LuaTypeField.Substitute(parameters, visible), vararg?.Substitute(visible), result?.Substitute(visible));
    }
}
