using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Emit;
using Wippy.Compiler.Types.Checking;

namespace Wippy.Compiler.Lowering;

/// <content>Types that the checker found, for <c>typeof</c>.</content>
internal sealed partial class TypeLowering
{
    /// <summary>The C# of the function that <c>typeof</c> is where it is called.</summary>
    public string Typeof(StaticType type) => Call("Typeof", [Lower(type)]);

    private string Lower(StaticType type) => type switch
    {
        SimpleType simple => BuiltIn(simple.Name) ?? Factory + "Any",
        LiteralType literal => Call("Literal", [ConstantOf(literal.Value)]),
        UnionType { IsOptional: true } optional => Call("Optional", [Lower(optional.Members[0])]),
        UnionType union => Call("Union", union.Members.Select(Lower)),
        IntersectionType intersection => Call("Intersection", intersection.Members.Select(Lower)),
        ArrayType array => Modified(array.IsReadonly, Call("Array", [Lower(array.Element)])),
        MapType map => Modified(map.IsReadonly, Call("Map", [Lower(map.Key), Lower(map.Value)])),
        RecordType { IsInterface: true } @interface => Call("Interface", new[] { "[]" }.Concat(Fields(@interface))),
        RecordType record => Modified(record.IsReadonly, Call("Record", Fields(record))),
        FunctionType function => Lower(function),
        NamedType named => Lower(named),
        HostType { Name: "error" } => Factory + "Error",
        HostType host => Call("Host", [CSharpText.Quote(host.Name)]),
        ParameterReference parameter => Call("Parameter", [CSharpText.Quote(parameter.Name)]),
        OpenTable or ObjectType or HostModule or LibraryTable => Factory + "Table",
        _ => Factory + "Any",
    };

    private static string ConstantOf(object value) => value switch
    {
        bool boolean => boolean ? "true" : "false",
        long integer => CSharpText.Number(integer),
        double number => CSharpText.Number(number),
        string text => CSharpText.Quote(text),
        _ => "LuaValue.Nil",
    };

    private static string Modified(bool isReadonly, string type) => isReadonly ? Call("Readonly", [type]) : type;

    private IEnumerable<string> Fields(RecordType record) => record.Fields.Select(f => Field(f.Name, Lower(f.Type), f.IsOptional));

    private string Lower(NamedType named)
    {
        var name = named.Definition switch
        {
            { Library: { } library } => Call("Imported", [CSharpText.Quote(library), CSharpText.Quote(named.Definition.Name)]),
            { Symbol: { } symbol } => NameOf(symbol),
            _ => Factory + "Any",
        };
        return named.Arguments.IsEmpty ? name : Call("Instance", new[] { name }.Concat(named.Arguments.Select(Lower)));
    }

    private string Lower(FunctionType function)
    {
        var rest = function.Vararg is null ? "null" : Lower(function.Vararg);
        var result = function.Results switch
        {
            null => "null",
            { Types: { Count: 1 } types } => Lower(types[0]),
            { Types: var types } => Call("Tuple", types.Select(Lower)),
        };
        return Call("Callable", new[] { Names(function.Generics.Select(static g => g.Name).ToArray()), rest, result }
            .Concat(function.Parameters.Select(p => Field(p.Name, Lower(p.Type), p.IsOptional))));
    }
}
