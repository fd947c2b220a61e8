using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Wippy.Compiler.Catalogue;
using Wippy.Compiler.Types;
using Wippy.Runtime;
using Wippy.Runtime.Libraries;

namespace Conformance.Tests;

/// <summary>The types that the checker knows of the host are those of the modules that run.</summary>
public sealed class HostSignatureTests
{
    [Fact]
    public async Task Every_member_of_a_known_module_has_a_type_and_every_type_a_member()
    {
        var found = Array.Empty<string>();
        await LuaInstance.RunAsync(new LuaProgram("test:main", "main", [], [], lua => new Module(lua, () => found = Compare(lua))), new SystemHost(), LuaValues.Empty);
        Assert.Equal([], found);
    }

    // Generated code keeps such functions instead of looking them up.
    [Fact]
    public async Task Every_function_of_the_library_that_a_call_may_mean_is_the_one_that_instances_have()
    {
        var others = Array.Empty<string>();
        await LuaInstance.RunAsync(new LuaProgram("test:main", "main", [], [], lua => new Module(lua, () => others = Others(lua))), new SystemHost(), LuaValues.Empty);
        Assert.Equal([], others);
    }

    private static string[] Others(LuaState lua) => HostSignatures.Paths
        .Where(static p => LibraryCalls.IsShared(p))
        .Where(p => p.Split('.').Aggregate((LuaValue)lua.Globals, static (table, name) => table.AsTable()[name]) is var function && function != StandardLibrary.Function(p))
        .ToArray();

    private static string[] Compare(LuaState lua) => ModuleCatalogue.Modules
        .Where(static m => HostSignatures.IsComplete(m.Name))
        .SelectMany(m =>
        {
            var table = m.IsAlwaysAvailable ? lua.Globals[m.Name] : Open(m.OpenTarget!, lua);
            return table.IsTable ? Compare(m.Name, table.AsTable()) : [];
        }).ToArray();

    // Modules of other assemblies are not loaded here.
    private static LuaValue Open(string target, LuaState lua)
    {
        var dot = target.LastIndexOf('.');
        return typeof(LuaValue).Assembly.GetType(target[..dot])?.GetMethod(target[(dot + 1)..], BindingFlags.Public | BindingFlags.Static)?.Invoke(null, [lua]) is LuaValue value ? value : LuaValue.Nil;
    }

    private static IEnumerable<string> Compare(string module, LuaTable table)
    {
        var typed = HostSignatures.MembersOf(module).Where(static n => !n.Contains(':', StringComparison.Ordinal) && !n.Contains('.', StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var position = 0;
        while (table.Next(ref position, out var key, out _))
        {
            if (!typed.Remove(key.ToString()!))
            {
                yield return $"{module}.{key} has no type";
            }
        }

        foreach (var name in typed)
        {
            yield return $"{module}.{name} does not exist";
        }
    }

    private sealed class Module(LuaState lua, Action check) : LuaModule(lua)
    {
        public override LuaTask<LuaValues> RunChunk()
        {
            check();
            return LuaTask<LuaValues>.FromResult(new LuaValues((LuaValue)new LuaMultiFunctionN("main", static _ => LuaValues.Empty)));
        }
    }
}
