using System.Collections.Generic;
using System.Linq;

namespace Wippy.Runtime;

/// <summary>Structural equality and assignability of types (spec/lua.md sections 10 and 11).</summary>
internal sealed class TypeRelation
{
    private readonly HashSet<(LuaTypeValue Left, LuaTypeValue Right, bool Equality)> _assumed = [];
    private int _depth;

    private TypeRelation()
    {
    }

    /// <summary><c>left == right</c>.</summary>
    public static bool AreEqual(LuaTypeValue left, LuaTypeValue right) => new TypeRelation().Equal(left, right);

    /// <summary><c>left &lt;= right</c>: every value of the first may be used as one of the second.</summary>
    public static bool IsSubtype(LuaTypeValue left, LuaTypeValue right) => new TypeRelation().Subtype(left, right);

    private static (LuaTypeValue Shape, bool IsReadonly, string Constraints) Unwrap(LuaTypeValue type)
    {
        var isReadonly = false;
        var constraints = "";
        for (var i = 0; i <= TypeCheck.Limit; i++)
        {
            isReadonly |= type is ReadonlyType;
            constraints += type is AnnotatedType annotated ? string.Concat(annotated.Validators) : "";
            if (type.Target() is not { } target)
            {
                return (type, isReadonly, constraints);
            }

            type = target;
        }

        return (LuaTypeValue.Never, isReadonly, constraints);
    }

    // The members of a union, of which "T?" is one; null for other types.
    private static List<LuaTypeValue>? MembersOf(LuaTypeValue shape, int depth = 0)
    {
        if (shape is not (OptionalType or UnionType) || depth > TypeCheck.Limit)
        {
            return null;
        }

        var direct = shape is OptionalType optional ? [optional.Inner, LuaTypeValue.Nothing] : ((UnionType)shape).Members;
        return direct.SelectMany(m => MembersOf(TypeShape.Of(m), depth + 1) ?? [m]).ToList();
    }

    // Recursive types compare under the assumption that they do.
    private bool Equal(LuaTypeValue left, LuaTypeValue right)
    {
        if (ReferenceEquals(left, right) || _depth >= TypeCheck.Limit || !_assumed.Add((left, right, true)))
        {
            return true;
        }

        _depth++;
        var (a, leftReadonly, leftConstraints) = Unwrap(left);
        var (b, rightReadonly, rightConstraints) = Unwrap(right);
        var result = leftReadonly == rightReadonly && leftConstraints == rightConstraints && (ReferenceEquals(a, b) || EqualShapes(a, b));
        _depth--;
        if (!result)
        {
            _assumed.Remove((left, right, true));
        }

        return result;
    }

    private bool EqualShapes(LuaTypeValue a, LuaTypeValue b)
    {
        if (MembersOf(a) is { } left)
        {
            return MembersOf(b) is { } right && Same(left, right);
        }

        return (a, b) switch
        {
            (LiteralType x, LiteralType y) => x.Constant == y.Constant,
            (HostType x, HostType y) => x.Name == y.Name,
            (ParameterType x, ParameterType y) => x.Name == y.Name,
            (IntersectionType x, IntersectionType y) => Same(x.Members, y.Members),
            (TupleType x, TupleType y) => All(x.Items, y.Items, Equal),
            (ArrayType x, ArrayType y) => Equal(x.Element, y.Element),
            (MapType x, MapType y) => Equal(x.Key, y.Key) && Equal(x.Value, y.Value),
            (RecordType x, RecordType y) => EqualFields(x.Fields, y.Fields),
            (InterfaceType, InterfaceType) => EqualFields(TypeShape.FieldsOf(a), TypeShape.FieldsOf(b)),
            (FunctionType x, FunctionType y) =>
                All(x.Parameters.Select(static p => p.ValueType).ToList(), y.Parameters.Select(static p => p.ValueType).ToList(), Equal)
                && Optionally(x.Vararg, y.Vararg) && Optionally(x.Result, y.Result),
            _ => false,
        };
    }

    private bool Optionally(LuaTypeValue? a, LuaTypeValue? b) => a is null || b is null ? a is null && b is null : Equal(a, b);

    private bool Same(IReadOnlyList<LuaTypeValue> a, IReadOnlyList<LuaTypeValue> b) =>
        a.All(x => b.Any(y => Equal(x, y))) && b.All(y => a.Any(x => Equal(x, y)));

    private bool EqualFields(IReadOnlyList<LuaTypeField> a, IReadOnlyList<LuaTypeField> b) =>
        a.Count == b.Count && a.All(x => b.FirstOrDefault(y => y.Name == x.Name) is { } y
            && x.IsOptional == y.IsOptional && Equal(x.DeclaredType, y.DeclaredType));

    private static bool All(IReadOnlyList<LuaTypeValue> a, IReadOnlyList<LuaTypeValue> b, System.Func<LuaTypeValue, LuaTypeValue, bool> relation)
    {
        if (a.Count != b.Count)
        {
            return false;
        }

        for (var i = 0; i < a.Count; i++)
        {
            if (!relation(a[i], b[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool Subtype(LuaTypeValue left, LuaTypeValue right)
    {
        if (ReferenceEquals(left, right) || _depth >= TypeCheck.Limit || !_assumed.Add((left, right, false)))
        {
            return true;
        }

        _depth++;
        var (a, leftReadonly, _) = Unwrap(left);
        var (b, rightReadonly, _) = Unwrap(right);
        var result = SubtypeOfShapes(a, b, rightReadonly) && (!leftReadonly || rightReadonly || b is PrimitiveType);
        _depth--;
        if (!result)
        {
            _assumed.Remove((left, right, false));
        }

        return result;
    }

    private bool SubtypeOfShapes(LuaTypeValue a, LuaTypeValue b, bool isReadonly)
    {
        if (ReferenceEquals(a, b) || b == LuaTypeValue.Any || b == LuaTypeValue.Unknown || a == LuaTypeValue.Any || a == LuaTypeValue.Never)
        {
            return true;
        }

        if (a == LuaTypeValue.Unknown || b == LuaTypeValue.Never)
        {
            return false;
        }

        if (MembersOf(a) is { } alternatives)
        {
            return alternatives.All(m => Subtype(m, b));
        }

        if (b is IntersectionType all)
        {
            return all.Members.All(m => Subtype(a, m));
        }

        if (MembersOf(b) is { } members)
        {
            return members.Any(m => Subtype(a, m)) || (a == LuaTypeValue.Boolean
                && members.Any(static m => TypeShape.Of(m) is LiteralType { Constant: { IsBoolean: true, IsTruthy: true } })
                && members.Any(static m => TypeShape.Of(m) is LiteralType { Constant: { IsBoolean: true, IsTruthy: false } }));
        }

        if (a is IntersectionType some && b is not (RecordType or InterfaceType))
        {
            return some.Members.Any(m => Subtype(m, b));
        }

        return (a, b) switch
        {
            (LiteralType x, LiteralType y) => x.Constant == y.Constant,
            (LiteralType x, PrimitiveType y) => y.Contains(x.Constant),
            (PrimitiveType, PrimitiveType) =>
                (a == LuaTypeValue.Integer && b == LuaTypeValue.Number) || (a == LuaTypeValue.Error && b == LuaTypeValue.Userdata),
            (ArrayType or MapType or RecordType or InterfaceType, PrimitiveType) => b == LuaTypeValue.Table,
            (FunctionType, PrimitiveType) => b == LuaTypeValue.Function,
            (HostType, PrimitiveType) => b == LuaTypeValue.Userdata,
            (HostType x, HostType y) => x.Name == y.Name,
            (ParameterType x, ParameterType y) => x.Name == y.Name,
            (TupleType x, TupleType y) => All(x.Items, y.Items, Subtype),
            (ArrayType x, ArrayType y) => Part(x.Element, y.Element, isReadonly),
            (MapType x, MapType y) => Part(x.Key, y.Key, isReadonly) && Part(x.Value, y.Value, isReadonly),
            (RecordType or InterfaceType or IntersectionType, RecordType) => HasFields(a, b, isReadonly),
            (RecordType or InterfaceType or IntersectionType, InterfaceType) => HasFields(a, b, true),
            (FunctionType x, FunctionType y) => SubtypeFunction(x, y),
            _ => false,
        };
    }

    // What can be written through the second type must be valid for the first.
    private bool Part(LuaTypeValue a, LuaTypeValue b, bool isReadonly) =>
        isReadonly ? Subtype(a, b) : Equal(a, b) || TypeShape.Of(a) == LuaTypeValue.Any || TypeShape.Of(b) == LuaTypeValue.Any;

    private bool HasFields(LuaTypeValue a, LuaTypeValue b, bool isReadonly)
    {
        var fields = TypeShape.FieldsOf(a);
        return TypeShape.FieldsOf(b).All(y => fields.FirstOrDefault(x => x.Name == y.Name) is { } x
            ? (y.IsOptional || !x.IsOptional) && Part(x.DeclaredType, y.DeclaredType, isReadonly)
            : y.IsOptional);
    }

    private bool SubtypeFunction(FunctionType a, FunctionType b)
    {
        for (var i = 0; i < a.Parameters.Count; i++)
        {
            var given = i < b.Parameters.Count ? b.Parameters[i].ValueType : b.Vararg ?? LuaTypeValue.Nothing;
            if (!Subtype(given, a.Parameters[i].ValueType))
            {
                return false;
            }
        }

        return b.Result is null || Subtype(a.Result ?? LuaTypeValue.Any, b.Result);
    }
}
