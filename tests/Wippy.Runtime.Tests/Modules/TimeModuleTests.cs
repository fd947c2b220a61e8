using System.Threading.Tasks;
using Wippy.Runtime.Modules;
using Xunit;

namespace Wippy.Runtime.Tests.Modules;

public class TimeModuleTests
{
    [Theory]
    [InlineData("1h30m45s", "1h30m45s")]
    [InlineData("1.5s", "1.5s")]
    [InlineData("250ms", "250ms")]
    [InlineData("3us", "3µs")]
    [InlineData("3µs", "3µs")]
    [InlineData("0", "0s")]
    [InlineData("-1.5h", "-1h30m0s")]
    [InlineData("100ns", "100ns")]
    [InlineData("1m", "1m0s")]
    [InlineData("2.000000001s", "2.000000001s")]
    [InlineData("2540400h10m10.000000000s", "2540400h10m10s")]
    [InlineData("", null)]
    [InlineData("5", null)]
    [InlineData("1 s", null)]
    [InlineData("s", null)]
    [InlineData(".s", null)]
    [InlineData("9999999999h", null)]
    [InlineData("-", null)]
    public void DurationsAreReadAndWritten(string text, string? expected) =>
        Assert.Equal(expected, LuaDuration.TryParse(text, out var nanoseconds) ? new LuaDuration(nanoseconds).ToString() : null);

    [Theory]
    [InlineData("2006-01-02T15:04:05Z07:00", "2024-12-29T15:04:05Z")]
    [InlineData("2006-01-02 15:04:05.999999999 -0700 MST", "2024-12-29 15:04:05.123 +0000 UTC")]
    [InlineData("Monday, January 2 2006", "Sunday, December 29 2024")]
    [InlineData("Mon Jan _2 06 3:04PM", "Sun Dec 29 24 3:04PM")]
    [InlineData("02/01 1 002 __2", "29/12 12 364 364")]
    [InlineData("15h 03 3 pm 4 5", "15h 03 3 pm 4 5")]
    [InlineData(".000 ,000000 .99 .9999", ".123 ,123000 .12 .123")]
    [InlineData("Janet Month _2006 20061", "Janet Month _2024 202412")]
    [InlineData("-07 -07:00 -07:00:00 Z0700", "+00 +00:00 +00:00:00 Z")]
    public void LayoutsFormat(string layout, string expected) =>
        Assert.Equal(expected, TimeLayout.Format(new LuaTime(1735484645, 123_000_000, LuaLocation.Utc), layout));

    [Theory]
    [InlineData("2006-01-02", "2024-02-29", "2024-02-29 00:00:00 +0000 UTC")]
    [InlineData("2006-01-02", "2023-02-29", null)]
    [InlineData("2006-01-02", "2024-13-01", null)]
    [InlineData("2006-01-02", "2024-1-01", null)]
    [InlineData("2006-01-02", "2024-01-01x", null)]
    [InlineData("2006-01-02", "2024-01", null)]
    [InlineData("15:04:05", "15:04:05.25", "0000-01-01 15:04:05.25 +0000 UTC")]
    [InlineData("3:04PM", "12:05AM", "0000-01-01 00:05:00 +0000 UTC")]
    [InlineData("2006-01-02T15:04:05Z07:00", "2024-12-29T15:04:05+02:00", "2024-12-29 15:04:05 +0200 +0200")]
    [InlineData("2006-01-02T15:04:05Z07:00", "2024-12-29T15:04:05.5Z", "2024-12-29 15:04:05.5 +0000 UTC")]
    [InlineData("Mon, 02 Jan 2006 15:04:05 MST", "Sun, 29 Dec 2024 15:04:05 GMT", "2024-12-29 15:04:05 +0000 GMT")]
    [InlineData("Mon, 02 Jan 2006 15:04:05 -0700", "sun, 29 dec 2024 15:04:05 -0130", "2024-12-29 15:04:05 -0130 -0130")]
    [InlineData("06 Jan 2", "69 Feb 3", "1969-02-03 00:00:00 +0000 UTC")]
    [InlineData("06 Jan 2", "68 Feb 3", "2068-02-03 00:00:00 +0000 UTC")]
    [InlineData("2006 002", "2024 060", "2024-02-29 00:00:00 +0000 UTC")]
    [InlineData("15:04", "24:00", null)]
    public void LayoutsParse(string layout, string text, string? expected) =>
        Assert.Equal(expected, TimeLayout.Parse(layout, text, LuaLocation.Utc, out _)?.ToString());

    [Fact]
    public void ZonesShiftAndCalendarArithmeticNormalises()
    {
        LuaRun.Run(lua =>
        {
            var time = TimeModule.Open(lua).AsTable();
            var berlin = lua.Call(time["load_location"], "Europe/Berlin", 0);
            LuaValue[] arguments = [2024, 3, 31, 2, 30, 0, 0, berlin];
            Assert.Equal("2024-03-31 03:30:00 +0200 CEST", lua.Call(time["date"], new LuaValues(arguments), 0).ToString());
            arguments = [2024, 1, 31, 25, 61, 61, -1, time["utc"]];
            var value = lua.Call(time["date"], new LuaValues(arguments), 0);
            Assert.Equal("2024-02-01 02:02:00.999999999 +0000 UTC", value.ToString());
            Assert.Equal("2025-03-01 02:02:00.999999999 +0000 UTC", Method(lua, value, "add_date", 1, 1, 0));
            Assert.Equal("2024-02-01 02:00:00 +0000 UTC", Method(lua, value, "truncate", new LuaDuration(3_600_000_000_000)));
            Assert.Equal("2024-02-01 02:02:01 +0000 UTC", Method(lua, value, "round", new LuaDuration(1_000_000_000)));
            Assert.Equal("2024-02-01 03:02:00.999999999 +0000 UTC", Method(lua, value, "add", "1h"));
            Assert.Equal("4", Method(lua, value, "weekday"));
            Assert.Equal("32", Method(lua, value, "year_day"));
            Assert.Equal("Invalid", lua.CallAll(time["parse_duration"], "x", 0)[1].AsUserdata() is LuaError error ? error.Kind : "");
            Assert.Equal("NotFound", ((LuaError)lua.CallAll(time["load_location"], "Nowhere/City", 0)[1].AsUserdata()).Kind);
            return default;
        });
    }

    [Fact]
    public async Task TimersDeliverOnceAndClose()
    {
        var host = new RecordingHost();
        await LuaRun.RunAsync(lua => new LuaAsyncFunction0("main", async () =>
        {
            var time = TimeModule.Open(lua).AsTable();
            var channel = (await lua.CallAsync(time["after"], "10ms", 0)).First;
            await lua.CallAsync(time["sleep"], time["SECOND"], 0);
            var (value, ok) = await lua.CallAsync(LuaOperators.Index(channel, "receive", 0), channel, 0);
            lua.Call(lua.Globals["print"], value, ok, 0);
            (value, ok) = await lua.CallAsync(LuaOperators.Index(channel, "receive", 0), channel, 0);
            lua.Call(lua.Globals["print"], value, ok, 0);
            (value, ok) = await lua.CallAsync(time["after"], 0, 0);
            lua.Call(lua.Globals["print"], value, ok, 0);
            return default;
        }), host);
        Assert.Equal("2024-12-29 15:04:05.123 +0000 UTC true|nil false|nil duration must be positive", string.Join('|', host.Lines));
    }

    private static string Method(LuaState lua, LuaValue self, string name, params LuaValue[] arguments) =>
        lua.Call(LuaOperators.Index(self, name, 0), LuaValues.Append(self, new LuaValues(arguments)), 0).ToString();
}
