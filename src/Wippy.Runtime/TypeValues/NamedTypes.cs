using System;
using System.Collections.Generic;
using System.Linq;

namespace Wippy.Runtime;

/// <summary><c>type Name&lt;T&gt; = ...</c>.</summary>
internal sealed class DeclaredType(string name, string[] parameters, Func<LuaTypeValue> definition) : LuaTypeValue
{
    private readonly Lazy<LuaTypeValue> _definition = new(definition);

    public IReadOnlyList<string> Parameters => parameters;

    public LuaTypeValue Definition => _definition.Value;

    public override string TypeKind => parameters.Length > 0 ? "generic" : TypeShape.KindOf(this);

    public override string ToString() => name;

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check) => check.Same(Definition, value, shown);

    internal override LuaTypeValue? Target() => Definition;
}

/// <summary><c>Name&lt;A&gt;</c>.</summary>
internal sealed class InstanceType(LuaTypeValue generic, LuaTypeValue[] arguments) : LuaTypeValue
{
    private readonly Lazy<LuaTypeValue> _expansion = new(() => Expand(generic, arguments));

    public IReadOnlyList<LuaTypeValue> Arguments => arguments;

    public override string TypeKind => "instantiated";

    public override string ToString() => generic + "<" + string.Join(", ", arguments.Select(static a => a.ToString())) + ">";

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check) => check.Same(Target(), value, shown);

    internal override LuaTypeValue Substitute(IReadOnlyDictionary<string, LuaTypeValue> outer) =>
        new InstanceType(generic, System.Array.ConvertAll(arguments, a => a.Substitute(outer)));

    // What an imported name stands for may differ between instances of programs.
    internal override LuaTypeValue Target() => generic is ImportedType ? Expand(generic, arguments) : _expansion.Value;

    private static LuaTypeValue Expand(LuaTypeValue generic, LuaTypeValue[] arguments)
    {
        var parameters = TypeShape.ParametersOf(generic);
        if (parameters.Count != arguments.Length || TypeShape.DeclarationOf(generic) is not { } declaration)
        {
            return Never;
        }

        var map = new Dictionary<string, LuaTypeValue>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Length; i++)
        {
            map[parameters[i]] = arguments[i];
        }

        return declaration.Definition.Substitute(map);
    }
}

/// <summary><c>lib.Name</c>: looked up in the running instance.</summary>
internal sealed class ImportedType(string alias, string name) : LuaTypeValue
{
    public override string TypeKind => TypeShape.KindOf(this);

    public override string ToString() => alias + "." + name;

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check) => check.Same(Target(), value, shown);

    internal override LuaTypeValue Target()
    {
        var loaded = LuaState.Current.Loaded;
        return loaded.TryGetValue(alias, out var module) && module.TryGetTable(out var table) ? From(table[name]) ?? Never : Never;
    }
}

/// <summary><c>readonly T</c>.</summary>
internal sealed class ReadonlyType(LuaTypeValue inner) : LuaTypeValue
{
    public override string TypeKind => TypeShape.KindOf(this);

    public override string ToString() => "readonly " + TypeShape.PrintOperand(inner);

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check) => check.Same(inner, value, shown);

    internal override LuaTypeValue Target() => inner;

    internal override LuaTypeValue Substitute(IReadOnlyDictionary<string, LuaTypeValue> arguments) => new ReadonlyType(inner.Substitute(arguments));
}

/// <summary>A type with validators; the type is checked first.</summary>
internal sealed class AnnotatedType(LuaTypeValue inner, LuaTypeValidator[] validators) : LuaTypeValue
{
    public IReadOnlyList<LuaTypeValidator> Validators => validators;

    public override string TypeKind => TypeShape.KindOf(this);

    public override string ToString() => inner.ToString();

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check)
    {
        if (!check.Same(inner, value, shown))
        {
            return false;
        }

        foreach (var validator in validators)
        {
            if (validator.Violation(value) is { } text)
            {
                return check.Violation(validator.Name, text);
            }
        }

        return true;
    }

    internal override LuaTypeValue Target() => inner;

    internal override LuaTypeValue Substitute(IReadOnlyDictionary<string, LuaTypeValue> arguments) =>
        new AnnotatedType(inner.Substitute(arguments), validators);
}

/// <summary><c>keyof(T)</c>: the names of the fields.</summary>
internal sealed class KeyOfType(LuaTypeValue type) : LuaTypeValue
{
    public override string TypeKind => TypeShape.KindOf(this);

    public override string ToString() => "keyof(" + type + ")";

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check) => check.Same(Target(), value, shown);

    internal override LuaTypeValue Target() => TypeShape.Of(type) switch
    {
        MapType map => map.Key,
        ArrayType => Integer,
        _ => Union([.. TypeShape.FieldsOf(type).Select(static f => Literal(f.Name))]),
    };

    internal override LuaTypeValue Substitute(IReadOnlyDictionary<string, LuaTypeValue> arguments) => new KeyOfType(type.Substitute(arguments));
}

/// <summary><c>T["field"]</c>.</summary>
internal sealed class FieldOfType(LuaTypeValue type, string field) : LuaTypeValue
{
    public override string TypeKind => TypeShape.KindOf(this);

    public override string ToString() => type + "[\"" + field + "\"]";

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check) => check.Same(Target(), value, shown);

    internal override LuaTypeValue Target() => TypeShape.FieldOf(type, field) ?? (TypeShape.Of(type) is MapType map ? map.Value : Never);

    internal override LuaTypeValue Substitute(IReadOnlyDictionary<string, LuaTypeValue> arguments) =>
        new FieldOfType(type.Substitute(arguments), field);
}

/// <summary><c>A extends B ? C : D</c>.</summary>
internal sealed class ConditionalType(LuaTypeValue type, LuaTypeValue extends, LuaTypeValue whenTrue, LuaTypeValue whenFalse) : LuaTypeValue
{
    public override string TypeKind => TypeShape.KindOf(this);

    public override string ToString() => $"{type} extends {extends} ? {whenTrue} : {whenFalse}";

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check) => check.Same(Target(), value, shown);

    internal override LuaTypeValue Target() => TypeRelation.IsSubtype(type, extends) ? whenTrue : whenFalse;

    internal override LuaTypeValue Substitute(IReadOnlyDictionary<string, LuaTypeValue> arguments) => new ConditionalType(
        type.Substitute(arguments), extends.Substitute(arguments), whenTrue.Substitute(arguments), whenFalse.Substitute(arguments));
}
