using System;
using System.Collections.Generic;
using System.Linq;

namespace Wippy.Runtime;

/// <summary>Looks behind names and modifiers.</summary>
internal static class TypeShape
{
    /// <summary>The form behind names, instantiations and modifiers; <c>never</c> when names only lead to each other.</summary>
    public static LuaTypeValue Of(LuaTypeValue type)
    {
        for (var i = 0; i <= TypeCheck.Limit; i++)
        {
            if (type.Target() is not { } target)
            {
                return type;
            }

            type = target;
        }

        return LuaTypeValue.Never;
    }

    /// <summary>The kind behind names and modifiers, where an instantiation is a kind of its own.</summary>
    public static string KindOf(LuaTypeValue type)
    {
        for (var i = 0; i <= TypeCheck.Limit; i++)
        {
            if (type is InstanceType or DeclaredType { Parameters.Count: > 0 } || type.Target() is not { } target)
            {
                return type.TypeKind;
            }

            type = target;
        }

        return LuaTypeValue.Never.TypeKind;
    }

    /// <summary>The declaration behind an imported name; null for other forms.</summary>
    public static DeclaredType? DeclarationOf(LuaTypeValue type) => type switch
    {
        DeclaredType declared => declared,
        ImportedType imported => imported.Target() as DeclaredType,
        _ => null,
    };

    /// <summary>The generic parameters that a type still takes.</summary>
    public static IReadOnlyList<string> ParametersOf(LuaTypeValue type) => DeclarationOf(type)?.Parameters ?? [];

    /// <summary><c>tparams()</c>: parameters of a generic type, arguments of an instantiation.</summary>
    public static IEnumerable<LuaTypeValue> TypeParametersOf(LuaTypeValue type) => type switch
    {
        InstanceType instance => instance.Arguments,
        FunctionType function => function.TypeParameters.Select(LuaTypeValue.Parameter),
        _ => ParametersOf(type).Select(LuaTypeValue.Parameter),
    };

    /// <summary><c>variants()</c>: members of a union or intersection, items of a tuple.</summary>
    public static IEnumerable<LuaTypeValue> VariantsOf(LuaTypeValue type) => Of(type) switch
    {
        UnionType union => union.Members,
        IntersectionType intersection => intersection.Members,
        TupleType tuple => tuple.Items,
        _ => [],
    };

    /// <summary>Fields of a record, an interface with its bases, or an intersection of them, in order of declaration.</summary>
    public static IReadOnlyList<LuaTypeField> FieldsOf(LuaTypeValue type)
    {
        var fields = new List<LuaTypeField>();
        Collect(type, fields, 0);
        return fields;
    }

    /// <summary>The type of a field, nil added when it may be absent; null when there is no such field.</summary>
    public static LuaTypeValue? FieldOf(LuaTypeValue type, string name) =>
        FieldsOf(type).FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.Ordinal))?.ValueType;

    /// <summary>A type before a postfix mark or between <c>&amp;</c>.</summary>
    public static string PrintOperand(LuaTypeValue type) =>
        type is UnionType or IntersectionType or FunctionType or ConditionalType ? "(" + type + ")" : type.ToString();

    private static void Collect(LuaTypeValue type, List<LuaTypeField> fields, int depth)
    {
        if (depth > TypeCheck.Limit)
        {
            return;
        }

        switch (Of(type))
        {
            case RecordType record:
                Add(record.Fields);
                break;
            case InterfaceType @interface:
                foreach (var parent in @interface.Bases)
                {
                    Collect(parent, fields, depth + 1);
                }

                Add(@interface.Members);
                break;
            case IntersectionType intersection:
                foreach (var member in intersection.Members)
                {
                    Collect(member, fields, depth + 1);
                }

                break;
            default:
                break;
        }

        void Add(IReadOnlyList<LuaTypeField> items)
        {
            foreach (var item in items)
            {
                var index = fields.FindIndex(f => string.Equals(f.Name, item.Name, StringComparison.Ordinal));
                if (index < 0)
                {
                    fields.Add(item);
                }
                else
                {
                    fields[index] = item;
                }
            }
        }
    }
}
