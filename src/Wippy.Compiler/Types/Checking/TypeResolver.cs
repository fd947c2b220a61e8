using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Catalogue;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Types.Checking;

/// <summary>Turns written types into types, and reports what they name wrongly. Each node is resolved once.</summary>
internal sealed class TypeResolver
{
    private static readonly string[] BuiltInNames =
    [
        "any", "boolean", "error", "function", "integer", "never", "nil", "number", "string", "table", "thread", "unknown", "userdata",
    ];

    private static readonly string[] HostTypes =
    [
        "channel.Channel", "channel.SelectCase", "channel.SelectResult", "funcs.Executor", "funcs.Future", "http.Request", "http.Response", "payload.Payload",
        "process.Event", "process.Message", "process.Options", "process.SpawnBuilder", "time.Duration", "time.Location", "time.Ticker", "time.Time", "time.Timer",
    ];

    private readonly Dictionary<TypeSyntax, StaticType> _types = [];
    private readonly Dictionary<StatementSyntax, TypeDefinition> _definitions = [];
    private readonly Action<DiagnosticDescriptor, SyntaxNode, object[]> _report;
    private readonly Func<string, LibraryTypes?> _findLibrary;
    private readonly Func<ExpressionSyntax, Scope?, StaticType> _typeOf;
    private readonly string? _library;
    private int _depth;

    /// <summary>Makes a resolver.</summary>
    /// <param name="report">Takes findings.</param>
    /// <param name="findLibrary">The imported library behind a name.</param>
    /// <param name="typeOf">The type of an expression, for <c>typeof</c>.</param>
    /// <param name="library">The alias of the library that is read; null for the chunk itself.</param>
    public TypeResolver(
        Action<DiagnosticDescriptor, SyntaxNode, object[]> report, Func<string, LibraryTypes?> findLibrary, Func<ExpressionSyntax, Scope?, StaticType> typeOf, string? library = null)
    {
        _library = library;
        _report = report;
        _findLibrary = findLibrary;
        _typeOf = typeOf;
    }

    /// <summary>A written type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="scope">Where it stands; null where only built-in names are known.</param>
    /// <param name="generics">Generic parameters around it.</param>
    public StaticType Resolve(TypeSyntax type, Scope? scope, GenericScope? generics = null)
    {
        if (_types.TryGetValue(type, out var known))
        {
            return known;
        }

        if (_depth > TypeAlgebra.Limit)
        {
            _report(DiagnosticDescriptors.DepthLimit, type, [TypeAlgebra.Limit]);
            return StaticType.Any;
        }

        _depth++;
        var result = Read(type, scope, generics);
        _depth--;
        return _types[type] = result;
    }

    /// <summary>The definition behind a declaration.</summary>
    public TypeDefinition Define(TypeSymbol symbol)
    {
        if (_definitions.TryGetValue(symbol.Declaration, out var known))
        {
            return known;
        }

        var parameters = symbol.Declaration switch
        {
            TypeDeclarationSyntax type => type.TypeParameters,
            InterfaceDeclarationSyntax type => type.TypeParameters,
            _ => EquatableArray<TypeParameterSyntax>.Empty,
        };
        return _definitions[symbol.Declaration] = new TypeDefinition(symbol.Name, parameters.Select(static p => p.Name.Text).ToArray(), definition =>
        {
            var generics = parameters.IsEmpty ? null : new GenericScope(
                parameters.Select(p => new ParameterReference(p.Name.Text, definition, p.Constraint is null ? null : Resolve(p.Constraint, symbol.Scope))).ToArray(), null);
            return symbol.Declaration switch
            {
                TypeDeclarationSyntax type => Resolve(type.Type, symbol.Scope, generics),
                InterfaceDeclarationSyntax type => ReadInterface(type, symbol.Scope, generics),
                _ => StaticType.Any,
            };
        })
        {
            Library = _library,
            Symbol = symbol,
        };
    }

    /// <summary>Whether a declared type only leads to itself.</summary>
    public static bool IsCircular(TypeDefinition definition)
    {
        var seen = new HashSet<TypeDefinition>();
        var open = new Stack<StaticType>();
        open.Push(definition.Body);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case NamedType named when ReferenceEquals(named.Definition, definition):
                    return true;
                case NamedType named when seen.Add(named.Definition):
                    open.Push(named.Definition.Body);
                    break;
                case UnionType union:
                    foreach (var member in union.Members)
                    {
                        open.Push(member);
                    }

                    break;
                case IntersectionType intersection:
                    foreach (var member in intersection.Members)
                    {
                        open.Push(member);
                    }

                    break;
                default:
                    break;
            }
        }

        return false;
    }

    /// <summary>The type of a function as its head declares it.</summary>
    public FunctionType ReadFunction(FunctionBodySyntax body, Scope? scope, GenericScope? outer, StaticType? self)
    {
        var (references, generics) = ReadGenerics(body.TypeParameters, body, scope, outer);
        var parameters = new List<ParameterType>();
        if (self is not null)
        {
            parameters.Add(new ParameterType("self", self, false));
        }

        foreach (var parameter in body.Parameters)
        {
            parameters.Add(new ParameterType(
                parameter.Name.Text, parameter.Type is null ? StaticType.Any : Resolve(parameter.Type, scope, generics), parameter.IsOptional || parameter.Type is null));
        }

        var names = parameters.Select(static p => p.Name).ToArray();
        return new FunctionType(parameters.ToEquatableArray(), references, ReadVararg(body.Vararg, scope, generics), ReadResults(body.ReturnTypes, scope, generics))
        {
            IsUntyped = body.ReturnTypes is null && body.Vararg?.Type is null && body.Parameters.All(static p => p.Type is null),
            Assertion = ReadAssertion(body.ReturnTypes, names, scope, generics),
        };
    }

    /// <summary>The generic parameters of a function, and the scope inside it.</summary>
    public (EquatableArray<ParameterType> Types, GenericScope? Scope) ReadGenerics(
        EquatableArray<TypeParameterSyntax> parameters, object owner, Scope? scope, GenericScope? outer)
    {
        if (parameters.IsEmpty)
        {
            return (EquatableArray<ParameterType>.Empty, outer);
        }

        var bare = new GenericScope(parameters.Select(p => new ParameterReference(p.Name.Text, owner, null)).ToArray(), outer);
        var references = parameters
            .Select(p => new ParameterReference(p.Name.Text, owner, p.Constraint is null ? null : Resolve(p.Constraint, scope, bare))).ToArray();
        return (references.Select(static r => new ParameterType(r.Name, r, false)).ToEquatableArray(), new GenericScope(references, outer));
    }

    private StaticType Read(TypeSyntax type, Scope? scope, GenericScope? generics)
    {
        StaticType Inner(TypeSyntax inner) => Resolve(inner, scope, generics);
        switch (type)
        {
            case NamedTypeSyntax named:
                return ReadName(named, scope, generics);
            case LiteralTypeSyntax literal:
                return LiteralOf(literal.Value);
            case OptionalTypeSyntax optional:
                return TypeAlgebra.Union(Inner(optional.Inner), StaticType.Nil);
            case UnionTypeSyntax union:
                return TypeAlgebra.Union(union.Members.Select(Inner));
            case IntersectionTypeSyntax intersection:
                return new IntersectionType(intersection.Members.Select(Inner).ToEquatableArray());
            case ArrayTypeSyntax array:
                return new ArrayType(Inner(array.Element), false);
            case MapTypeSyntax map:
                return new MapType(Inner(map.Key), Inner(map.Value), false);
            case RecordTypeSyntax record:
                return ReadFields(record.Fields, Inner, false);
            case InterfaceTypeSyntax @interface:
                return ReadFields(@interface.Fields, Inner, true);
            case ReadonlyTypeSyntax @readonly:
                return TypeAlgebra.Expand(Inner(@readonly.Inner)) switch
                {
                    ArrayType array => array with { IsReadonly = true },
                    MapType map => map with { IsReadonly = true },
                    RecordType record => record with { IsReadonly = true },
                    var other => other,
                };
            case AnnotatedTypeSyntax annotated:
                CheckValidators(annotated);
                return Inner(annotated.Inner);
            case IndexedAccessTypeSyntax access:
                return ReadFieldType(access, Inner(access.Object));
            case KeyofTypeSyntax keyof:
                return TypeAlgebra.Expand(Inner(keyof.Inner)) switch
                {
                    RecordType record => TypeAlgebra.Union(record.Fields.Select(static f => (StaticType)new LiteralType(f.Name))),
                    MapType map => map.Key,
                    ArrayType => StaticType.Integer,
                    _ => StaticType.Any,
                };
            case ConditionalTypeSyntax conditional:
                return ReadConditional(conditional, Inner);
            case FunctionTypeSyntax function:
                return ReadFunction(function, scope, generics);
            case TypeofTypeSyntax @typeof:
                return _typeOf(@typeof.Expression, scope);
            default:
                return StaticType.Any;
        }
    }

    private static StaticType ReadConditional(ConditionalTypeSyntax conditional, Func<TypeSyntax, StaticType> inner)
    {
        var (tested, extends, yes, no) = (inner(conditional.Checked), inner(conditional.Extends), inner(conditional.WhenTrue), inner(conditional.WhenFalse));
        return tested is ParameterReference || tested.IsAny ? TypeAlgebra.Union(yes, no) : Assignability.Holds(tested, extends) ? yes : no;
    }

    private static StaticType LiteralOf(ExpressionSyntax value) => value switch
    {
        NilExpressionSyntax => StaticType.Nil,
        TrueExpressionSyntax => new LiteralType(true),
        FalseExpressionSyntax => new LiteralType(false),
        NumberLiteralSyntax { IsInteger: true } number => new LiteralType(number.IntegerValue),
        NumberLiteralSyntax number => new LiteralType(number.FloatValue),
        StringLiteralSyntax text => new LiteralType(LuaText.Decode(text.Value)),
        UnaryExpressionSyntax { Operator: UnaryOperator.Negate, Operand: NumberLiteralSyntax number } =>
            number.IsInteger ? new LiteralType(unchecked(-number.IntegerValue)) : new LiteralType(-number.FloatValue),
        _ => StaticType.Any,
    };

    private RecordType ReadFields(EquatableArray<RecordFieldSyntax> fields, Func<TypeSyntax, StaticType> inner, bool isInterface)
    {
        var result = new List<FieldType>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            if (!names.Add(field.Name.Text))
            {
                _report(DiagnosticDescriptors.DuplicateDeclaration, field.Name, ["field", field.Name.Text]);
                continue;
            }

            result.Add(new FieldType(field.Name.Text, inner(field.Type), field.IsOptional));
        }

        return new RecordType(result.ToEquatableArray(), false, isInterface);
    }

    private RecordType ReadInterface(InterfaceDeclarationSyntax type, Scope scope, GenericScope? generics)
    {
        var fields = new List<FieldType>();
        foreach (var parent in type.Bases)
        {
            if (scope.FindType(parent.Text) is not { } symbol)
            {
                ReportUnknown(parent, parent.Text, parent.Text, scope);
            }
            else if (!ReferenceEquals(symbol.Declaration, type) && TypeAlgebra.Expand(Define(symbol).Body) is RecordType record)
            {
                foreach (var field in record.Fields)
                {
                    Add(field);
                }
            }
        }

        foreach (var member in type.Members)
        {
            Add(member switch
            {
                InterfaceFieldSyntax field => new FieldType(field.Name.Text, Resolve(field.Type, scope, generics), field.IsOptional),
                InterfaceMethodSyntax method => new FieldType(method.Name.Text, ReadMethod(method, scope, generics), false),
                _ => new FieldType(member.Name.Text, StaticType.Any, false),
            });
        }

        return new RecordType(fields.ToEquatableArray(), false, true);

        void Add(FieldType field)
        {
            fields.RemoveAll(f => string.Equals(f.Name, field.Name, StringComparison.Ordinal));
            fields.Add(field);
        }
    }

    private FunctionType ReadMethod(InterfaceMethodSyntax method, Scope scope, GenericScope? generics) => new(
        method.Parameters
            .Select(p => new ParameterType(p.Name.Text, p.Type is null ? StaticType.Any : Resolve(p.Type, scope, generics), p.IsOptional || p.Type is null)).ToEquatableArray(),
        EquatableArray<ParameterType>.Empty,
        ReadVararg(method.Vararg, scope, generics),
        ReadResults(method.ReturnTypes, scope, generics))
    {
        HasHiddenSelf = true,
    };

    private FunctionType ReadFunction(FunctionTypeSyntax function, Scope? scope, GenericScope? outer)
    {
        var (references, generics) = ReadGenerics(function.TypeParameters, function, scope, outer);
        var parameters = function.Parameters.Select(p => new ParameterType(p.Name?.Text ?? string.Empty, Resolve(p.Type, scope, generics), p.IsOptional)).ToEquatableArray();
        return new FunctionType(parameters, references, ReadVararg(function.Vararg, scope, generics), ReadResults(function.ReturnTypes, scope, generics))
        {
            Assertion = ReadAssertion(function.ReturnTypes, parameters.Select(static p => p.Name).ToArray(), scope, generics),
        };
    }

    private StaticType? ReadVararg(VarargSyntax? vararg, Scope? scope, GenericScope? generics) =>
        vararg is null ? null : vararg.Type is null ? StaticType.Any : Resolve(vararg.Type, scope, generics);

    private ResultTypes? ReadResults(ReturnTypesSyntax? results, Scope? scope, GenericScope? generics) => results is null ? null
        : new ResultTypes(results.Types.Where(static t => t is not AssertsTypeSyntax).Select(t => Resolve(t, scope, generics)).ToEquatableArray());

    private Assertion? ReadAssertion(ReturnTypesSyntax? results, string[] names, Scope? scope, GenericScope? generics)
    {
        var asserts = results?.Types.OfType<AssertsTypeSyntax>().FirstOrDefault();
        var index = asserts is null ? -1 : Array.IndexOf(names, asserts.Parameter.Text);
        return index < 0 ? null : new Assertion(index, asserts!.Type is null ? null : Resolve(asserts.Type, scope, generics));
    }

    private StaticType ReadName(NamedTypeSyntax named, Scope? scope, GenericScope? generics)
    {
        var arguments = named.TypeArguments.Select(a => Resolve(a, scope, generics)).ToEquatableArray();
        var name = named.Names[0].Text;
        if (named.Names.Count > 1)
        {
            return ReadQualified(named, scope, arguments);
        }

        if (generics?.Find(name) is { } parameter)
        {
            return parameter;
        }

        if (scope?.FindType(name) is { } symbol)
        {
            return Instantiate(named, Define(symbol), arguments);
        }

        if (BuiltIn(name) is { } builtIn)
        {
            return builtIn;
        }

        switch (name)
        {
            case "Channel":
                return new HostType("channel.Channel", arguments);
            case "duration" when scope is null:
                return TypeAlgebra.Union(StaticType.Number, StaticType.Text, new HostType("time.Duration", EquatableArray<StaticType>.Empty));
            default:
                ReportUnknown(named, name, name, scope);
                return StaticType.Any;
        }
    }

    /// <summary>The type that a built-in name stands for; null for other names.</summary>
    public static StaticType? BuiltIn(string name) => name switch
    {
        "nil" => StaticType.Nil,
        "boolean" or "Boolean" => StaticType.Boolean,
        "number" or "Number" => StaticType.Number,
        "integer" or "Integer" => StaticType.Integer,
        "string" or "String" => StaticType.Text,
        "any" => StaticType.Any,
        "unknown" => StaticType.Unknown,
        "never" => StaticType.Never,
        "table" => StaticType.Table,
        "function" => StaticType.Function,
        "thread" => StaticType.Thread,
        "userdata" => StaticType.Userdata,
        "error" or "Error" => StaticType.Error,
        _ => null,
    };

    private StaticType ReadQualified(NamedTypeSyntax named, Scope? scope, EquatableArray<StaticType> arguments)
    {
        var path = string.Join(".", named.Names.Select(static n => n.Text));
        var local = scope?.Find(named.Names[0].Text);
        if (local is not null)
        {
            local.IsNamedInType = true;
        }

        var module = local is { InitialValue: CallExpressionSyntax { Callee: NameExpressionSyntax { Name: "require" }, Arguments: { Count: 1 } required } }
            && required[0] is StringLiteralSyntax text ? LuaText.Decode(text.Value) : named.Names[0].Text;
        if (_findLibrary(module) is { } library)
        {
            if (named.Names.Count == 2 && library.FindType(named.Names[1].Text) is { } definition)
            {
                return Instantiate(named, definition, arguments);
            }

            if (library.IsCut)
            {
                return StaticType.Any;
            }

            _report(
                DiagnosticDescriptors.UnknownTypeName, named,
                [path, $"let the library '{module}' export it", SpellingSuggestion.Ending(named.Names[1].Text, library.TypeNames)]);
            return StaticType.Any;
        }

        var host = module + path.Substring(named.Names[0].Text.Length);
        if (HostTypes.Contains(host, StringComparer.Ordinal))
        {
            return new HostType(host, arguments);
        }

        if (ModuleCatalogue.Find(module) is not null)
        {
            _report(DiagnosticDescriptors.UnknownTypeName, named, [path, $"write 'any', or a type that module '{module}' has", SpellingSuggestion.Ending(host, HostTypes)]);
        }
        else
        {
            _report(DiagnosticDescriptors.UnknownTypeName, named, [path, $"'{named.Names[0].Text}' is no library: write 'local {named.Names[0].Text} = require(\"...\")' above", string.Empty]);
        }

        return StaticType.Any;
    }

    private StaticType Instantiate(NamedTypeSyntax named, TypeDefinition definition, EquatableArray<StaticType> arguments)
    {
        if (arguments.Count != definition.Parameters.Count && !(arguments.IsEmpty && definition.Parameters.Count > 0))
        {
            _report(DiagnosticDescriptors.WrongCount, named,
                [$"type '{definition.Name}'", Count(definition.Parameters.Count, "argument"), arguments.Count, definition.Parameters.Count == 0
                    ? "remove the list in '<>'" : $"write '{definition.Name}<{string.Join(", ", definition.Parameters)}>' with types in place of the names"]);
        }

        return new NamedType(definition, arguments);
    }

    /// <summary><c>1 argument</c>, <c>2 arguments</c>.</summary>
    public static string Count(int number, string noun) => number + " " + noun + (number == 1 ? string.Empty : "s");

    private StaticType ReadFieldType(IndexedAccessTypeSyntax access, StaticType type)
    {
        var name = LuaText.Decode(access.Key.Value);
        switch (TypeAlgebra.Expand(type))
        {
            case RecordType record when record.Find(name) is { } field:
                return field.Read;
            case RecordType record:
                _report(DiagnosticDescriptors.NoSuchField, access.Key, [type, name, Fields(record, name)]);
                return StaticType.Any;
            case MapType map:
                return map.Value;
            default:
                return StaticType.Any;
        }
    }

    /// <summary>The end of a message that a record lacks a field: what it has.</summary>
    public static string Fields(RecordType record, string name) =>
        SpellingSuggestion.Nearest(name, record.Fields.Select(static f => f.Name)) is { } near ? $"did you mean '{near}'?"
        : record.Fields.IsEmpty ? "declare it in the type" : $"it has {string.Join(", ", record.Fields.Take(8).Select(static f => $"'{f.Name}'"))}; declare it in the type, or use one of these";

    private void CheckValidators(AnnotatedTypeSyntax annotated)
    {
        foreach (var annotation in annotated.Annotations)
        {
            if (ValidatorRule.ProblemOf(annotation) is var (node, problem))
            {
                _report(DiagnosticDescriptors.InvalidValidator, node, [annotation.Name.Text, problem]);
            }
        }
    }

    private void ReportUnknown(SyntaxNode node, string shown, string name, Scope? scope)
    {
        var declared = new List<string>();
        for (var current = scope; current is not null; current = current.Parent)
        {
            declared.AddRange(current.TypeNames);
        }

        _report(
            DiagnosticDescriptors.UnknownTypeName, node,
            [shown, $"declare it with 'type {shown} = ...'", SpellingSuggestion.Ending(name, BuiltInNames.Concat(declared))]);
    }
}
