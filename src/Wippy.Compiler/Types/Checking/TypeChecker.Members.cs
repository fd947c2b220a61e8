using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Catalogue;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Types.Checking;

/// <content>Fields, methods and indexes.</content>
internal sealed partial class TypeChecker
{
    private StaticType CheckField(FieldExpressionSyntax field)
    {
        if (_bound.GetHostPath(field) is { } path)
        {
            return CheckHostField(field, path);
        }

        var owner = CheckObject(field.Object);
        var type = MemberOf(owner, field.Name.Text, field.Object, field.Name, false);
        return ReferenceOf(field) is { } reference && _state.Find(reference) is { } known ? known : type;
    }

    private StaticType CheckHostField(FieldExpressionSyntax field, string path)
    {
        var type = HostTypeOf(path);
        var dot = path.LastIndexOf('.');
        if (type.IsAny && HostSignatures.Find(path) is null && HostSignatures.IsComplete(path.Substring(0, dot)) && !ModuleCatalogue.Removed.Contains(path))
        {
            ReportUnknownMember(DiagnosticDescriptors.NoSuchField, field.Name, $"module '{path.Substring(0, dot)}'", path.Substring(0, dot), path.Substring(dot + 1));
        }

        return type;
    }

    private void ReportUnknownMember(DiagnosticDescriptor rule, SyntaxNode node, string owner, string path, string name)
    {
        var members = HostSignatures.MembersOf(path).ToArray();
        Report(rule, node, owner, name, SpellingSuggestion.Nearest(name, members) is { } near
            ? $"did you mean '{near}'?" : $"it has {string.Join(", ", members.OrderBy(static m => m, StringComparer.Ordinal).Take(8))}{(members.Length > 8 ? ", ..." : string.Empty)}");
    }

    private StaticType CheckIndexed(IndexExpressionSyntax index)
    {
        var owner = CheckObject(index.Object);
        if (index.Key is StringLiteralSyntax key && TypeAlgebra.Expand(owner) is not (ArrayType or MapType))
        {
            var type = MemberOf(owner, Binding.LuaText.Decode(key.Value), index.Object, index.Key, false);
            return ReferenceOf(index) is { } reference && _state.Find(reference) is { } known ? known : type;
        }

        return CheckIndex(owner, index);
    }

    // What is indexed: must not be nil.
    private StaticType CheckObject(ExpressionSyntax expression)
    {
        var type = Check(expression);
        if (TypeAlgebra.IsOptional(type))
        {
            Report(DiagnosticDescriptors.OptionalIndex, expression, Describe(expression), type, TextOf(expression));
            return TypeAlgebra.WithoutNil(type);
        }

        return type;
    }

    private StaticType CheckIndex(StaticType owner, IndexExpressionSyntax index)
    {
        var key = Check(index.Key);
        switch (TypeAlgebra.Expand(owner))
        {
            case ArrayType array:
                if (!Assignability.Holds(key, StaticType.Number))
                {
                    Report(DiagnosticDescriptors.BadIndex, index.Key, owner, "a number", TypeAlgebra.Widen(key), "lists have items 1 to n");
                }

                return array.Element;
            case MapType map:
                if (!Assignability.Holds(key, map.Key))
                {
                    Report(DiagnosticDescriptors.BadIndex, index.Key, owner, map.Key, key, Advice(key, map.Key));
                }

                return map.Value;
            case var form when IsWithoutFields(form):
                Report(DiagnosticDescriptors.NotIndexable, index.Object, Describe(index.Object), TypeAlgebra.Widen(owner), "use a table");
                return StaticType.Any;
            default:
                return StaticType.Any;
        }
    }

    private static bool IsWithoutFields(StaticType form) =>
        form.IsNil || form == StaticType.Boolean || form == StaticType.Function || form == StaticType.Thread || TypeAlgebra.IsNumeric(form) || form is FunctionType or LiteralType { Value: bool };

    // The type of a member when it is read or called.
    private StaticType MemberOf(StaticType owner, string name, ExpressionSyntax expression, SyntaxNode node, bool isMethod)
    {
        var form = TypeAlgebra.Expand(owner);
        var rule = isMethod ? DiagnosticDescriptors.NoSuchMethod : DiagnosticDescriptors.NoSuchField;
        switch (form)
        {
            case UnionType:
                return MemberOfUnion(owner, name, expression, node, rule);
            case RecordType record:
                if (record.Find(name) is { } field)
                {
                    return field.Read;
                }

                if (ClassOf(owner) is { } @class && !@class.Lacks(name))
                {
                    return @class.Find(name) is { } inherited ? TypeOf(inherited.Body) : StaticType.Any;
                }

                Report(rule, node, owner, name, TypeResolver.Fields(record, name));
                return StaticType.Any;
            case IntersectionType intersection:
                return intersection.Members.Select(m => FindMember(m, name)).FirstOrDefault(static t => t is not null) ?? StaticType.Any;
            case MapType map when TypeAlgebra.MembersOf(map.Key).Any(static k => TypeAlgebra.IsText(k) || k.IsAny):
                return map.Value;
            case MapType map:
                Report(DiagnosticDescriptors.BadIndex, node, owner, map.Key, "a name", "write the key in brackets");
                return map.Value;
            case ArrayType:
                Report(rule, node, owner, name, "it is a list: index it by a number, or use the functions of 'table'");
                return StaticType.Any;
            case ObjectType @object:
                if (@object.Class.Find(name) is { } member)
                {
                    return TypeOf(member.Body);
                }

                if (isMethod && @object.Class.Lacks(name) && !_writtenFields.Contains(name))
                {
                    Report(rule, node, $"'{@object.Class.Name}'", name, SpellingSuggestion.Nearest(name, @object.Class.Names) is { } near
                        ? $"did you mean '{near}'?" : $"define 'function {@object.Class.Name}:{name}(...)'");
                }

                return StaticType.Any;
            case LibraryTable library:
                if (library.Library.FindField(name) is { } exported)
                {
                    return exported;
                }

                if (library.Library.IsComplete)
                {
                    Report(rule, node, $"library '{library.Library.Name}'", name, SpellingSuggestion.Nearest(name, library.Library.Fields) is { } near
                        ? $"did you mean '{near}'?" : "add it to the table that the library returns");
                }

                return StaticType.Any;
            case HostType host:
                return MemberOfHost(host, name, node, rule);
            case var _ when TypeAlgebra.IsText(form):
                if (HostSignatures.Find("string." + name) is { } function)
                {
                    return _resolver.Resolve(function, null);
                }

                if (!ModuleCatalogue.Removed.Contains("string." + name))
                {
                    ReportUnknownMember(rule, node, $"{Describe(expression)} is a string and", "string", name);
                }

                return StaticType.Any;
            case var _ when IsWithoutFields(form):
                Report(DiagnosticDescriptors.NotIndexable, expression, Describe(expression), TypeAlgebra.Widen(owner), form.IsNil ? "assign a value before" : "use a table");
                return StaticType.Any;
            default:
                return FindMember(form, name) ?? StaticType.Any;
        }
    }

    // A class gives its methods to the type of the same name.
    private TableInfo? ClassOf(StaticType type) => type is NamedType named
        ? _tables.Values.FirstOrDefault(t => t.IsClass && string.Equals(t.Name, named.Definition.Name, StringComparison.Ordinal)) : null;

    private StaticType MemberOfUnion(StaticType owner, string name, ExpressionSyntax expression, SyntaxNode node, Diagnostics.DiagnosticDescriptor rule)
    {
        var types = new List<StaticType>();
        foreach (var member in TypeAlgebra.MembersOf(owner))
        {
            if (FindMember(member, name) is { } type)
            {
                types.Add(type);
            }
            else
            {
                Report(rule, node, owner, name, $"{member} has none; compare {TextOf(expression)} with 'type()' or a field that tells the members apart first");
                return StaticType.Any;
            }
        }

        return TypeAlgebra.Union(types);
    }

    // The type of a member; null when there is none for certain.
    private StaticType? FindMember(StaticType type, string name) => TypeAlgebra.Expand(type) switch
    {
        RecordType record => record.Find(name)?.Read,
        MapType map => map.Value,
        ArrayType => null,
        OpenTable { Info: { } table } => table.Find(name) is { } member ? TypeOf(member.Body) : StaticType.Any,
        ObjectType @object => @object.Class.Find(name) is { } member ? TypeOf(member.Body) : StaticType.Any,
        LibraryTable library => library.Library.FindField(name) ?? StaticType.Any,
        HostModule module => HostTypeOf(module.Path + "." + name),
        HostType host => HostSignatures.Find(host.Name + ":" + name) is { } method ? _resolver.Resolve(method, null)
            : HostSignatures.IsComplete(host.Name) ? null : StaticType.Any,
        ParameterReference { Constraint: { } constraint } => FindMember(constraint, name),
        var form when TypeAlgebra.IsText(form) => HostSignatures.Find("string." + name) is { } function ? _resolver.Resolve(function, null) : null,
        var form when IsWithoutFields(form) => null,
        _ => StaticType.Any,
    };

    private StaticType MemberOfHost(HostType host, string name, SyntaxNode node, Diagnostics.DiagnosticDescriptor rule)
    {
        if (HostSignatures.Find(host.Name + ":" + name) is { } method)
        {
            return _resolver.Resolve(method, null);
        }

        if (HostSignatures.IsComplete(host.Name))
        {
            ReportUnknownMember(rule, node, host.Name, host.Name, name);
        }

        return StaticType.Any;
    }

    // The type that a field takes when it is written; null when it takes anything.
    private StaticType? WrittenMember(StaticType owner, string name, ExpressionSyntax expression, SyntaxNode node)
    {
        switch (TypeAlgebra.Expand(owner))
        {
            case RecordType record:
                return record.Find(name)?.Read;
            case MapType:
                return TypeAlgebra.OrNil(MemberOf(owner, name, expression, node, false));
            case ArrayType:
                MemberOf(owner, name, expression, node, false);
                return null;
            case var form when IsWithoutFields(form) || TypeAlgebra.IsText(form):
                Report(DiagnosticDescriptors.NotIndexable, expression, Describe(expression), TypeAlgebra.Widen(owner), form.IsNil ? "assign a table before" : "use a table");
                return null;
            default:
                return null;
        }
    }
}
