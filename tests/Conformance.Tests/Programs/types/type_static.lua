-- typeof, types of built-in modules, functions as a type (spec/lua.md sections 9 and 10).
type Point = { x: number, y?: string }
local p: Point = { x = 1 }
local list: {integer} = { 1 }
local text = "abc"
type Same = typeof(p)
type Text = typeof(text)
type List = typeof(list)
print(Same == Point, Text == String, List, List:elem() == integer)
print(typeof(p) == Point, typeof(text), typeof(list):kind(), typeof(1 + 1), typeof(1 / 2), typeof(nil))
print(typeof(p)({ x = 2 }).x, pcall(typeof(list), { "x" }))
print(typeof(p.y):kind(), typeof(p.y):inner(), typeof(#text == 3), typeof(print) <= typeof(type))
local function half(n: number): number return n / 2 end
print(typeof(half):kind(), typeof(half):ret())
local typeofs = { typeof(p), typeof(text) }
print(#typeofs, typeofs[1] == Point)
do
  local function typeof(v) return "own " .. v end
  print(typeof("x"))
end
type Callback = function
print(Callback(print) == print, pcall(Callback, 1))
local chan = channel.new(1)
type Chan = Channel<string>
type Case = channel.SelectCase
print(Chan:is(chan) == chan, Chan:is({}) == nil, Chan:is(errors.new("x")) == nil, Chan(chan) == chan)
print(Case:is(chan:case_receive()) ~= nil, Case:is(chan) == nil, Case:kind(), Case)
print(pcall(Chan, 1))
local Err = typeof(errors.new("x"))
print(Err(errors.new("y")), pcall(Err, "z"))
print(error ~= nil, userdata:is(chan) == chan, thread:is(coroutine.create(print)) ~= nil)
