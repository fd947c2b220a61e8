using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Temporalio.Embedded.Tests.Api;

/// <summary>
/// Hands out the nullability of the parts of one type reference in metadata order, as written by the C# compiler: one byte for every reference
/// type, type parameter and array, a 0 for generic value types, nothing for other value types.
/// </summary>
internal sealed class NullableFlags
{
    private const string Attribute = "System.Runtime.CompilerServices.NullableAttribute";
    private const string ContextAttribute = "System.Runtime.CompilerServices.NullableContextAttribute";

    private readonly byte[]? flags;
    private readonly byte all;
    private int next;

    private NullableFlags(byte[]? flags, byte all)
    {
        this.flags = flags;
        this.all = all;
    }

    /// <summary>Nothing is annotated.</summary>
    public static NullableFlags None => new(null, 1);

    public static NullableFlags Of(ParameterInfo parameter) => Of(parameter.GetCustomAttributesData(), parameter.Member);

    public static NullableFlags Of(MemberInfo member) => Of(member.GetCustomAttributesData(), member);

    /// <summary>For a property: the annotations are on the property, the context is the one of its type.</summary>
    public static NullableFlags OfProperty(PropertyInfo property) => Of(property.GetCustomAttributesData(), property.DeclaringType!);

    public static NullableFlags OfBase(Type type) => Of(type.GetCustomAttributesData(), type);

    public static NullableFlags OfTypeParameter(Type parameter) =>
        Of(parameter.GetCustomAttributesData(), (MemberInfo?)parameter.DeclaringMethod ?? parameter.DeclaringType!);

    public byte Next() => flags == null ? all : next < flags.Length ? flags[next++] : (byte)0;

    private static NullableFlags Of(IList<CustomAttributeData> attributes, MemberInfo context)
    {
        var attribute = attributes.FirstOrDefault(a => a.AttributeType.FullName == Attribute);
        if (attribute == null)
        {
            return new(null, Context(context));
        }

        return attribute.ConstructorArguments[0].Value switch
        {
            byte single => new(null, single),
            IReadOnlyCollection<CustomAttributeTypedArgument> many => new([.. many.Select(m => (byte)m.Value!)], 0),
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
