-- Functions and variables named like what the generated C# calls.
local function Fill(t, n) for i = 1, n do t[i] = 0 end return t end
local function StringByte(s) return s:byte(1) end
local function MathMax(a, b) return math.max(a, b) end
local function TypeOf(x) return type(x) end
local function TableInsert(t, v) table.insert(t, v) return #t end
local function TryByte(s, i) if s:byte(i) == 97 then return 1 end return 2 end
local function StringSub(s) return s:sub(2, 3) end
print(#Fill({}, 3), StringByte("abc"), MathMax(1, 2), TypeOf(1), TableInsert({}, 1), TryByte("abc", 1), StringSub("hello"))
print(type(nil), math.max(3, 4.5), ("xyz"):byte(2))

local function a1(x, y) return x - y end
local function callee(x) return x * 2 end
local function at(x) return x + 1 end
local t = { f = a1, callee = callee, at = at }
function t.caller(x) return callee(x) + at(x) end
print(t.f(5, 3), t.callee(4), t.at(4), t.caller(10), pcall(a1, {}, 1))

local LuaValue, LuaChunk, LuaState, LuaTable = 1, 2, 3, {}
local function LuaShape() return LuaValue + LuaChunk + LuaState + #LuaTable end
function LuaTable.LuaString(self, LuaForLoop)
  for LuaIterator = 1, LuaForLoop do self[LuaIterator] = "v" .. LuaIterator end
  return select("#", table.unpack(self))
end
print(LuaShape(), LuaTable:LuaString(3), LuaShape())

do
  local Index, SetIndex, Concat, TryIndex = { 1 }, {}, "x", 2
  local function Add() SetIndex[Index[1]] = Concat .. TryIndex return SetIndex[1] + 0 end
  print(pcall(Add))
end

-- Labels are names of their own.
local co = coroutine.wrap(function(await)
  ::await::
  await = await + coroutine.yield(await)
  if await < 10 then goto await end
  goto lua
  ::async:: do return "end" end
  ::lua:: ::value:: ::var:: ::Index:: ::t1::
  goto async
end)
print(co(1), co(3), co(8))
