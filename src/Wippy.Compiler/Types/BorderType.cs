using Wippy.Compiler.Text;

namespace Wippy.Compiler.Types;

/// <summary>
/// What a value looks like where Lua meets typed C#: a declared type (spec/lua.md section 9) reduced to what C# can say.
/// Everything else is <see cref="BorderType.Any"/>, which C# sees as a Lua value.
/// </summary>
public abstract record BorderType
{
    /// <summary>Any value; no claim is made.</summary>
    public static BorderType Any { get; } = new BorderScalar(BorderScalarKind.Any);

    /// <summary>A string, or one of several string literals.</summary>
    public static BorderType Text { get; } = new BorderScalar(BorderScalarKind.Text);

    /// <summary>An integer.</summary>
    public static BorderType Integer { get; } = new BorderScalar(BorderScalarKind.Integer);

    /// <summary>An integer or a float.</summary>
    public static BorderType Number { get; } = new BorderScalar(BorderScalarKind.Number);

    /// <summary>A boolean.</summary>
    public static BorderType Boolean { get; } = new BorderScalar(BorderScalarKind.Boolean);

    /// <summary>Only nil: as a result it says that nothing is returned.</summary>
    public static BorderType Nil { get; } = new BorderScalar(BorderScalarKind.Nil);

    /// <summary>Whether nil belongs to the type.</summary>
    public bool AllowsNil => this is BorderOptional || this == Any || this == Nil;

    /// <summary>This type or nil.</summary>
    public BorderType OrNil() => AllowsNil ? this : new BorderOptional(this);
}

/// <summary>Types without parts.</summary>
public enum BorderScalarKind
{
    /// <summary>Any value.</summary>
    Any,

    /// <summary>nil.</summary>
    Nil,

    /// <summary>A string.</summary>
    Text,

    /// <summary>An integer.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A boolean.</summary>
    Boolean,
}

/// <summary>A type without parts.</summary>
/// <param name="Kind">Which one.</param>
public sealed record BorderScalar(BorderScalarKind Kind) : BorderType;

/// <summary><c>{T}</c>.</summary>
/// <param name="Item">Type of the items.</param>
public sealed record BorderList(BorderType Item) : BorderType;

/// <summary><c>{[string]: T}</c>.</summary>
/// <param name="Value">Type of the values.</param>
public sealed record BorderMap(BorderType Value) : BorderType;

/// <summary><c>T?</c>.</summary>
/// <param name="Inner">The type without nil.</param>
public sealed record BorderOptional(BorderType Inner) : BorderType;

/// <summary>A record type, by identity: several entries that use a library's type use the same one.</summary>
/// <param name="Id">Who declares it, and how it is called there.</param>
public sealed record BorderRecord(BorderRecordId Id) : BorderType;

/// <summary>A type name that is not resolved yet; only inside a <see cref="ChunkBorder"/>.</summary>
/// <param name="Names">The parts of the name.</param>
public sealed record BorderReference(EquatableArray<string> Names) : BorderType;

/// <summary>A record type written in place, not resolved yet; only inside a <see cref="ChunkBorder"/>.</summary>
/// <param name="Fields">Its fields.</param>
public sealed record BorderInlineRecord(EquatableArray<BorderField> Fields) : BorderType;

/// <summary>Identity of a record type.</summary>
/// <param name="Owner">Id of the entry whose chunk declares it.</param>
/// <param name="Name">Name in C# unless another owner uses it too: the declared name, or made of the place for types without one.</param>
public sealed record BorderRecordId(string Owner, string Name);

/// <summary>A field of a record type.</summary>
/// <param name="Name">Its name in Lua.</param>
/// <param name="Type">Its type; optional when the field may be absent.</param>
/// <param name="Comment">The comment above it, or null.</param>
public sealed record BorderField(string Name, BorderType Type, string? Comment);

/// <summary>A record type with its fields.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Fields">The fields in order; every type is resolved.</param>
/// <param name="Comment">The comment above the declaration, or null.</param>
public sealed record BorderRecordDeclaration(BorderRecordId Id, EquatableArray<BorderField> Fields, string? Comment);

/// <summary>A parameter of an entry method.</summary>
/// <param name="Name">Its name in Lua.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsOptional">Whether callers may omit it.</param>
public sealed record BorderParameter(string Name, BorderType Type, bool IsOptional);

/// <summary>How an entry method looks from C#.</summary>
/// <param name="Parameters">The named parameters.</param>
/// <param name="IsVariadic">Whether more arguments are taken.</param>
/// <param name="Result">Type of the first result; <see cref="BorderType.Nil"/> when nothing is returned.</param>
/// <param name="IsTyped">Whether the author declared any of it.</param>
/// <param name="Comment">The comment above the function, or null.</param>
public sealed record BorderSignature(
    EquatableArray<BorderParameter> Parameters, bool IsVariadic, BorderType Result, bool IsTyped, string? Comment)
{
    /// <summary>What is assumed when the method cannot be found by reading: any arguments, any result.</summary>
    public static BorderSignature Untyped { get; } = new(EquatableArray<BorderParameter>.Empty, true, BorderType.Any, false, null);
}
