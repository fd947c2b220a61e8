using System.Collections.Generic;
using System.Linq;

namespace Wippy.Compiler.Types.Checking;

/// <summary>Finds what the generic parameters of a called function stand for, from its arguments.</summary>
internal static class GenericInference
{
    /// <summary>Compares a parameter's type with an argument's; each generic parameter gets the union of what it meets.</summary>
    public static void Infer(StaticType parameter, StaticType argument, Dictionary<ParameterReference, StaticType> found, int depth = 0)
    {
        if (depth > TypeAlgebra.Limit || argument.IsNever)
        {
            return;
        }

        switch (parameter)
        {
            case ParameterReference reference:
                var wide = reference.Constraint is null ? TypeAlgebra.Widen(argument) : argument;
                found[reference] = found.TryGetValue(reference, out var known) ? TypeAlgebra.Union(known, wide) : wide;
                return;
            case UnionType union:
                var rest = TypeAlgebra.Filter(argument, m => !union.Members.Contains(m));
                foreach (var member in union.Members)
                {
                    Infer(member, rest, found, depth + 1);
                }

                return;
            case NamedType named when argument is NamedType other && ReferenceEquals(named.Definition, other.Definition):
                for (var i = 0; i < named.Arguments.Count && i < other.Arguments.Count; i++)
                {
                    Infer(named.Arguments[i], other.Arguments[i], found, depth + 1);
                }

                return;
            case HostType host when argument is HostType other:
                for (var i = 0; i < host.Arguments.Count && i < other.Arguments.Count; i++)
                {
                    Infer(host.Arguments[i], other.Arguments[i], found, depth + 1);
                }

                return;
            default:
                break;
        }

        switch (TypeAlgebra.Expand(parameter), TypeAlgebra.Expand(argument))
        {
            case (ArrayType array, ArrayType other):
                Infer(array.Element, other.Element, found, depth + 1);
                break;
            case (MapType map, MapType other):
                Infer(map.Key, other.Key, found, depth + 1);
                Infer(map.Value, other.Value, found, depth + 1);
                break;
            case (MapType map, ArrayType other):
                Infer(map.Key, StaticType.Integer, found, depth + 1);
                Infer(map.Value, other.Element, found, depth + 1);
                break;
            case (RecordType record, RecordType other):
                foreach (var field in record.Fields)
                {
                    if (other.Find(field.Name) is { } own)
                    {
                        Infer(field.Type, own.Type, found, depth + 1);
                    }
                }

                break;
            case (FunctionType function, FunctionType other):
                for (var i = 0; i < function.Parameters.Count && i < other.Parameters.Count; i++)
                {
                    Infer(function.Parameters[i].Type, other.Parameters[i].Type, found, depth + 1);
                }

                for (var i = 0; i < (function.Results?.Types.Count ?? 0); i++)
                {
                    Infer(function.Results!.Types[i], other.Results is { } results && i < results.Types.Count ? results.Types[i] : StaticType.Any, found, depth + 1);
                }

                break;
            default:
                break;
        }
    }
}
