local class, namespace, new, object, string_, params, await, async, var, void, int, base, this = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
print(class + namespace + new + object + string_ + params + await + async + var + void + int + base + this)
local lua, At, k_print, s1, t1, Add, Index, LuaValue, args, varargs = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
print(lua + At + k_print + s1 + t1 + Add + Index + LuaValue + args + varargs)
local function LuaTable(switch) local case = switch return case end
print(LuaTable(5))
local _ = 1 local __ = 2 local _x, x_, x_1 = 3, 4, 5 local x = 6 do local x = 7 do local x = 8 print(x) end print(x) end
print(_, __, _x, x_, x_1, x)
local function ToString() return "ts" end
local function GetHashCode(Equals) return Equals end
print(ToString(), GetHashCode(3))
::class:: ::continue::
local t = { class = 1, new = function(self) return self.class end, ["if"] = 2 }
print(t:new(), t["if"], t.class)
for for_ = 1, 1 do local i, i = 1, 2 print(i) end
local function f(a, a) return a end print(f(1, 2))
function t.a_b() return 1 end function t:a_b_() return 2 end local t_a_b = 3
print(t.a_b(), t:a_b_(), t_a_b)
local RunChunk, Chunk = 1, 2 print(RunChunk + Chunk)
local string = string print(string.rep("x", 2))
local print = print print("local print")
local value, field, record, yield, global, dynamic, nameof = 1, 2, 3, 4, 5, 6, 7
print(value + field + record + yield + global + dynamic + nameof)
