using System;
using System.Collections.Generic;
using System.Linq;

namespace Wippy.Runtime;

/// <summary>A type as a value: <c>type()</c> says "type" (spec/lua.md section 10). Immutable, shared by all instances of the process.</summary>
public abstract partial class LuaTypeValue : LuaUserdata
{
    private static readonly LuaMultiFunctionN CallFunction = new("type", Apply);
    private static readonly LuaFunction2 LessThanFunction = new(
        "__lt", static (a, b) => Both(a, b, out var left, out var right) && TypeRelation.IsSubtype(left, right) && !TypeRelation.IsSubtype(right, left));

    private static readonly LuaFunction2 LessOrEqualFunction = new(
        "__le", static (a, b) => Both(a, b, out var left, out var right) && TypeRelation.IsSubtype(left, right));

    private static readonly LuaTable Methods = CreateMethods();

    private LuaFunction? isFunction;

    private protected LuaTypeValue()
    {
    }

    /// <inheritdoc/>
    public override string TypeName => "type";

    /// <summary>The result of <c>T:kind()</c>.</summary>
    public abstract string TypeKind { get; }

    /// <summary>The declared name or the printed form: <c>T:name()</c> and <c>tostring(T)</c>.</summary>
    public abstract override string ToString();

    /// <summary>What is wrong with a value as one of this type; null when it is valid.</summary>
    public LuaTypeFailure? Validate(LuaValue value)
    {
        var check = new TypeCheck();
        return check.Run(this, value) ? null : check.Failure;
    }

    /// <summary>
    /// A type member: a method of section 10, else the type of the record field of that name, else nil. A field called like a method is
    /// found by <c>fields()</c> only.
    /// </summary>
    public override LuaValue Index(LuaValue key, LuaState lua)
    {
        if (!key.TryGetString(out var name))
        {
            return default;
        }

        if (name.Span.SequenceEqual("is"u8))
        {
            return isFunction ??= new LuaMultiFunctionN("is", Is);
        }

        var method = Methods[key];
        return method.IsNil ? TypeShape.FieldOf(this, name.ToString()) : method;
    }

    /// <inheritdoc/>
    public override bool ValueEquals(LuaUserdata other) => other is LuaTypeValue type && TypeRelation.AreEqual(this, type);

    /// <inheritdoc/>
    public override LuaFunction? Metamethod(LuaMetamethod metamethod) => metamethod switch
    {
        LuaMetamethod.Call => CallFunction,
        LuaMetamethod.LessThan => LessThanFunction,
        LuaMetamethod.LessOrEqual => LessOrEqualFunction,
        _ => null,
    };

    /// <summary>The type that a value stands for: a type value, or one of the library tables <c>string</c> and <c>table</c>; else null.</summary>
    internal static LuaTypeValue? From(LuaValue value) =>
        value.TryGetUserdata<LuaTypeValue>(out var type) ? type
        : value.Reference == Libraries.StringLibrary.Table ? String
        : value.Reference == Libraries.TableLibrary.Table ? Table
        : null;

    /// <summary>The function that makes a library table callable as a cast (spec/lua.md section 10); nil for other values.</summary>
    internal static LuaValue CastOf(LuaValue value) => value.IsTable && From(value) is not null ? CallFunction : LuaValue.Nil;

    /// <summary>Whether a value is valid; a failure is left in the check.</summary>
    /// <param name="value">The value.</param>
    /// <param name="shown">The outermost type of the same value, which messages name.</param>
    /// <param name="check">The validation at work.</param>
    internal abstract bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check);

    /// <summary>The type with generic parameters replaced.</summary>
    internal virtual LuaTypeValue Substitute(IReadOnlyDictionary<string, LuaTypeValue> arguments) => this;

    /// <summary>What stands behind a name, an instantiation, a modifier or a computed type; null when the type is a shape of its own.</summary>
    internal virtual LuaTypeValue? Target() => null;

    private static bool Both(LuaValue a, LuaValue b, out LuaTypeValue left, out LuaTypeValue right)
    {
        left = From(a)!;
        right = From(b)!;
        return left is not null && right is not null
            ? true
            : throw new LuaException($"attempt to compare {LuaOperators.TypeNameOf(a)} with {LuaOperators.TypeNameOf(b)}");
    }

    private static LuaValues Apply(LuaValues arguments)
    {
        var type = From(arguments[0])!;
        var parameters = TypeShape.ParametersOf(type);
        if (parameters.Count > 0 && arguments.Count > 1)
        {
            var types = new List<LuaTypeValue>();
            for (var i = 1; i < arguments.Count && From(arguments[i]) is { } argument; i++)
            {
                types.Add(argument);
            }

            if (types.Count == arguments.Count - 1)
            {
                return types.Count == parameters.Count
                    ? new LuaValues((LuaValue)Instance(type, [.. types]))
                    : throw new LuaException($"type {type} takes {parameters.Count} type arguments, got {types.Count}");
            }
        }

        if (arguments.Count != 2)
        {
            throw new LuaException($"type {type} takes exactly one argument, got {arguments.Count - 1}");
        }

        return type.Validate(arguments[1]) is { } failure ? throw new LuaException(failure.ToString()) : new LuaValues(arguments[1]);
    }

    // T:is(v) and T.is(v): with two values the first is the type itself.
    private LuaValues Is(LuaValues arguments)
    {
        var own = arguments.Count > 0 && arguments[0].Reference == this
            && (arguments.Count > 1 || LuaChunk.IsMethodCall(LuaState.CurrentPosition));
        var value = arguments[own ? 1 : 0];
        return Validate(value) is { } failure ? new LuaValues(LuaValue.Nil, failure.ToError()) : new LuaValues(value, LuaValue.Nil);
    }

    private static LuaTable CreateMethods()
    {
        var methods = new LuaTable();
        Add("kind", static t => t.TypeKind);
        Add("name", static t => t.ToString());
        Add("elem", static t => TypeShape.Of(t) is ArrayType array ? array.Element : null as LuaUserdata);
        Add("key", static t => TypeShape.Of(t) is MapType map ? map.Key : null as LuaUserdata);
        Add("val", static t => TypeShape.Of(t) is MapType map ? map.Value : null as LuaUserdata);
        Add("inner", static t => TypeShape.Of(t) is OptionalType optional ? optional.Inner : null as LuaUserdata);
        Add("ret", static t => TypeShape.Of(t) is FunctionType { Result: { } result } ? result : null as LuaUserdata);
        Add("fields", static t => Iterator("fields", TypeShape.FieldsOf(t).Select(static f => new LuaValues(f.Name, f.ValueType))));
        Add("params", static t => Iterator("params", TypeShape.Of(t) is FunctionType function
            ? function.Parameters.Select(static p => new LuaValues(p.ValueType, p.Name.Length == 0 ? LuaValue.Nil : p.Name))
            : []));
        Add("variants", static t => Iterator("variants", TypeShape.VariantsOf(t).Select(static v => new LuaValues((LuaValue)v))));
        Add("tparams", static t => Iterator("tparams", TypeShape.TypeParametersOf(t).Select(static p => new LuaValues((LuaValue)p))));
        return methods.Freeze();

        void Add(string name, Func<LuaTypeValue, LuaValue> body) =>
            methods[name] = new LuaFunction1(name, self => body(From(self) ?? throw LuaArguments.BadType(self, 1, name, "type")));
    }

    private static LuaMultiFunction0 Iterator(string name, IEnumerable<LuaValues> items)
    {
        var list = items.ToList();
        var next = 0;
        return new LuaMultiFunction0(name, () => next < list.Count ? list[next++] : new LuaValues(LuaValue.Nil));
    }
}
