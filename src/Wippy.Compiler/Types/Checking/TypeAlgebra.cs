using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Types.Checking;

/// <summary>Operations on types: joining, splitting by truth and by kind, looking behind names.</summary>
internal static class TypeAlgebra
{
    /// <summary>How many names are followed, one behind the other.</summary>
    public const int Limit = 64;

    // So many types are compared one by one rather than by hash code, for which all of a type is read.
    private const int Few = 16;

    /// <summary>The form behind names; any when names only lead to each other.</summary>
    public static StaticType Expand(StaticType type)
    {
        for (var i = 0; type is NamedType named; i++)
        {
            if (i == Limit)
            {
                return StaticType.Any;
            }

            type = BodyOf(named);
        }

        return type;
    }

    /// <summary>The members of a union behind names, or the type itself.</summary>
    public static IEnumerable<StaticType> MembersOf(StaticType type, int depth = 0)
    {
        if (depth <= Limit && Expand(type) is UnionType union)
        {
            return union.Members.SelectMany(m => MembersOf(m, depth + 1));
        }

        return new[] { type };
    }

    public static StaticType Union(params StaticType[] types) => Union((IEnumerable<StaticType>)types);

    /// <summary>The union; nil comes last, what another member holds is left out.</summary>
    public static StaticType Union(IEnumerable<StaticType> types)
    {
        var members = new List<StaticType>();
        HashSet<StaticType>? many = null;
        bool Has(StaticType type) => many?.Contains(type) ?? members.Contains(type);
        var hasNil = false;
        foreach (var type in types.SelectMany(static t => t is UnionType union ? union.Members : (IEnumerable<StaticType>)new[] { t }))
        {
            if (type.IsAny)
            {
                return type;
            }

            hasNil |= type.IsNil;
            if (!type.IsNil && !type.IsNever && !Has(type))
            {
                members.Add(type);
                many?.Add(type);
                many ??= members.Count == Few ? new HashSet<StaticType>(members) : null;
            }
        }

        members.RemoveAll(m => (m is LiteralType literal && (Has(literal.Base) || (literal.Value is long && Has(StaticType.Number))))
            || (m == StaticType.Integer && Has(StaticType.Number)));
        if (members.Contains(new LiteralType(true)) && members.Contains(new LiteralType(false)))
        {
            members[members.IndexOf(new LiteralType(true))] = StaticType.Boolean;
            members.Remove(new LiteralType(false));
        }

        if (hasNil)
        {
            members.Add(StaticType.Nil);
        }

        return members.Count switch
        {
            0 => StaticType.Never,
            1 => members[0],
            _ => new UnionType(members.ToEquatableArray()),
        };
    }

    public static StaticType OrNil(StaticType type) => AcceptsNil(type) ? type : Union(type, StaticType.Nil);

    /// <summary>Whether nil is among the values.</summary>
    public static bool AcceptsNil(StaticType type) => type.IsAny || type == StaticType.Unknown || MembersOf(type).Any(static m => m.IsNil || m.IsAny || m == StaticType.Unknown);

    /// <summary>Whether nil is among the values of a type that says so, so that it must be looked at before use.</summary>
    public static bool IsOptional(StaticType type) => Expand(type) is UnionType && MembersOf(type).Any(static m => m.IsNil);

    /// <summary>The members for which <paramref name="keep"/> holds; the type itself when all of them are kept.</summary>
    public static StaticType Filter(StaticType type, Func<StaticType, bool> keep)
    {
        if (type.IsAny)
        {
            return type;
        }

        var members = MembersOf(type).ToArray();
        var kept = members.Where(keep).ToArray();
        return kept.Length == members.Length ? type : Union(kept);
    }

    public static StaticType WithoutNil(StaticType type) => Filter(type, static m => !m.IsNil && m != StaticType.Unassigned);

    /// <summary>What the type is when the value counts as true.</summary>
    public static StaticType Truthy(StaticType type) => Map(type, static m =>
        m.IsNil || m == StaticType.Unassigned || m is LiteralType { Value: false } ? StaticType.Never : m == StaticType.Boolean ? new LiteralType(true) : m);

    /// <summary>What the type is when the value counts as false.</summary>
    public static StaticType Falsy(StaticType type) => Map(type, static m =>
        m.IsNil || m.IsAny || m == StaticType.Unknown || m == StaticType.Unassigned || m is LiteralType { Value: false } or ParameterReference ? m
        : m == StaticType.Boolean ? new LiteralType(false) : StaticType.Never);

    /// <summary>The type with each member replaced.</summary>
    public static StaticType Map(StaticType type, Func<StaticType, StaticType> change)
    {
        var members = MembersOf(type).ToArray();
        var changed = members.Select(change).ToArray();
        return members.SequenceEqual(changed) ? type : Union(changed);
    }

    /// <summary>A literal as its base, so that a variable can get other values.</summary>
    public static StaticType Widen(StaticType type) => Map(type, static m => m is LiteralType literal ? literal.Base : m);

    /// <summary>What <c>type()</c> gives for the values of a type that is no union; null when it differs.</summary>
    public static string? KindOf(StaticType type) => Expand(type) switch
    {
        SimpleType { Name: "any" or "unknown" or "never" } => null,
        SimpleType { Name: "integer" } => "number",
        SimpleType simple => simple.Name,
        LiteralType literal => KindOf(literal.Base),
        FunctionType => "function",
        ArrayType or MapType or OpenTable or ObjectType or HostModule or LibraryTable => "table",
        RecordType { IsInterface: false } => "table",
        HostType { Name: "error" or "channel.Channel" or "time.Time" or "time.Duration" or "time.Location" or "time.Timer" or "time.Ticker" } => "userdata",
        TypeValue => "type",
        _ => null,
    };

    /// <summary>Whether no value is of both types, as far as <c>type()</c> tells.</summary>
    public static bool AreApart(StaticType left, StaticType right)
    {
        var kinds = MembersOf(left).Select(KindOf).ToArray();
        var others = MembersOf(right).Select(KindOf).ToArray();
        return !kinds.Contains(null) && !others.Contains(null) && !kinds.Intersect(others).Any();
    }

    /// <summary>Whether a generic parameter stands in a type.</summary>
    public static bool Mentions(StaticType type, ParameterReference parameter) =>
        !Substitute(type, new Dictionary<ParameterReference, StaticType> { [parameter] = StaticType.Unassigned }).Equals(type);

    /// <summary>Whether the type is a number.</summary>
    public static bool IsNumeric(StaticType type) => Expand(type) is var form && (form == StaticType.Number || form == StaticType.Integer || form is LiteralType { Value: long or double });

    /// <summary>Whether the type is a string.</summary>
    public static bool IsText(StaticType type) => Expand(type) is var form && (form == StaticType.Text || form is LiteralType { Value: string });

    /// <summary>Generic parameters replaced by what they stand for.</summary>
    public static StaticType Substitute(StaticType type, IReadOnlyDictionary<ParameterReference, StaticType> map, int depth = 0)
    {
        if (map.Count == 0)
        {
            return type;
        }

        if (depth > Limit)
        {
            return StaticType.Any;
        }

        StaticType Inner(StaticType inner) => Substitute(inner, map, depth + 1);
        EquatableArray<StaticType> All(EquatableArray<StaticType> types) => types.Select(Inner).ToEquatableArray();
        return type switch
        {
            ParameterReference parameter => map.TryGetValue(parameter, out var replaced) ? replaced : parameter,
            UnionType union => Union(union.Members.Select(Inner)),
            IntersectionType intersection => new IntersectionType(All(intersection.Members)),
            ArrayType array => array with { Element = Inner(array.Element) },
            MapType pairs => pairs with { Key = Inner(pairs.Key), Value = Inner(pairs.Value) },
            RecordType record => new RecordType(record.Fields.Select(f => f with { Type = Inner(f.Type) }).ToEquatableArray(), record.IsReadonly, record.IsInterface),
            NamedType named => named with { Arguments = All(named.Arguments) },
            HostType host => host with { Arguments = All(host.Arguments) },
            TypeValue value => new TypeValue(Inner(value.Type)),
            FunctionType function => function with
            {
                Parameters = function.Parameters.Select(p => p with { Type = Inner(p.Type) }).ToEquatableArray(),
                Vararg = function.Vararg is null ? null : Inner(function.Vararg),
                Results = function.Results is null ? null : new ResultTypes(All(function.Results.Types)),
                Assertion = function.Assertion is { Type: { } asserted } assertion ? assertion with { Type = Inner(asserted) } : function.Assertion,
            },
            _ => type,
        };
    }

    private static StaticType BodyOf(NamedType named)
    {
        var definition = named.Definition;
        if (definition.Parameters.Count == 0)
        {
            return definition.Body;
        }

        var map = new Dictionary<ParameterReference, StaticType>();
        for (var i = 0; i < definition.Parameters.Count; i++)
        {
            map[new ParameterReference(definition.Parameters[i], definition, null)] = i < named.Arguments.Count ? named.Arguments[i] : StaticType.Any;
        }

        return Substitute(definition.Body, map);
    }
}
