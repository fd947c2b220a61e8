using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Catalogue;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Lowering;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Types.Checking;

/// <content>Expressions.</content>
internal sealed partial class TypeChecker
{
    private const int MaxChoices = 3;

    private int _choices;

    // The type of one value.
    private StaticType Check(ExpressionSyntax expression, StaticType? expected = null)
    {
        switch (expression)
        {
            case NilExpressionSyntax:
                return StaticType.Nil;
            case TrueExpressionSyntax:
                return new LiteralType(true);
            case FalseExpressionSyntax:
                return new LiteralType(false);
            case NumberLiteralSyntax number:
                return number.IsInteger ? new LiteralType(number.IntegerValue) : new LiteralType(number.FloatValue);
            case StringLiteralSyntax text:
                return new LiteralType(LuaText.Decode(text.Value));
            case VarargExpressionSyntax:
                return _function.Type?.Vararg ?? StaticType.Any;
            case NameExpressionSyntax name:
                return CheckName(name);
            case FieldExpressionSyntax field:
                return CheckField(field);
            case IndexExpressionSyntax index:
                return CheckIndexed(index);
            case CallExpressionSyntax or MethodCallExpressionSyntax:
                return CheckMultiple(expression, expected)[0];
            case BinaryExpressionSyntax binary:
                return CheckBinary(binary, expected);
            case UnaryExpressionSyntax unary:
                return CheckUnary(unary);
            case ParenthesizedExpressionSyntax inner:
                return Check(inner.Expression, expected);
            case CastExpressionSyntax cast:
                var claimed = Resolve(cast.Type);
                Check(cast.Operand);
                return claimed;
            case NonNilExpressionSyntax nonNil:
                return TypeAlgebra.WithoutNil(Check(nonNil.Operand));
            case FunctionExpressionSyntax function:
                CheckFunction(function.Body, "function", expected is null ? null : TypeAlgebra.MembersOf(expected).Select(TypeAlgebra.Expand).OfType<FunctionType>().FirstOrDefault());
                return TypeOf(function.Body);
            case TableConstructorSyntax table:
                return CheckTable(table, expected, "this value");
            default:
                Report(DiagnosticDescriptors.NoRule, expression, expression.GetType().Name);
                return StaticType.Any;
        }
    }

    // A value that must be of a type; gives the value's type.
    private StaticType CheckValue(ExpressionSyntax expression, StaticType expected, string what)
    {
        if (Unwrap(expression) is TableConstructorSyntax table)
        {
            return CheckTable(table, expected, what);
        }

        var type = Check(expression, expected);
        CheckAssignable(expression, type, expected, what);
        return type;
    }

    private void CheckAssignable(SyntaxNode node, StaticType type, StaticType expected, string what)
    {
        if (!Assignability.Holds(type, expected))
        {
            // Which literal it is matters only where literals are expected.
            var shown = TypeAlgebra.MembersOf(expected).Any(static m => m is LiteralType) ? type : TypeAlgebra.Widen(type);
            Report(DiagnosticDescriptors.TypeMismatch, node, what, expected, shown, Advice(type, expected));
        }
    }

    // What to write instead.
    private static string Advice(StaticType type, StaticType expected)
    {
        var without = TypeAlgebra.WithoutNil(type);
        if (type.IsNil)
        {
            return $"give it a value, or let it be '{TypeAlgebra.OrNil(expected)}'";
        }

        if (!ReferenceEquals(without, type) && Assignability.Holds(without, expected))
        {
            return "check it for nil first, or write '!' behind it";
        }

        var target = TypeAlgebra.Expand(TypeAlgebra.WithoutNil(expected));
        if (target == StaticType.Text && TypeAlgebra.IsNumeric(without))
        {
            return "write 'tostring(...)' around it";
        }

        if (TypeAlgebra.IsNumeric(target) && TypeAlgebra.IsText(without))
        {
            return "write 'tonumber(...)' around it";
        }

        if (target == StaticType.Integer && TypeAlgebra.IsNumeric(without))
        {
            return "write 'math.floor(...)' around it, or use '//' for the division";
        }

        var members = TypeAlgebra.MembersOf(target).ToArray();
        if (members.Length > 1 && Array.TrueForAll(members, static m => m is LiteralType) && without is LiteralType)
        {
            return $"write one of {string.Join(", ", members.Select(static m => m.ToString()))}";
        }

        if (target is RecordType record && TypeAlgebra.Expand(without) is RecordType own
            && record.Fields.FirstOrDefault(f => !f.IsOptional && !TypeAlgebra.AcceptsNil(f.Type) && own.Find(f.Name) is null) is { } missing)
        {
            return $"it has no field '{missing.Name}'";
        }

        return $"give it a value of type {expected}, or change the annotation";
    }

    // The values of a list; each but the last gives one.
    private TypeList CheckValues(EquatableArray<ExpressionSyntax> values, Func<int, StaticType?> expected, Func<int, string> what)
    {
        var types = new List<StaticType>();
        StaticType? rest = null;
        for (var i = 0; i < values.Count; i++)
        {
            if (i == values.Count - 1 && values[i] is CallExpressionSyntax or MethodCallExpressionSyntax or VarargExpressionSyntax)
            {
                var list = CheckMultiple(values[i], expected(i));
                for (var k = 0; k < Math.Max(list.Types.Count, 1); k++)
                {
                    if (expected(i + k) is { } type && (list.Rest is null || !list.IsBeyond(k)))
                    {
                        CheckAssignable(values[i], list[k], type, what(i + k));
                    }
                }

                types.AddRange(list.Types.Count == 0 && list.Rest is null && values.Count > 1 ? [StaticType.Nil] : list.Types);
                rest = list.Rest;
            }
            else
            {
                types.Add(expected(i) is { } type ? CheckValue(values[i], type, what(i)) : Check(values[i]));
            }
        }

        return new TypeList(types, rest);
    }

    private StaticType CheckName(NameExpressionSyntax name)
    {
        if (_bound.Locals.TryGetValue(name, out var local))
        {
            var known = _state.Find(new Reference(local, string.Empty));
            if (known is not null && TypeAlgebra.MembersOf(known).Contains(StaticType.Unassigned))
            {
                var declared = DeclaredTypeOf(local);
                Report(DiagnosticDescriptors.UsedBeforeAssigned, name, name.Name, known == StaticType.Unassigned ? "has" : "may have", declared + "?");
                _state.Set(new Reference(local, string.Empty), declared);
                return declared;
            }

            return known ?? DeclaredTypeOf(local);
        }

        if (_bound.TypeValues.TryGetValue(name, out var symbol))
        {
            return new TypeValue(new NamedType(_resolver.Define(symbol), EquatableArray<StaticType>.Empty));
        }

        if (FindLibrary(name.Name) is { } library)
        {
            return _bound.AssignedGlobals.Contains(name.Name) ? StaticType.Any : new LibraryTable(library);
        }

        if (_bound.GetHostPath(name) is { } path)
        {
            return HostTypeOf(path);
        }

        if (!_bound.MayBeAssigned(name.Name) && TypeLowering.BuiltInValueOf(name.Name) is not null)
        {
            return new TypeValue(TypeResolver.BuiltIn(name.Name)!);
        }

        return _bound.IsAssignedOnce(name.Name) && _globalFunctions.TryGetValue(name.Name, out var body) && body is not null ? TypeOf(body) : StaticType.Any;
    }

    // The type of what the host has behind a path.
    private StaticType HostTypeOf(string path) =>
        HostSignatures.Find(path) is { } signature ? _resolver.Resolve(signature, null)
        : HostSignatures.IsComplete(path) || ModuleCatalogue.Find(path) is not null ? new HostModule(path)
        : StaticType.Any;

    private StaticType DeclaredTypeOf(LocalSymbol local)
    {
        if (_declared.TryGetValue(local, out var known))
        {
            return known;
        }

        // A type that stands above the variable may ask for it: "type T = typeof(x)".
        _declared[local] = StaticType.Any;
        var type = local switch
        {
            { Declaration: VariableSyntax { Type: { } annotation } } => _resolver.Resolve(annotation, local.Scope, _generics),
            { IsDefinedLater: false, KnownFunction.Body: { } body } => TypeOf(body),
            { Writes: 0, InitialValue: { } value } => TypeOf(value),
            _ => StaticType.Any,
        };
        _declared.Remove(local);
        return type;
    }

    // The type of a function, as its head declares it.
    private FunctionType TypeOf(FunctionBodySyntax body)
    {
        if (_functions.TryGetValue(body, out var known))
        {
            return known;
        }

        var symbol = _bound.FunctionOf[body];
        var self = symbol.Parameters.Count > body.Parameters.Count
            ? _members.TryGetValue(body, out var member) ? SelfOf(member.Table) : StaticType.Any
            : null;
        _functions[body] = new FunctionType(EquatableArray<ParameterType>.Empty, EquatableArray<ParameterType>.Empty, StaticType.Any, null) { IsUntyped = true };
        var type = _resolver.ReadFunction(body, _bound.Scopes[body.Block].Parent, _generics, self);
        if (type.Results is null && !symbol.FallsThrough && symbol.Returns.Count > 0)
        {
            var results = symbol.Returns.Select(r => r.Values.Count == 1 ? ObjectOf(r.Values[0], self, 0) : null).Distinct().ToArray();
            if (results.Length == 1 && results[0] is { } single)
            {
                type = type with { Results = new ResultTypes(EquatableArray.Create(single)) };
            }
        }

        return _functions[body] = type;
    }

    private static StaticType SelfOf(TableInfo table) => table.IsClass ? new ObjectType(table) : new OpenTable(table);

    // The object that an expression makes or passes on: self, or setmetatable(..., Class); null for anything else.
    private StaticType? ObjectOf(ExpressionSyntax expression, StaticType? self, int depth)
    {
        if (depth > 8)
        {
            return null;
        }

        switch (Unwrap(expression))
        {
            case NameExpressionSyntax name when _bound.Locals.TryGetValue(name, out var local):
                return local is { Kind: LocalKind.Parameter, Name: "self", Writes: 0 } ? self as ObjectType
                    : local is { Kind: LocalKind.Local, Writes: 0, InitialValue: { } value } ? ObjectOf(value, self, depth + 1) : null;
            case CallExpressionSyntax { Arguments: { Count: 2 } arguments } call when _bound.GetHostPath(call.Callee) is "setmetatable":
                return LocalOf(arguments[1]) is { } table && _tables.TryGetValue(table, out var info) && info.IsClass ? new ObjectType(info) : null;
            default:
                return null;
        }
    }

    private StaticType CheckTable(TableConstructorSyntax table, StaticType? expected, string what)
    {
        if (expected is not null && !expected.IsAny)
        {
            switch (TypeAlgebra.Expand(expected))
            {
                case ArrayType array:
                    return CheckArray(table, array, expected);
                case MapType map:
                    return CheckMap(table, map, expected);
                case RecordType { IsInterface: false } record:
                    return CheckRecord(table, record, expected, what);
                case UnionType:
                    return CheckChoice(table, expected, what);
                case IntersectionType intersection when intersection.Members.All(static m => TypeAlgebra.Expand(m) is RecordType):
                    var fields = intersection.Members.SelectMany(static m => ((RecordType)TypeAlgebra.Expand(m)).Fields)
                        .GroupBy(static f => f.Name, StringComparer.Ordinal).Select(static g => g.First()).ToEquatableArray();
                    return CheckRecord(table, new RecordType(fields, false, false), expected, what);
                case ParameterReference:
                    return FreshType(table);
                default:
                    CheckAssignable(table, new OpenTable(null), expected, what);
                    break;
            }
        }

        foreach (var field in table.Fields)
        {
            if (field is KeyedTableFieldSyntax keyed && Check(keyed.Key).IsNil)
            {
                Report(DiagnosticDescriptors.BadIndex, keyed.Key, "a table", "a value", "nil", "use a key that is not nil");
            }

            Check(field.Value);
        }

        return new OpenTable(null);
    }

    // A literal whose type tells what a generic parameter stands for.
    private StaticType FreshType(TableConstructorSyntax table)
    {
        var types = table.Fields.Select(f => Check(f.Value)).ToArray();
        return table.Fields.Count > 0 && table.Fields.All(static f => f is PositionalTableFieldSyntax) ? new ArrayType(TypeAlgebra.Union(types.Select(TypeAlgebra.Widen)), false)
            : table.Fields.Count > 0 && table.Fields.All(static f => f is NamedTableFieldSyntax)
                ? new RecordType(table.Fields.Select((f, i) => new FieldType(((NamedTableFieldSyntax)f).Name.Text, TypeAlgebra.Widen(types[i]), false)).ToEquatableArray(), false, false)
                : new OpenTable(null);
    }

    private static string? NameOf(TableFieldSyntax field) => field switch
    {
        NamedTableFieldSyntax named => named.Name.Text,
        KeyedTableFieldSyntax { Key: StringLiteralSyntax key } => LuaText.Decode(key.Value),
        _ => null,
    };

    private StaticType CheckArray(TableConstructorSyntax table, ArrayType array, StaticType expected)
    {
        var position = 0;
        foreach (var field in table.Fields)
        {
            switch (field)
            {
                case PositionalTableFieldSyntax:
                    CheckValue(field.Value, array.Element, $"item {++position}");
                    break;
                case KeyedTableFieldSyntax keyed when NameOf(field) is null:
                    CheckValue(keyed.Key, StaticType.Integer, "an index");
                    CheckValue(field.Value, array.Element, "this item");
                    break;
                default:
                    Report(DiagnosticDescriptors.NoSuchField, field, expected, NameOf(field)!, "it is a list: write the values alone");
                    Check(field.Value);
                    break;
            }
        }

        return expected;
    }

    private StaticType CheckMap(TableConstructorSyntax table, MapType map, StaticType expected)
    {
        foreach (var field in table.Fields)
        {
            switch (field)
            {
                case NamedTableFieldSyntax named:
                    CheckAssignable(named.Name, new LiteralType(named.Name.Text), map.Key, "a key");
                    break;
                case KeyedTableFieldSyntax keyed:
                    CheckValue(keyed.Key, map.Key, "a key");
                    break;
                default:
                    CheckAssignable(field, StaticType.Integer, map.Key, "the key of an item without name");
                    break;
            }

            CheckValue(field.Value, map.Value, NameOf(field) is { } name ? $"field '{name}'" : "this value");
        }

        return expected;
    }

    private StaticType CheckRecord(TableConstructorSyntax table, RecordType record, StaticType expected, string what)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        var isOpen = false;
        foreach (var field in table.Fields)
        {
            var name = NameOf(field);
            isOpen |= field is KeyedTableFieldSyntax { Key: not (StringLiteralSyntax or NumberLiteralSyntax) };
            if (name is not null && record.Find(name) is { } declared)
            {
                given.Add(name);
                CheckValue(field.Value, declared.Read, $"field '{name}'");
            }
            else
            {
                Check(field.Value);
            }
        }

        foreach (var field in record.Fields)
        {
            if (!isOpen && !given.Contains(field.Name) && !field.IsOptional && !TypeAlgebra.AcceptsNil(field.Type))
            {
                ReportAt(
                    DiagnosticDescriptors.TypeMismatch, new TextSpan(table.Span.Start, 1), what, expected, $"a table without '{field.Name}'", $"add '{field.Name} = ...'");
                break;
            }
        }

        return expected;
    }

    // Of several possible types, the one that tags in the literal choose, else the first that fits.
    private StaticType CheckChoice(TableConstructorSyntax table, StaticType expected, string what)
    {
        var members = TypeAlgebra.MembersOf(expected).Where(m => TypeAlgebra.Expand(m) is ArrayType or MapType or RecordType or IntersectionType).ToArray();
        var tagged = members.Where(m => TypeAlgebra.Expand(m) is not RecordType record || table.Fields.All(f =>
            NameOf(f) is not { } name || f.Value is not (StringLiteralSyntax or NumberLiteralSyntax or TrueExpressionSyntax or FalseExpressionSyntax)
            || record.Find(name) is not { } field || !TypeAlgebra.MembersOf(field.Type).All(static t => t is LiteralType) || Assignability.Holds(TypeOf(f.Value), field.Read))).ToArray();
        if (tagged.Length == 1)
        {
            return CheckTable(table, tagged[0], what);
        }

        // Types of nested values are tried inside each other; what lies deep is taken on trust.
        foreach (var member in tagged)
        {
            if (_choices == MaxChoices)
            {
                return CheckTable(table, null, what);
            }

            var hidden = _hidden;
            var state = _state.Clone();
            _silence++;
            _choices++;
            CheckTable(table, member, what);
            _choices--;
            _silence--;
            _state = state;
            var isRight = _hidden == hidden;
            _hidden = hidden;
            if (isRight)
            {
                return CheckTable(table, member, what);
            }
        }

        if (members.Length == 0)
        {
            CheckAssignable(table, new OpenTable(null), expected, what);
            return CheckTable(table, null, what);
        }

        ReportAt(
            DiagnosticDescriptors.TypeMismatch, new TextSpan(table.Span.Start, 1), what, expected, "this table", "give it the fields of one of these types");
        return CheckTable(table, null, what);
    }
}
