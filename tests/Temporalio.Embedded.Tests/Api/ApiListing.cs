using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Temporalio.Embedded.Tests.Api;

/// <summary>Writes the public surface of an assembly in the line format of temporalio-api.txt; the head of that file describes the format.</summary>
internal static class ApiListing
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] PlainNamespaces =
        ["System", "System.Collections.Generic", "System.Linq.Expressions", "System.Reflection", "System.Threading", "System.Threading.Tasks"];

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(char)] = "char",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(void)] = "void",
    };

    private static readonly Dictionary<string, string> Operators = new()
    {
        ["op_Equality"] = "==",
        ["op_Inequality"] = "!=",
        ["op_LessThan"] = "<",
        ["op_LessThanOrEqual"] = "<=",
        ["op_GreaterThan"] = ">",
        ["op_GreaterThanOrEqual"] = ">=",
    };

    /// <summary>Lists types.</summary>
    /// <param name="types">Types of one assembly.</param>
    /// <param name="inFull">Which protobuf types, by full name, are listed with their members.</param>
    /// <returns>The lines.</returns>
    public static IEnumerable<string> Lines(IEnumerable<Type> types, Func<string, bool> inFull)
    {
        foreach (var type in types.Where(IsVisible))
        {
            var name = PlainName(type);
            if (type.Namespace!.StartsWith("Temporalio.Api.", StringComparison.Ordinal) && !inFull(name))
            {
                yield return $"proto {(type.IsEnum ? "enum" : IsStatic(type) ? "static" : "class")} {name}";
                continue;
            }

            yield return $"type {name} :: {Declaration(type)}";
            foreach (var line in type.IsEnum ? Values(type) : Members(type))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Values(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => $"value {PlainName(type)} :: {Attributes(f)}{f.Name} = {Convert.ToInt64(f.GetRawConstantValue(), CultureInfo.InvariantCulture)}");

    private static IEnumerable<string> Members(Type type)
    {
        var name = PlainName(type);
        foreach (var field in type.GetFields(All).Where(f => IsVisible(f)))
        {
            var typeName = TypeName(field.FieldType, TypeAnnotations.Of(field));
            yield return field.IsLiteral
                ? $"const {name} :: {Attributes(field)}{Access(field)}const {typeName} {field.Name} = {Literal(field.GetRawConstantValue(), field.FieldType)}"
                : $"field {name} :: {Attributes(field)}{Access(field)}{(field.IsStatic ? "static " : string.Empty)}{(field.IsInitOnly ? "readonly " : string.Empty)}{typeName} {field.Name}";
        }

        foreach (var constructor in type.GetConstructors(All).Where(c => !c.IsStatic && IsVisible(c) && !IsCopyConstructor(c)))
        {
            yield return $"ctor {name} :: {Attributes(constructor)}{Access(constructor)}{SimpleName(type)}({Parameters(constructor)})";
        }

        foreach (var property in type.GetProperties(All))
        {
            if (Property(property) is { } declaration)
            {
                yield return $"property {name} :: {declaration}";
            }
        }

        foreach (var @event in type.GetEvents(All).Where(e => IsVisible(e.AddMethod!)))
        {
            yield return $"event {name} :: {Attributes(@event)}{Access(@event.AddMethod!)}{Modifiers(@event.AddMethod!)}" +
                $"{TypeName(@event.EventHandlerType!, TypeAnnotations.Of(@event))} {@event.Name}";
        }

        foreach (var method in type.GetMethods(All).Where(m => IsVisible(m) && !IsRecordMember(m)))
        {
            if (Operators.TryGetValue(method.Name, out var symbol))
            {
                yield return $"operator {name} :: {Attributes(method)}{Access(method)}static {TypeName(method.ReturnType, TypeAnnotations.Of(method.ReturnParameter))} " +
                    $"operator {symbol}({Parameters(method)})";
            }
            else if (!method.IsSpecialName)
            {
                yield return $"method {name} :: {Method(method)}";
            }
        }
    }

    private static string Declaration(Type type)
    {
        var text = new StringBuilder(Attributes(type)).Append(type.IsNestedFamily ? "protected " : type.IsNestedFamORAssem ? "protected internal " : "public ");
        if (type.IsEnum)
        {
            return text.Append(CultureInfo.InvariantCulture, $"enum {SimpleName(type)} : {TypeName(Enum.GetUnderlyingType(type), TypeAnnotations.None)}").ToString();
        }

        var kind = type.IsInterface ? "interface"
            : type.IsValueType ? "struct"
            : IsStatic(type) ? "static class"
            : (type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : string.Empty) + (IsRecord(type) ? "record" : "class");
        _ = text.Append(kind).Append(' ').Append(SimpleName(type)).Append(GenericParameters(OwnGenericArguments(type)));
        var bases = new List<string>();
        if (type.BaseType != null && type.BaseType != typeof(object) && !type.IsValueType)
        {
            bases.Add(TypeName(type.BaseType, TypeAnnotations.OfBase(type)));
        }

        bases.AddRange(type.GetInterfaces()
            .Where(i => IsVisible(i) && !(IsRecord(type) && i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEquatable<>)))
            .Select(i => TypeName(i, TypeAnnotations.None))
            .Order(StringComparer.Ordinal));
        if (bases.Count > 0)
        {
            _ = text.Append(" : ").AppendJoin(", ", bases);
        }

        return text.Append(Constraints(OwnGenericArguments(type))).ToString();
    }

    private static string Method(MethodInfo method)
    {
        var text = new StringBuilder(Attributes(method)).Append(Access(method)).Append(Modifiers(method))
            .Append(TypeName(method.ReturnType, TypeAnnotations.Of(method.ReturnParameter))).Append(' ')
            .Append(method.Name).Append(GenericParameters(method.GetGenericArguments()))
            .Append('(').Append(Parameters(method)).Append(')')
            .Append(Constraints(method.GetGenericArguments()));
        var attributed = method.GetParameters().Where(p => Attributes(p.GetCustomAttributesData()).Length > 0).ToList();
        if (attributed.Count > 0)
        {
            _ = text.Append("   // param attributes: ").AppendJoin("; ", attributed.Select(p => $"{p.Name}: {Attributes(p.GetCustomAttributesData()).TrimEnd()}"));
        }

        if (method.DeclaringType!.IsInterface && !method.IsAbstract && !method.IsStatic)
        {
            _ = text.Append("   // default body");
        }

        return text.ToString();
    }

    private static string? Property(PropertyInfo property)
    {
        if (IsRecord(property.DeclaringType!) && property.Name == "EqualityContract")
        {
            return null;
        }

        var accessors = new[] { property.GetMethod, property.SetMethod }.Where(m => m != null && IsVisible(m)).Select(m => m!).ToList();
        if (accessors.Count == 0)
        {
            return null;
        }

        var widest = accessors.OrderByDescending(m => m.IsPublic ? 2 : m.IsFamilyOrAssembly ? 1 : 0).First();
        var text = new StringBuilder(Attributes(property)).Append(Access(widest)).Append(Modifiers(widest));
        if (property.IsDefined(typeof(RequiredMemberAttribute)))
        {
            _ = text.Append("required ");
        }

        _ = text.Append(TypeName(property.PropertyType, TypeAnnotations.OfProperty(property))).Append(' ');
        var indices = property.GetIndexParameters();
        _ = indices.Length == 0 ? text.Append(property.Name) : text.Append("this[").Append(Parameters(indices)).Append(']');
        _ = text.Append(" { ");
        foreach (var accessor in accessors)
        {
            var access = Access(accessor);
            _ = text.Append(access == Access(widest) ? string.Empty : access)
                .Append(accessor == property.GetMethod ? "get" : IsInit(accessor) ? "init" : "set").Append("; ");
        }

        return text.Append('}').ToString();
    }

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Parameters(MethodBase method)
    {
        var isExtension = method.IsDefined(typeof(ExtensionAttribute));
        return (isExtension ? "this " : string.Empty) + Parameters(method.GetParameters());
    }

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var text = new StringBuilder();
        var type = parameter.ParameterType;
        if (parameter.IsDefined(typeof(ParamArrayAttribute)))
        {
            _ = text.Append("params ");
        }

        if (type.IsByRef)
        {
            type = type.GetElementType()!;
            _ = text.Append(parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ");
        }

        _ = text.Append(TypeName(type, TypeAnnotations.Of(parameter))).Append(' ').Append(parameter.Name);
        if (parameter.HasDefaultValue)
        {
            _ = text.Append(" = ").Append(Literal(parameter.RawDefaultValue, type));
        }

        return text.ToString();
    }

    private static string Literal(object? value, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type);
        if (value == null)
        {
            return type.IsValueType && plain == null ? $"default({TypeName(type, TypeAnnotations.None)})" : "null";
        }

        var enumType = plain ?? type;
        return value switch
        {
            _ when enumType.IsEnum => $"{PlainName(enumType)}.{Enum.GetName(enumType, Enum.ToObject(enumType, value))}",
            string s => $"\"{s}\"",
            bool b => b ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    private static string Access(MethodBase method) =>
        method.DeclaringType!.IsInterface ? string.Empty : method.IsPublic ? "public " : method.IsFamilyOrAssembly ? "protected internal " : "protected ";

    private static string Access(FieldInfo field) => field.IsPublic ? "public " : field.IsFamilyOrAssembly ? "protected internal " : "protected ";

    private static string Modifiers(MethodInfo method)
    {
        if (method.IsStatic)
        {
            return "static ";
        }

        if (method.DeclaringType!.IsInterface || !method.IsVirtual)
        {
            return string.Empty;
        }

        var overrides = method.GetBaseDefinition() != method;
        return method.IsAbstract ? (overrides ? "abstract override " : "abstract ")
            : overrides ? (method.IsFinal ? "sealed override " : "override ")
            : method.IsFinal ? string.Empty : "virtual ";
    }

    private static string Constraints(Type[] parameters)
    {
        var text = new StringBuilder();
        foreach (var parameter in parameters)
        {
            var constraints = new List<string>();
            var attributes = parameter.GenericParameterAttributes;
            var flag = TypeAnnotations.OfTypeParameter(parameter).Next();
            var types = parameter.GetGenericParameterConstraints().Where(c => c != typeof(ValueType)).ToList();
            if (attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
            {
                constraints.Add("struct");
            }
            else if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            {
                constraints.Add(flag == 2 ? "class?" : "class");
            }
            else if (flag == 1 && types.Count == 0)
            {
                constraints.Add("notnull");
            }

            constraints.AddRange(types.Select(t => TypeName(t, TypeAnnotations.None)));
            if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) &&
                !attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
            {
                constraints.Add("new()");
            }

            if (constraints.Count > 0)
            {
                _ = text.Append(CultureInfo.InvariantCulture, $" where {parameter.Name} : ").AppendJoin(", ", constraints);
            }
        }

        return text.ToString();
    }

    private static string GenericParameters(Type[] parameters)
    {
        if (parameters.Length == 0)
        {
            return string.Empty;
        }

        static string Variance(Type parameter) => (parameter.GenericParameterAttributes & GenericParameterAttributes.VarianceMask) switch
        {
            GenericParameterAttributes.Covariant => "out ",
            GenericParameterAttributes.Contravariant => "in ",
            _ => string.Empty,
        };
        return $"<{string.Join(", ", parameters.Select(p => Variance(p) + p.Name))}>";
    }

    private static string TypeName(Type type, TypeAnnotations annotations)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return TypeName(underlying, annotations) + "?";
        }

        if (type.IsGenericParameter)
        {
            return type.Name + (annotations.Next() == 2 ? "?" : string.Empty);
        }

        if (type.IsArray)
        {
            var arraySuffix = $"[{new string(',', type.GetArrayRank() - 1)}]" + (annotations.Next() == 2 ? "?" : string.Empty);
            return TypeName(type.GetElementType()!, annotations) + arraySuffix;
        }

        var suffix = (!type.IsValueType || type.IsGenericType) && annotations.Next() == 2 && !type.IsValueType ? "?" : string.Empty;
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword + suffix;
        }

        if (type.IsValueType && typeof(ITuple).IsAssignableFrom(type) && type.IsGenericType)
        {
            var names = annotations.NextNames(type.GetGenericArguments().Length);
            var elements = type.GetGenericArguments().Zip(names, (a, n) => TypeName(a, annotations) + (n == null ? string.Empty : " " + n)).ToList();
            return $"({string.Join(", ", elements)})";
        }

        var arguments = type.GetGenericArguments().Select(a => TypeName(a, annotations)).ToArray();
        return Name(type, arguments) + suffix;
    }

    private static string PlainName(Type type) => Name(type, [.. type.GetGenericArguments().Select(a => a.Name)]);

    private static string Name(Type type, string[] arguments)
    {
        var own = arguments;
        var prefix = type.Namespace is { } ns && !PlainNamespaces.Contains(ns) ? ns + "." : string.Empty;
        if (type.DeclaringType is { } outer)
        {
            var outerCount = outer.GetGenericArguments().Length;
            prefix = Name(outer, arguments[..outerCount]) + ".";
            own = arguments[outerCount..];
        }

        return prefix + SimpleName(type) + (own.Length == 0 ? string.Empty : $"<{string.Join(", ", own)}>");
    }

    private static string SimpleName(Type type)
    {
        var tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? type.Name : type.Name[..tick];
    }

    private static Type[] OwnGenericArguments(Type type) => type.GetGenericArguments()[(type.DeclaringType?.GetGenericArguments().Length ?? 0)..];

    private static string Attributes(MemberInfo member) => Attributes(member.GetCustomAttributesData());

    /// <summary>The attributes that someone wrote, without those of the compilers.</summary>
    private static string Attributes(IList<CustomAttributeData> attributes)
    {
        var texts = new List<string>();
        foreach (var attribute in attributes)
        {
            var name = attribute.AttributeType.Name[..^nameof(Attribute).Length];
            switch (attribute.AttributeType.FullName)
            {
                case "System.ObsoleteAttribute":
                    texts.Add("[Obsolete]");
                    break;
                case "System.AttributeUsageAttribute":
                    var usage = string.Join(" | ", attribute.ConstructorArguments[0].Value!.ToFlags<AttributeTargets>().Select(t => $"AttributeTargets.{t}"));
                    texts.Add($"[AttributeUsage({usage}{string.Concat(attribute.NamedArguments.Select(a => $", {a.MemberName} = {Literal(a.TypedValue.Value, typeof(bool))}"))})]");
                    break;
                case "Google.Protobuf.Reflection.OriginalNameAttribute":
                    texts.Add($"[OriginalName(\"{attribute.ConstructorArguments[0].Value}\")]");
                    break;
                case "System.Runtime.CompilerServices.EnumeratorCancellationAttribute":
                    texts.Add("[EnumeratorCancellation]");
                    break;
                case var full when IsOfCompiler(full!):
                    break;
                default:
                    texts.Add($"[{name}]");
                    break;
            }
        }

        return string.Concat(texts.Order(StringComparer.Ordinal).Select(t => t + " "));
    }

    private static bool IsOfCompiler(string name) =>
        name.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal) ||
        name.StartsWith("System.Diagnostics.Debugger", StringComparison.Ordinal) ||
        name.StartsWith("System.Runtime.InteropServices.", StringComparison.Ordinal) ||
        name is "System.ParamArrayAttribute" or "System.Reflection.DefaultMemberAttribute" or "System.CodeDom.Compiler.GeneratedCodeAttribute";

    private static IEnumerable<T> ToFlags<T>(this object value)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(f => (Convert.ToInt32(f, CultureInfo.InvariantCulture) & Convert.ToInt32(value, CultureInfo.InvariantCulture)) ==
            Convert.ToInt32(f, CultureInfo.InvariantCulture));

    private static bool IsVisible(Type type) => type.IsNested
        ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!)
        : type.IsPublic;

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsVisible(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    private static bool IsStatic(Type type) => type.IsAbstract && type.IsSealed;

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$", All) != null;

    private static bool IsCopyConstructor(ConstructorInfo constructor) =>
        IsRecord(constructor.DeclaringType!) && constructor.GetParameters() is [var only] && only.ParameterType == constructor.DeclaringType;

    private static bool IsRecordMember(MethodInfo method) =>
        IsRecord(method.DeclaringType!) &&
        (method.Name == "<Clone>$" ||
            (method.IsDefined(typeof(CompilerGeneratedAttribute)) &&
                method.Name is "Equals" or "GetHashCode" or "ToString" or "PrintMembers" or "op_Equality" or "op_Inequality"));
}
