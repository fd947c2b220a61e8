using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Temporalio.Embedded.Tests.Api;

/// <summary>
/// Hands out the annotations of the parts of one type reference in metadata order, as written by the C# compiler. Nullability: one byte for every
/// reference type, type parameter and array, a 0 for generic value types, nothing for other value types. Tuples: one name for every element.
/// </summary>
internal sealed class TypeAnnotations
{
    private const string Attribute = "System.Runtime.CompilerServices.NullableAttribute";
    private const string ContextAttribute = "System.Runtime.CompilerServices.NullableContextAttribute";

    private readonly byte[]? flags;
    private readonly byte all;
    private readonly string?[] names;
    private int next;
    private int nextName;

    private TypeAnnotations(byte[]? flags, byte all, string?[] names)
    {
        this.flags = flags;
        this.all = all;
        this.names = names;
    }

    /// <summary>Nothing is annotated.</summary>
    public static TypeAnnotations None => new(null, 1, []);

    public static TypeAnnotations Of(ParameterInfo parameter) => Of(parameter.GetCustomAttributesData(), parameter.Member);

    public static TypeAnnotations Of(MemberInfo member) => Of(member.GetCustomAttributesData(), member);

    /// <summary>For a property: the annotations are on the property, the context is the one of its type.</summary>
    public static TypeAnnotations OfProperty(PropertyInfo property) => Of(property.GetCustomAttributesData(), property.DeclaringType!);

    public static TypeAnnotations OfBase(Type type) => Of(type.GetCustomAttributesData(), type);

    public static TypeAnnotations OfTypeParameter(Type parameter) =>
        Of(parameter.GetCustomAttributesData(), (MemberInfo?)parameter.DeclaringMethod ?? parameter.DeclaringType!);

    public IEnumerable<string?> NextNames(int count)
    {
        nextName += count;
        return nextName <= names.Length ? names.Skip(nextName - count).Take(count) : Enumerable.Repeat<string?>(null, count);
    }

    public byte Next() => flags == null ? all : next < flags.Length ? flags[next++] : (byte)0;

    private static TypeAnnotations Of(IList<CustomAttributeData> attributes, MemberInfo context)
    {
        string?[] names = attributes.FirstOrDefault(a => a.AttributeType == typeof(TupleElementNamesAttribute))?.ConstructorArguments[0].Value
            is IReadOnlyCollection<CustomAttributeTypedArgument> elements
            ? [.. elements.Select(e => (string?)e.Value)]
            : [];
        var attribute = attributes.FirstOrDefault(a => a.AttributeType.FullName == Attribute);
        if (attribute == null)
        {
            return new(null, Context(context), names);
        }

        return attribute.ConstructorArguments[0].Value switch
        {
            byte single => new(null, single, names),
            IReadOnlyCollection<CustomAttributeTypedArgument> many => new([.. many.Select(m => (byte)m.Value!)], 0, names),
            _ => throw new InvalidOperationException("Unknown form of NullableAttribute"),
        };
    }

    private static byte Context(MemberInfo? member)
    {
        for (; member != null; member = member.DeclaringType)
        {
            var attribute = member.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType.FullName == ContextAttribute);
            if (attribute != null)
            {
                return (byte)attribute.ConstructorArguments[0].Value!;
            }
        }

        return 0;
    }
}
