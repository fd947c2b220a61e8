namespace Conformance.Tests.RandomPrograms;

/// <summary>Classes with inheritance, method calls, fields that change their types.</summary>
internal static class Classes
{
    public static void Write(LuaWriter w)
    {
        var dice = w.Dice;
        w.Line("local Base = {} Base.__index = Base");
        w.Line($"function Base.new(x, y) local self = setmetatable({{x = x, y = y{dice.Pick("", ", n = 0", ", list = {}")}}}, Base) return self end");
        w.Line($"local checks = 0 function Base:check(v) checks = checks + 1 if checks % {dice.Between(2, 9)} == 0 then error({dice.Pick("'check ' .. checks", "{checks}", "'check', 0", "v")}) end return v end");
        w.Line($"function Base:sum() {dice.Pick("", "self:check(1)", "local a = self.x .. self:check(self.y)")} return self.x {dice.Pick("+", "*", "..", "-")} self.y end");
        w.Line($"function Base:scale(k) self.x = self.x * k self.y = self.y {dice.Pick("*", "/", "//")} k return self end");
        w.Line($"function Base:describe() return self:kind() .. '(' .. tostring({dice.Pick("self.x", "self:check(self.x)")}) .. ')' end");
        w.Line("function Base:kind() return 'base' end");
        w.Line($"function Base:count(...) self.n = (self.n or 0) + select('#', ...) return self.n end");
        w.Line("local Derived = setmetatable({}, {__index = Base}) Derived.__index = Derived");
        w.Line("function Derived.new(x, y, z) local self = Base.new(x, y) self.z = z return setmetatable(self, Derived) end");
        w.Line("function Derived:kind() return 'derived' end");
        if (dice.Chance(50))
        {
            w.Line($"function Derived:sum() return Base.sum(self) {dice.Pick("+", "..", "*")} self.z end");
        }

        if (dice.Chance(50))
        {
            w.Line("Derived.__eq = function(a, b) return a.x == b.x end");
            w.Line("Derived.__lt = function(a, b) return a.x < b.x end");
        }

        w.Line($"local objects = {{Base.new({Operands.Number(dice)}, {Operands.Number(dice)}), Derived.new({Operands.Number(dice)}, {dice.Between(1, 9)}, {Operands.Value(dice)}), Derived.new(1, 2, 3)}}");
        for (var i = 0; i < 9; i++)
        {
            var target = $"objects[{dice.Pick("1", "2", "3", "3", "4")}]";
            var call = dice.Next(9) switch
            {
                0 => $"{target}:sum()",
                1 => $"{target}:scale({Operands.Number(dice)}):sum()",
                2 => $"{target}:describe()",
                3 => $"{target}:count({dice.Pick("", "1", "1, nil", "{}")})",
                4 => $"{target}:missing()",
                5 => $"{target}.field.deeper",
                6 => $"objects[2] {dice.Pick("==", "<", "<=", "~=")} objects[3]",
                7 => $"{target}.x:upper()",
                _ => $"{target}.sum({dice.Pick("objects[1]", "5", "{x = 1, y = 2}", "nil")})",
            };
            w.Line(dice.Chance(70) ? $"show({i}, pcall(function() return {call} end))" : $"show({i}, pcall(function() local r = {call} return r end))");
        }

        w.Line($"objects[1].x = {Operands.Value(dice)}");
        w.Line("show(pcall(objects[1].sum, objects[1]))");
        w.Line("show(pcall(objects[1].describe, objects[2]))");
        w.Line("show(objects[1].n, objects[2].n, objects[3].x, objects[3].y, objects[3].z)");
    }
}
