using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Types.Checking;

/// <summary>Whether a value of one type may stand where another is expected (spec/lua.md section 11, "assignability", "records", "variance").</summary>
internal sealed class Assignability
{
    // Pairs that are being compared count as right: types may contain themselves.
    private readonly HashSet<(StaticType From, StaticType To)> _assumed = [];
    private readonly HashSet<(StaticType From, StaticType To)> _refuted = [];
    private int _depth;

    /// <summary>Whether <paramref name="from"/> may be used as <paramref name="to"/>.</summary>
    public static bool Holds(StaticType from, StaticType to) => new Assignability().Check(from, to);

    private bool Check(StaticType from, StaticType to)
    {
        if (ReferenceEquals(from, to) || from.IsAny || to.IsAny || to == StaticType.Unknown || from.IsNever || from.Equals(to))
        {
            return true;
        }

        if (_refuted.Contains((from, to)))
        {
            return false;
        }

        if (_depth > TypeAlgebra.Limit || !_assumed.Add((from, to)))
        {
            return true;
        }

        _depth++;
        var result = Compare(from, to);
        _depth--;
        if (!result)
        {
            _refuted.Add((from, to));
        }

        return result;
    }

    private bool Compare(StaticType from, StaticType to)
    {
        var source = TypeAlgebra.Expand(from);
        var target = TypeAlgebra.Expand(to);
        if (source.IsAny || target.IsAny || source.Equals(target))
        {
            return true;
        }

        switch (source)
        {
            case UnionType union:
                return union.Members.All(m => Check(m, target));
            case SimpleType { Name: "boolean" } when target is UnionType:
                return Any(target, source) || (Check(new LiteralType(true), target) && Check(new LiteralType(false), target));
            default:
                break;
        }

        switch (target)
        {
            case UnionType:
                return Any(target, source);
            case IntersectionType intersection:
                return intersection.Members.All(m => Check(source, m));
            case ParameterReference:
                return false;
            default:
                break;
        }

        return source switch
        {
            IntersectionType intersection => intersection.Members.Any(m => Check(m, target)) || (target is RecordType record && Check(Merge(intersection), record)),
            ParameterReference { Constraint: { } constraint } => Check(constraint, target),
            LiteralType literal => CheckLiteral(literal, target),
            SimpleType { Name: "integer" } => target == StaticType.Number,
            SimpleType { Name: "table" } => target is ArrayType or MapType or RecordType,
            SimpleType { Name: "function" } => target is FunctionType,
            ArrayType array => target switch
            {
                ArrayType other => (!array.IsReadonly || other.IsReadonly) && Invariant(array.Element, other.Element, other.IsReadonly),
                MapType map => TypeAlgebra.IsNumeric(map.Key) && (!array.IsReadonly || map.IsReadonly) && Invariant(array.Element, map.Value, map.IsReadonly),
                _ => IsTable(target),
            },
            MapType map => target switch
            {
                MapType other => (!map.IsReadonly || other.IsReadonly) && Invariant(map.Key, other.Key, other.IsReadonly) && Invariant(map.Value, other.Value, other.IsReadonly),
                RecordType record => TypeAlgebra.IsText(map.Key) && record.Fields.All(f => f.IsOptional && Check(map.Value, f.Type)),
                _ => IsTable(target),
            },
            RecordType record => target switch
            {
                RecordType other => CheckRecord(record, other),
                MapType map => TypeAlgebra.IsText(map.Key) && (!record.IsReadonly || map.IsReadonly) && record.Fields.All(f => Check(f.Type, map.Value)),
                _ => IsTable(target),
            },

            // What the chunk builds field by field is not held against it.
            OpenTable or ObjectType or HostModule or LibraryTable => IsTable(target) || target is ArrayType or MapType or RecordType,
            FunctionType function => target == StaticType.Function || (target is FunctionType other && CheckFunction(function, other)),
            HostType host => target == StaticType.Userdata || (target is HostType other && string.Equals(host.Name, other.Name, StringComparison.Ordinal)),
            TypeValue => target is RecordType { IsInterface: true } or TypeValue,
            _ => false,
        };
    }

    private bool Any(StaticType target, StaticType source) => TypeAlgebra.MembersOf(target).Any(m => Check(source, m));

    private static bool IsTable(StaticType target) => target == StaticType.Table || target is RecordType { IsInterface: true, Fields.IsEmpty: true };

    private static bool CheckLiteral(LiteralType literal, StaticType target) => target switch
    {
        SimpleType { Name: "number" } => literal.Value is long or double,
        SimpleType { Name: "integer" } => literal.Value is long || (literal.Value is double number && number == Math.Floor(number)),
        SimpleType simple => simple.Equals(literal.Base),
        LiteralType other => literal.Value is long integer && other.Value is double floating ? integer == floating
            : literal.Value is double left && other.Value is long right ? left == right : literal.Value.Equals(other.Value),
        _ => false,
    };

    // A field that can be written must have the same type on both sides.
    private bool Invariant(StaticType from, StaticType to, bool isReadonly) => Check(from, to) && (isReadonly || Check(to, from));

    private bool CheckRecord(RecordType from, RecordType to)
    {
        if (from.IsReadonly && !to.IsReadonly)
        {
            return false;
        }

        foreach (var field in to.Fields)
        {
            if (from.Find(field.Name) is not { } own)
            {
                if (!field.IsOptional && !TypeAlgebra.AcceptsNil(field.Type))
                {
                    return false;
                }
            }
            else if (!Check(own.Read, field.Read)
                || !(to.IsReadonly || to.IsInterface || TypeAlgebra.Expand(field.Type) is FunctionType || Check(field.Read, own.Read) || Same(own.Read, field.Read)))
            {
                return false;
            }
        }

        return true;
    }

    // A required field may become an optional one.
    private bool Same(StaticType from, StaticType to) => Check(TypeAlgebra.WithoutNil(to), TypeAlgebra.WithoutNil(from));

    private bool CheckFunction(FunctionType from, FunctionType to)
    {
        if (from.IsUntyped || to.IsUntyped)
        {
            return true;
        }

        for (var i = 0; i < from.Parameters.Count; i++)
        {
            var own = from.Parameters[i];
            if (i < to.Parameters.Count)
            {
                if (!Check(to.Parameters[i].Type, own.IsOptional ? TypeAlgebra.OrNil(own.Type) : own.Type))
                {
                    return false;
                }
            }
            else if (to.Vararg is null && !own.IsOptional && !TypeAlgebra.AcceptsNil(own.Type))
            {
                return false;
            }
        }

        if (from.Results is null || to.Results is null)
        {
            return true;
        }

        for (var i = 0; i < to.Results.Types.Count; i++)
        {
            if (!Check(i < from.Results.Types.Count ? from.Results.Types[i] : StaticType.Nil, to.Results.Types[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static RecordType Merge(IntersectionType intersection) => new(
        intersection.Members.Select(TypeAlgebra.Expand).OfType<RecordType>().SelectMany(static r => r.Fields)
            .GroupBy(static f => f.Name, StringComparer.Ordinal).Select(static g => g.First()).ToEquatableArray(),
        false,
        false);
}
