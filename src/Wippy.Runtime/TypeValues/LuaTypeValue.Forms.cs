using System;
using System.Collections.Generic;

namespace Wippy.Runtime;

/// <content>Every form of type (spec/lua.md section 9), as generated code makes them.</content>
public abstract partial class LuaTypeValue
{
    /// <summary><c>nil</c>.</summary>
    public static LuaTypeValue Nothing { get; } = new PrimitiveType("nil", "nil", static v => v.IsNil);

    /// <summary><c>boolean</c>.</summary>
    public static LuaTypeValue Boolean { get; } = new PrimitiveType("boolean", "boolean", static v => v.IsBoolean);

    /// <summary><c>number</c>.</summary>
    public static LuaTypeValue Number { get; } = new PrimitiveType("number", "number", static v => v.IsNumber);

    /// <summary><c>integer</c>: floats with an integral value too.</summary>
    public static LuaTypeValue Integer { get; } = new PrimitiveType("integer", "integer", static v => v.TryGetInteger(out _));

    /// <summary><c>string</c>.</summary>
    public static LuaTypeValue String { get; } = new PrimitiveType("string", "string", static v => v.IsString);

    /// <summary><c>any</c>.</summary>
    public static LuaTypeValue Any { get; } = new PrimitiveType("any", "any", static _ => true);

    /// <summary><c>unknown</c>.</summary>
    public static LuaTypeValue Unknown { get; } = new PrimitiveType("unknown", "unknown", static _ => true);

    /// <summary><c>never</c>.</summary>
    public static LuaTypeValue Never { get; } = new PrimitiveType("never", "never", static _ => false);

    /// <summary><c>table</c>: a map of anything.</summary>
    public static LuaTypeValue Table { get; } = new PrimitiveType("table", "map", static v => v.IsTable);

    /// <summary><c>function</c>.</summary>
    public static LuaTypeValue Function { get; } = new PrimitiveType("function", "function", static v => v.IsFunction);

    /// <summary><c>thread</c>; opaque types are of kind "interface".</summary>
    public static LuaTypeValue Thread { get; } = new PrimitiveType("thread", "interface", static v => v.IsThread);

    /// <summary><c>userdata</c>.</summary>
    public static LuaTypeValue Userdata { get; } = new PrimitiveType("userdata", "interface", static v => v.IsUserdata);

    /// <summary><c>error</c>: a structured error.</summary>
    public static LuaTypeValue Error { get; } = new PrimitiveType("error", "interface", static v => v.TryGetUserdata<LuaError>(out _));

    /// <summary><c>true</c>, <c>false</c>, a number or a string as a type.</summary>
    public static LuaTypeValue Literal(LuaValue value) => value.IsNil ? Nothing : new LiteralType(value);

    /// <summary><c>T?</c>.</summary>
    public static LuaTypeValue Optional(LuaTypeValue inner) => new OptionalType(inner);

    /// <summary><c>A | B</c>.</summary>
    public static LuaTypeValue Union(params LuaTypeValue[] members) => new UnionType(members);

    /// <summary><c>A &amp; B</c>.</summary>
    public static LuaTypeValue Intersection(params LuaTypeValue[] members) => new IntersectionType(members);

    /// <summary>Several results of a function.</summary>
    public static LuaTypeValue Tuple(params LuaTypeValue[] items) => new TupleType(items);

    /// <summary><c>{T}</c>.</summary>
    public static LuaTypeValue Array(LuaTypeValue element) => new ArrayType(element);

    /// <summary><c>{[K]: V}</c>.</summary>
    public static LuaTypeValue Map(LuaTypeValue key, LuaTypeValue value) => new MapType(key, value);

    /// <summary><c>{a: A, b?: B}</c>.</summary>
    public static LuaTypeValue Record(params LuaTypeField[] fields) => new RecordType(fields);

    /// <summary><c>interface {a: A}</c> and a declared interface with its bases.</summary>
    public static LuaTypeValue Interface(LuaTypeValue[] bases, params LuaTypeField[] members) => new InterfaceType(bases, members);

    /// <summary><c>(a: A, ...B) -&gt; R</c>.</summary>
    /// <param name="typeParameters">Names of its own generic parameters.</param>
    /// <param name="vararg">Type of further arguments, null when there is no <c>...</c>.</param>
    /// <param name="result">The result, a tuple of several; null when not declared.</param>
    /// <param name="parameters">The parameters; a name may be empty.</param>
    public static LuaTypeValue Callable(
        string[] typeParameters, LuaTypeValue? vararg, LuaTypeValue? result, params LuaTypeField[] parameters) =>
        new FunctionType(typeParameters, parameters, vararg, result);

    /// <summary><c>readonly T</c>.</summary>
    public static LuaTypeValue Readonly(LuaTypeValue inner) => new ReadonlyType(inner);

    /// <summary><c>T @min(1)</c>.</summary>
    public static LuaTypeValue Annotated(LuaTypeValue inner, params LuaTypeValidator[] validators) => new AnnotatedType(inner, validators);

    /// <summary><c>keyof(T)</c>.</summary>
    public static LuaTypeValue KeyOf(LuaTypeValue type) => new KeyOfType(type);

    /// <summary><c>T["field"]</c>.</summary>
    public static LuaTypeValue FieldOf(LuaTypeValue type, string field) => new FieldOfType(type, field);

    /// <summary><c>A extends B ? C : D</c>.</summary>
    public static LuaTypeValue Conditional(LuaTypeValue type, LuaTypeValue extends, LuaTypeValue whenTrue, LuaTypeValue whenFalse) =>
        new ConditionalType(type, extends, whenTrue, whenFalse);

    /// <summary>A generic parameter inside a declaration; also a name that leads nowhere: nothing is valid.</summary>
    public static LuaTypeValue Parameter(string name) => new ParameterType(name);

    /// <summary><c>Name&lt;A, B&gt;</c>.</summary>
    public static LuaTypeValue Instance(LuaTypeValue generic, params LuaTypeValue[] arguments) => new InstanceType(generic, arguments);

    /// <summary><c>type Name&lt;T&gt; = ...</c>. The definition is read when it is needed, so that declarations may refer to each other.</summary>
    public static LuaTypeValue Declare(string name, string[] parameters, Func<LuaTypeValue> definition) =>
        new DeclaredType(name, parameters, definition);

    /// <summary><c>lib.Name</c> of an imported library: the field of its module table in the running instance.</summary>
    public static LuaTypeValue Imported(string alias, string name) => new ImportedType(alias, name);

    /// <summary>A type of a built-in module, such as <c>time.Time</c>.</summary>
    public static LuaTypeValue Host(string name) => new HostType(name);

    /// <summary>What <c>typeof</c> is where it is called: a function that gives the static type of its argument.</summary>
    public static LuaFunction Typeof(LuaTypeValue type) => new LuaMultiFunctionN("typeof", _ => new LuaValues(type));

    /// <summary>A global of the name of a built-in type: what the program put there, else the type.</summary>
    public static LuaValue OrGlobal(LuaTypeValue type, LuaValue global) => global.IsNil ? type : global;
}

/// <summary>A field of a record, a member of an interface or a parameter of a function type.</summary>
/// <param name="Name">Its name; may be empty for a parameter.</param>
/// <param name="DeclaredType">Its type as written.</param>
/// <param name="IsOptional">Whether it may be absent.</param>
public sealed record LuaTypeField(string Name, LuaTypeValue DeclaredType, bool IsOptional = false)
{
    /// <summary>The type with nil when the field may be absent.</summary>
    internal LuaTypeValue ValueType => IsOptional ? LuaTypeValue.Optional(DeclaredType) : DeclaredType;

    internal static LuaTypeField[] Substitute(IReadOnlyList<LuaTypeField> fields, IReadOnlyDictionary<string, LuaTypeValue> arguments)
    {
        var result = new LuaTypeField[fields.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = fields[i] with { DeclaredType = fields[i].DeclaredType.Substitute(arguments) };
        }

        return result;
    }

    internal string Print(bool nameOptional = false) =>
        nameOptional && Name.Length == 0 ? DeclaredType.ToString() : $"{Name}{(IsOptional ? "?" : "")}: {DeclaredType}";
}
