using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Types.Checking;

/// <summary>The types of an imported library.</summary>
internal sealed class LibraryTypes
{
    private readonly Dictionary<string, StaticType> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeDefinition> _types = new(StringComparer.Ordinal);

    private LibraryTypes(string name, LibraryInterface @interface) => (Name, IsComplete, IsCut) = (name, @interface.IsComplete, @interface.IsCut);

    /// <summary>The alias by which it is imported.</summary>
    public string Name { get; }

    /// <summary>Whether it surely has no other fields.</summary>
    public bool IsComplete { get; }

    /// <summary>Whether types of it may be missing here.</summary>
    public bool IsCut { get; }

    public IEnumerable<string> Fields => _fields.Keys;

    public IEnumerable<string> TypeNames => _types.Keys;

    /// <summary>Reads an interface. A circle of imports has a diagnostic of its own, so interfaces always end.</summary>
    public static LibraryTypes Read(string alias, LibraryInterface @interface) => Read(alias, @interface, []);

    // Libraries may import the same one in many ways, so each is read once.
    private static LibraryTypes Read(string alias, LibraryInterface @interface, Dictionary<(string Alias, LibraryInterface Interface), LibraryTypes> known)
    {
        if (known.TryGetValue((alias, @interface), out var result))
        {
            return result;
        }

        var tree = LuaParser.Parse(SourceText.FromString(alias, @interface.Text));
        var bound = ChunkBinder.Bind(new ChunkInput(
            alias, "library.lua", null, tree, string.Empty, EquatableArray<ListedModule>.Empty, EquatableArray<ChunkImport>.Empty, string.Empty, new CompilerOptions()));
        LibraryTypes? FindImport(string name) =>
            @interface.Imports.FirstOrDefault(i => string.Equals(i.Alias, name, StringComparison.Ordinal)) is { } import ? Read(name, import.Interface, known) : null;

        // The library itself reports what its types name wrongly.
        var resolver = new TypeResolver(static (_, _, _) => { }, FindImport, static (_, _) => StaticType.Any, alias);
        var scope = bound.Scopes[bound.Chunk.Block];
        known.Add((alias, @interface), result = new LibraryTypes(alias, @interface));
        foreach (var name in scope.TypeNames)
        {
            result._types[name] = resolver.Define(scope.FindOwnType(name)!);
        }

        if (tree.Chunk.Block.Statements.LastOrDefault() is ReturnStatementSyntax { Values: { Count: 1 } values } && values[0] is TableConstructorSyntax table)
        {
            foreach (var field in table.Fields.OfType<NamedTableFieldSyntax>())
            {
                result._fields[field.Name.Text] = field.Value switch
                {
                    FunctionExpressionSyntax function => resolver.ReadFunction(function.Body, scope, null, null),
                    NameExpressionSyntax name when scope.FindOwnType(name.Name) is { } type => result.Export(field.Name.Text, resolver.Define(type)),
                    FieldExpressionSyntax { Object: NameExpressionSyntax owner } part when AliasOf(scope, owner.Name) is { } other && FindImport(other) is { } library =>
                        library.FindType(part.Name.Text) is { } type ? result.Export(field.Name.Text, type) : library.FindField(part.Name.Text) ?? StaticType.Any,
                    _ => StaticType.Any,
                };
            }
        }

        return result;
    }

    /// <summary>An exported field; null when it is not known.</summary>
    public StaticType? FindField(string name) => _fields.TryGetValue(name, out var type) ? type : null;

    /// <summary>A type by the name of its field, else by the name of its declaration.</summary>
    public TypeDefinition? FindType(string name) => _types.TryGetValue(name, out var type) ? type : null;

    private TypeValue Export(string name, TypeDefinition type)
    {
        _types[name] = type;
        return new TypeValue(new NamedType(type, EquatableArray<StaticType>.Empty));
    }

    private static string? AliasOf(Scope scope, string local) =>
        scope.Find(local) is { InitialValue: CallExpressionSyntax { Arguments: { Count: 1 } arguments } } && arguments[0] is StringLiteralSyntax text ? LuaText.Decode(text.Value) : null;
}
