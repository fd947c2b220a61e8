using System;
using System.Linq;
using System.Reflection;
using Wippy.Compiler.Lowering;
using Wippy.Runtime;

namespace Conformance.Tests;

/// <summary>What generated code calls by a bare name is no name of a Lua variable.</summary>
public sealed class ReservedNameTests
{
    [Fact]
    public void Every_operator_of_the_runtime_is_reserved() =>
        Assert.Equal(
            typeof(LuaOperators).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(static m => m.Name).Distinct().Order(StringComparer.Ordinal),
            NameAllocator.Operators.Order(StringComparer.Ordinal));
}
