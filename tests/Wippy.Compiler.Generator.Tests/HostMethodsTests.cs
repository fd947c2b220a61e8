using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Wippy.Compiler.Catalogue;
using Wippy.Runtime;

namespace Wippy.Compiler.Generator.Tests;

public sealed class HostMethodsTests
{
    [Fact]
    public void The_methods_of_the_host_that_may_wait_are_those_of_the_catalogue()
    {
        var waiting = MethodTables().SelectMany(static t => Entries(t)).Where(static e => e.Value.IsFunction && e.Value.AsFunction().MayWait)
            .Select(static e => e.Key.AsString().ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(HostMethods.Names.Order(StringComparer.Ordinal), waiting);
    }

    private static IEnumerable<LuaTable> MethodTables() => new[] { typeof(LuaValue).Assembly, typeof(Wippy.Temporal.LuaWorkflow).Assembly }
        .SelectMany(static a => a.GetTypes())
        .Where(static t => typeof(LuaUserdata).IsAssignableFrom(t) && !t.IsGenericTypeDefinition)
        .SelectMany(static t => t.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
        .Where(static f => f.FieldType == typeof(LuaTable))
        .Select(static f => (LuaTable)f.GetValue(null)!);

    private static IEnumerable<(LuaValue Key, LuaValue Value)> Entries(LuaTable table)
    {
        var key = LuaValue.Nil;
        while (table.Next(ref key, out var value))
        {
            yield return (key, value);
        }
    }
}
