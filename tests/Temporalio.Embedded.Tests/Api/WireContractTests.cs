using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Google.Protobuf.Reflection;
using Temporalio.Converters;

namespace Temporalio.Embedded.Tests.Api;

/// <summary>Messages have the fields, numbers and types of the Temporal API, so that histories interoperate. Enum values are in the API listing.</summary>
public class WireContractTests
{
    [Fact]
    public void Fields_are_those_of_the_server()
    {
        using var reader = new StreamReader(typeof(WireContractTests).Assembly.GetManifestResourceStream("wire-contract.txt")!);
        var expected = reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#');

        var files = typeof(DataConverter).Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("Temporalio.Api.", StringComparison.Ordinal) == true && t.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(t => (FileDescriptor)t.GetProperty("Descriptor")!.GetValue(null)!);
        var actual = files.SelectMany(f => f.MessageTypes).SelectMany(Fields);

        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Fields(MessageDescriptor message) => message.NestedTypes
        .Where(t => t.ClrType != null) // Entries of maps have none.
        .SelectMany(Fields)
        .Concat(message.Fields.InDeclarationOrder().Select(f => $"{message.FullName}.{f.Name} = {f.FieldNumber} {TypeOf(f)}"));

    private static string TypeOf(FieldDescriptor field) =>
        field.IsMap ? $"map<{NameOf(field.MessageType.Fields[1])}, {NameOf(field.MessageType.Fields[2])}>"
        : (field.IsRepeated ? "repeated " : string.Empty) + NameOf(field);

    private static string NameOf(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message => field.MessageType.FullName,
        FieldType.Enum => field.EnumType.FullName,
        var scalar => scalar.ToString().ToLowerInvariant(),
    };
}
