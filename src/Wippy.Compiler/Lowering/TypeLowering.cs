using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Catalogue;
using Wippy.Compiler.Emit;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Lowering;

/// <summary>The declared types that a chunk uses as values, as C# that makes them; those that they lead to are among them.</summary>
internal sealed partial class TypeLowering(BoundChunk bound)
{
    /// <summary>The class inside the chunk's class.</summary>
    public const string ClassName = "Types";

    private const string Factory = "LuaTypeValue.";
    private readonly HashSet<string> _names = new(StringComparer.Ordinal) { ClassName, "LuaTypeField", "LuaTypeValidator" };

    // By declaration: a chunk that is bound twice has each type once.
    private readonly Dictionary<StatementSyntax, string> _nameOf = [];
    private readonly List<TypeSymbol> _symbols = [];

    /// <summary>The C# of a built-in type that is a value under its own name; null for other names.</summary>
    public static string? BuiltInValueOf(string name) => name switch
    {
        // "string" and "table" are the library tables and "error" the function; "nil" and "function" are words.
        "any" or "boolean" or "integer" or "never" or "number" or "thread" or "unknown" or "userdata"
            or "Boolean" or "Integer" or "Number" or "String" => BuiltIn(name),
        _ => null,
    };

    /// <summary>The C# name of a declared type.</summary>
    public string NameOf(TypeSymbol symbol)
    {
        if (!_nameOf.TryGetValue(symbol.Declaration, out var name))
        {
            name = NameAllocator.Unique(_names, symbol.Name);
            _nameOf.Add(symbol.Declaration, name);
            _symbols.Add(symbol);
        }

        return ClassName + "." + name;
    }

    /// <summary>Every type that was named, and those that they lead to.</summary>
    public IReadOnlyList<(string Name, string Value)> Finish()
    {
        var result = new List<(string Name, string Value)>();
        for (var i = 0; i < _symbols.Count; i++)
        {
            var symbol = _symbols[i];
            var (parameters, definition) = symbol.Declaration switch
            {
                TypeDeclarationSyntax type => (NamesOf(type.TypeParameters), Lower(type.Type, symbol.Scope, NamesOf(type.TypeParameters))),
                InterfaceDeclarationSyntax type => (NamesOf(type.TypeParameters), Lower(type, symbol.Scope)),
                _ => ([], Factory + "Never"),
            };
            result.Add((_nameOf[symbol.Declaration], $"{Factory}Declare({CSharpText.Quote(symbol.Name)}, {Names(parameters)}, static () => {definition})"));
        }

        return result;
    }

    private static string? BuiltIn(string name) => name switch
    {
        "nil" => Factory + "Nothing",
        "boolean" or "Boolean" => Factory + "Boolean",
        "number" or "Number" => Factory + "Number",
        "integer" or "Integer" => Factory + "Integer",
        "string" or "String" => Factory + "String",
        "any" => Factory + "Any",
        "unknown" => Factory + "Unknown",
        "never" => Factory + "Never",
        "table" => Factory + "Table",
        "function" => Factory + "Function",
        "thread" => Factory + "Thread",
        "userdata" => Factory + "Userdata",
        "error" or "Error" => Factory + "Error",
        _ => null,
    };

    private static string[] NamesOf(Text.EquatableArray<TypeParameterSyntax> parameters) => parameters.Select(static p => p.Name.Text).ToArray();

    private static string Names(string[] names) => "[" + string.Join(", ", names.Select(CSharpText.Quote)) + "]";

    private static string Call(string method, IEnumerable<string> arguments) => $"{Factory}{method}({string.Join(", ", arguments)})";

    private static string Constant(ExpressionSyntax value) => value switch
    {
        TrueExpressionSyntax => "true",
        FalseExpressionSyntax => "false",
        NumberLiteralSyntax { IsInteger: true } number => CSharpText.Number(number.IntegerValue),
        NumberLiteralSyntax number => CSharpText.Number(number.FloatValue),
        StringLiteralSyntax text when LuaText.TryDecode(text.Value) is { } decoded => CSharpText.Quote(decoded),
        StringLiteralSyntax text => $"LuaString.Literal(new byte[] {{ {string.Join(", ", text.Value)} }})",
        UnaryExpressionSyntax { Operator: UnaryOperator.Negate, Operand: NumberLiteralSyntax number } =>
            number.IsInteger ? CSharpText.Number(unchecked(-number.IntegerValue)) : CSharpText.Number(-number.FloatValue),
        _ => "LuaValue.Nil",
    };

    private string Lower(TypeSyntax type, Scope scope, string[] parameters)
    {
        string Inner(TypeSyntax inner) => Lower(inner, scope, parameters);
        switch (type)
        {
            case NamedTypeSyntax named:
                return LowerName(named, scope, parameters);
            case LiteralTypeSyntax { Value: NilExpressionSyntax }:
                return Factory + "Nothing";
            case LiteralTypeSyntax literal:
                return Call("Literal", [Constant(literal.Value)]);
            case OptionalTypeSyntax optional:
                return Call("Optional", [Inner(optional.Inner)]);
            case UnionTypeSyntax union:
                return Call("Union", union.Members.Select(Inner));
            case IntersectionTypeSyntax intersection:
                return Call("Intersection", intersection.Members.Select(Inner));
            case ArrayTypeSyntax array:
                return Call("Array", [Inner(array.Element)]);
            case MapTypeSyntax map:
                return Call("Map", [Inner(map.Key), Inner(map.Value)]);
            case RecordTypeSyntax record:
                return Call("Record", record.Fields.Select(f => Field(f.Name.Text, Inner(f.Type), f.IsOptional)));
            case InterfaceTypeSyntax @interface:
                return Call("Interface", new[] { "[]" }.Concat(@interface.Fields.Select(f => Field(f.Name.Text, Inner(f.Type), f.IsOptional))));
            case IndexedAccessTypeSyntax access:
                return Call("FieldOf", [Inner(access.Object), Constant(access.Key)]);
            case ReadonlyTypeSyntax readOnly:
                return Call("Readonly", [Inner(readOnly.Inner)]);
            case KeyofTypeSyntax keyof:
                return Call("KeyOf", [Inner(keyof.Inner)]);
            case ConditionalTypeSyntax conditional:
                return Call("Conditional", [Inner(conditional.Checked), Inner(conditional.Extends), Inner(conditional.WhenTrue), Inner(conditional.WhenFalse)]);
            case AnnotatedTypeSyntax annotated:
                return Call("Annotated", new[] { Inner(annotated.Inner) }.Concat(annotated.Annotations.Select(static a =>
                    $"new LuaTypeValidator({CSharpText.Quote(a.Name.Text)}, {(a.Arguments.Count > 0 ? Constant(a.Arguments[0]) : "LuaValue.Nil")})")));
            case FunctionTypeSyntax function:
                return Callable(
                    function.TypeParameters, function.Vararg, function.ReturnTypes, scope, parameters,
                    function.Parameters.Select(static p => (p.Name?.Text ?? string.Empty, (TypeSyntax?)p.Type, p.IsOptional)));
            case TypeofTypeSyntax @typeof when bound.StaticTypes.TryGetValue(@typeof.Expression, out var known):
                return Lower(known);
            case AssertsTypeSyntax:
                return Factory + "Nothing"; // such a function raises or returns nothing
            default:
                return Factory + "Any"; // an error has its diagnostic
        }
    }

    private string Lower(InterfaceDeclarationSyntax type, Scope scope)
    {
        var parameters = NamesOf(type.TypeParameters);
        var bases = type.Bases.Select(b => Resolve(b.Text, scope, parameters));
        return Call("Interface", new[] { "[" + string.Join(", ", bases) + "]" }.Concat(type.Members.Select(m => m switch
        {
            InterfaceFieldSyntax field => Field(field.Name.Text, Lower(field.Type, scope, parameters), field.IsOptional),
            InterfaceMethodSyntax method => Field(method.Name.Text, Callable(
                Text.EquatableArray<TypeParameterSyntax>.Empty, method.Vararg, method.ReturnTypes, scope, parameters,
                method.Parameters.Select(static p => (p.Name.Text, p.Type, p.IsOptional))), false),
            _ => Field(m.Name.Text, Factory + "Any", false),
        })));
    }

    private string Callable(
        Text.EquatableArray<TypeParameterSyntax> own, VarargSyntax? vararg, ReturnTypesSyntax? results, Scope scope, string[] parameters,
        IEnumerable<(string Name, TypeSyntax? Type, bool IsOptional)> items)
    {
        var names = NamesOf(own);
        var visible = parameters.Concat(names).ToArray();
        string Inner(TypeSyntax? type) => type is null ? Factory + "Any" : Lower(type, scope, visible);
        var rest = vararg is null ? "null" : Inner(vararg.Type);
        var result = results switch
        {
            null => "null",
            { Types.Count: 1 } => Inner(results.Types[0]),
            _ => Call("Tuple", results.Types.Select(Inner)),
        };
        return Call("Callable", new[] { Names(names), rest, result }.Concat(items.Select(i => Field(i.Name, Inner(i.Type), i.IsOptional))));
    }

    private static string Field(string name, string type, bool isOptional) =>
        $"new LuaTypeField({CSharpText.Quote(name)}, {type}{(isOptional ? ", true" : string.Empty)})";

    private string LowerName(NamedTypeSyntax named, Scope scope, string[] parameters)
    {
        string type;
        if (named.Names.Count == 1)
        {
            type = Resolve(named.Names[0].Text, scope, parameters);
        }
        else
        {
            var module = ModuleOf(named.Names[0].Text, scope);
            if (ModuleCatalogue.Find(module) is not null && !bound.Input.Imports.Any(i => i.Alias == module))
            {
                return Call("Host", [CSharpText.Quote(module + "." + named.Names[1].Text)]);
            }

            type = Call("Imported", [CSharpText.Quote(module), CSharpText.Quote(named.Names[1].Text)]);
        }

        return named.TypeArguments.IsEmpty || type.StartsWith(Factory + "Host(", StringComparison.Ordinal)
            ? type
            : Call("Instance", new[] { type }.Concat(named.TypeArguments.Select(a => Lower(a, scope, parameters))));
    }

    private string Resolve(string name, Scope scope, string[] parameters)
    {
        if (Array.IndexOf(parameters, name) < 0)
        {
            if (scope.FindType(name) is { } symbol)
            {
                return NameOf(symbol);
            }

            if (BuiltIn(name) is { } builtIn)
            {
                return builtIn;
            }

            if (name == "Channel")
            {
                return Call("Host", ["\"channel.Channel\""]);
            }
        }

        return Call("Parameter", [CSharpText.Quote(name)]);
    }

    // The name that "require" gave the local, or the global itself.
    private static string ModuleOf(string name, Scope scope) =>
        scope.Find(name) is { InitialValue: CallExpressionSyntax { Callee: NameExpressionSyntax { Name: "require" }, Arguments: { Count: 1 } arguments } }
            && arguments[0] is StringLiteralSyntax text
            ? LuaText.Decode(text.Value)
            : name;
}
