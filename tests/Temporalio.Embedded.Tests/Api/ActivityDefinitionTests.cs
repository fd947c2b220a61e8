using System;
using System.Linq;
using System.Threading.Tasks;
using Temporalio.Activities;
using Temporalio.Converters;

namespace Temporalio.Embedded.Tests.Api;

public class ActivityDefinitionTests
{
    [Theory]
    [InlineData(nameof(Activities.PlainAsync), "Plain")]
    [InlineData(nameof(Activities.Async), "Async")]
    [InlineData(nameof(Activities.NoTaskAsync), "NoTaskAsync")]
    [InlineData(nameof(Activities.Named), "ns:given")]
    [InlineData(nameof(Activities.Dynamic), null)]
    public void Names(string method, string? expected)
    {
        var definition = ActivityDefinition.CreateAll(new Activities()).Single(d => d.MethodInfo!.Name == method);
        Assert.Equal(expected, definition.Name);
        Assert.Equal(expected == null, definition.Dynamic);
    }

    [Fact]
    public async Task Calls_give_results_defaults_and_the_original_exception()
    {
        var all = ActivityDefinition.CreateAll(new Activities()).ToDictionary(d => d.MethodInfo!.Name);
        Assert.Equal("a1", await all[nameof(Activities.PlainAsync)].InvokeAsync(["a"]));
        Assert.Equal("a2", await all[nameof(Activities.PlainAsync)].InvokeAsync(["a", 2]));
        Assert.Equal(1, all[nameof(Activities.PlainAsync)].RequiredParameterCount);
        Assert.Equal([typeof(string), typeof(int)], all[nameof(Activities.PlainAsync)].ParameterTypes);
        Assert.Equal(typeof(Task<string>), all[nameof(Activities.PlainAsync)].ReturnType);
        Assert.Null(await all[nameof(Activities.Async)].InvokeAsync([]));
        Assert.Equal(3, await all[nameof(Activities.NoTaskAsync)].InvokeAsync([]));
        _ = await Assert.ThrowsAsync<ArgumentException>(() => all[nameof(Activities.PlainAsync)].InvokeAsync([]));
        _ = await Assert.ThrowsAsync<ArgumentException>(() => all[nameof(Activities.PlainAsync)].InvokeAsync(["a", 1, 2]));
        var thrown = await Assert.ThrowsAsync<InvalidTimeZoneException>(() => all[nameof(Activities.Named)].InvokeAsync([]));
        Assert.Contains(nameof(Activities.Named), thrown.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delegates_and_parts()
    {
        Assert.Equal("NoTaskAsync", ActivityDefinition.Create(new Activities().NoTaskAsync).Name);

        [Activity]
        static Task<int> LocalAsync(int i) => Task.FromResult(i + 1);
        var local = ActivityDefinition.Create(LocalAsync);
        Assert.Equal("Local", local.Name);
        Assert.Equal(3, await local.InvokeAsync([2]));

        var parts = ActivityDefinition.Create("app:x", typeof(Task<object?>), [typeof(IRawValue)], 0, p => Task.FromResult<object?>(p.Length));
        Assert.Equal(1, await parts.InvokeAsync([null]));
        Assert.Null(parts.MethodInfo);
        Assert.True(ActivityDefinition.Create(null, typeof(void), [typeof(IRawValue[])], 1, _ => null).Dynamic);
        Assert.Equal("other", ActivityDefinition.CreateWithoutAttribute("other", typeof(Activities).GetMethod(nameof(Activities.NotAnActivity))!, _ => null).Name);
    }

    [Fact]
    public void Mistakes()
    {
        static void Refused(string expected, Action action) =>
            Assert.Contains(expected, Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);
        Refused("no [Activity] attribute", () => ActivityDefinition.Create(new Activities().NotAnActivity));
        Refused("lambda", () => ActivityDefinition.Create([Activity] () => { }));
        Refused("Instance not provided", () => ActivityDefinition.CreateAll<Activities>(null));
        Refused("No activities", () => ActivityDefinition.CreateAll(new object()));
        Refused("must be public", () => ActivityDefinition.CreateAll(new Hidden()));
        Refused("generic", () => ActivityDefinition.CreateAll(new Generic()));
        Refused("by-reference", () => ActivityDefinition.CreateAll(new ByReference()));
        Refused("array of IRawValue", () => ActivityDefinition.Create(null, typeof(void), [typeof(string)], 1, _ => null));
        Refused("cannot be required", () => ActivityDefinition.Create("x", typeof(void), [], 1, _ => null));
        Refused("cannot have a name", () => ActivityDefinition.CreateAll(new NamedDynamic()));
        Refused("__temporal", () => ActivityDefinition.Create("__temporal_x", typeof(void), [], 0, _ => null));
    }

    public class Activities
    {
        [Activity]
        public static Task<string> PlainAsync(string s, int i = 1) => Task.FromResult(s + i);

        [Activity]
        public async Task Async() => await Task.Yield();

        [Activity]
        public int NoTaskAsync() => 3;

        [Activity("ns:given")]
        public void Named() => throw new InvalidTimeZoneException();

        [Activity(Dynamic = true)]
        public int Dynamic(IRawValue[] args) => args.Length;

        public void NotAnActivity()
        {
        }
    }

    private sealed class Hidden
    {
        [Activity]
        private void Private()
        {
        }
    }

    private sealed class Generic
    {
        [Activity]
        public void Method<T>() => _ = typeof(T);
    }

    private sealed class ByReference
    {
        [Activity]
        public void Method(ref int i) => i++;
    }

    private sealed class NamedDynamic
    {
        [Activity("x", Dynamic = true)]
        public void Method(IRawValue[] args) => _ = args;
    }
}
