using System;
using System.Collections.Generic;

namespace Wippy.Compiler.Generator.Tests;

public class SuppressionTests
{
    private const string Charge = """
        local function charge(order)$trailing
          return order
        end
        return { charge = charge }
        """;

    [Fact]
    public void ACommentOnTheLineSuppresses() =>
        Assert.Equal([], Findings(" -- wippy:disable WLC3901 called by Lua alone"));

    [Fact]
    public void ACommentAboveSuppresses() =>
        Assert.Equal([], Findings(string.Empty, "-- wippy:disable WLC3901 called by Lua alone\n"));

    [Fact]
    public void ACommentForTheFileSuppresses() =>
        Assert.Equal([], Findings(string.Empty, "-- wippy:disable-file WLC3901 called by Lua alone\n\n\n"));

    [Fact]
    public void ACommentElsewhereDoesNotAndIsUnused() =>
        Assert.Equal(
            [
                "charge_payment.lua(1,1): warning WLC2903: WLC3901 is not reported here; remove the comment",
                "charge_payment.lua(3,22): info WLC3901: 'charge' of 'app:charge_payment' declares no types, so C# passes and gets LuaValue; annotate it, such as 'function charge(order: Order): Receipt'",
            ],
            Findings(string.Empty, "-- wippy:disable WLC3901 called by Lua alone\n\n"));

    [Fact]
    public void AReasonIsRequired() =>
        Assert.Equal(
            ["charge_payment.lua(1,30): warning WLC2901: say why WLC3901 does not apply here: '-- wippy:disable WLC3901 the reason'"],
            Findings(" -- wippy:disable WLC3901"));

    [Fact]
    public void AnUnknownRuleIsReported() =>
        Assert.Equal(
            [
                "charge_payment.lua(1,1): warning WLC2902: 'wlc3901' is not the id of a rule; write '-- wippy:disable WLC1234 the reason' (did you mean WLC3901?)",
                "charge_payment.lua(2,22): info WLC3901: 'charge' of 'app:charge_payment' declares no types, so C# passes and gets LuaValue; annotate it, such as 'function charge(order: Order): Receipt'",
            ],
            Findings(string.Empty, "-- wippy:disable wlc3901 called by Lua alone\n"));

    [Fact]
    public void AnErrorStays()
    {
        var findings = Samples.Orders()
            .With("tax.lua", "-- wippy:disable WLC2003 it will be fine\nreturn { main = function() return 1 + end }").Run().Findings;

        Assert.Equal(
            [
                "tax.lua(1,1): warning WLC2904: WLC2003 is an error and cannot be suppressed; change the code",
                "tax.lua(2,39): error WLC2003: unexpected symbol near 'end': write an expression here",
            ],
            findings);
    }

    private static IReadOnlyList<string> Findings(string trailing, string leading = "") =>
        Samples.Orders().With("charge_payment.lua", leading + Charge.Replace("$trailing", trailing, StringComparison.Ordinal)).Run().Findings;
}
