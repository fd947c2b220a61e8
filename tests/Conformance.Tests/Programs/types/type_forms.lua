-- Generics, computed types, casts, recursion, scopes (spec/lua.md sections 9 and 10).
type Box<T> = { value: T, rest?: Box<T> }
type Pair<A, B> = { a: A, b: B }
type Ints = Box<integer>
print(Box:kind(), Box, Ints:kind(), Ints)
for t in Box:tparams() do print("parameter", t, t:kind()) end
local Strings = Box(String)
print(Strings, Strings:kind(), Strings == Box(string), Strings == Ints, Box(integer) == Ints)
for t in Strings:tparams() do print("argument", t) end
print(pcall(Ints, { value = 1, rest = { value = "x" } }))
print(select(2, Pair(integer, String):is({ a = 1, b = 2 })))
print(pcall(Box, { value = 1 }))
print(pcall(Pair, integer))
print(pcall(Pair, integer, integer, integer))

type Point = { x: number, y: number }
type Key = keyof(Point)
type X = Point["x"]
type Pick = Point extends { x: number } ? "yes" : "no"
print(Key("x"), pcall(Key, "z"))
print(X(1), X:kind(), Pick("yes"), pcall(Pick, "no"))

print(integer(1), integer(2.0), pcall(integer, 1.5))
print(number(1.5), pcall(number, "1"))
print(boolean(false), pcall(boolean, nil))
print(string("s"), pcall(string, 1))
print(type(table({})), pcall(table, 1))
print(type(string), type(table), type(error), string.format("%d", 1))

type Tree = { left?: Tree, right?: Tree }
local deep = {}
for _ = 1, 60 do deep = { left = deep } end
print(Tree:is(deep) == deep)
for _ = 1, 10 do deep = { left = deep } end
print((select(2, Tree:is(deep)):message():match("recursion limit exceeded")))
local loop = {}
loop.left = loop
print(pcall(Tree, loop) == false)

type Even = { odd?: Odd }
type Odd = { even?: Even }
print(select(2, Even:is({ odd = { even = { odd = 1 } } })))

local function shadow(Point) return Point end
print(shadow(5), Point:kind())
do
  type Inner = "inner"
  print(Inner("inner"))
end
print(Inner)
local Odd = 7
print(Odd)
print((number or 0) == number, not number, number and "yes")
local check = (function(t, v) return t:is(v) ~= nil end)
print(check(Key, "y"), check(Key, "w"))
local method = { is = Point.is }
print(method.is({ x = 1, y = 2 }).x, select(2, method.is(3)))
type Words = {string} @min_len(1) @max_len(2)
print(#Words({ "a" }), pcall(Words, {}))
print(pcall(Words, { "a", "b", "c" }))
type Age = integer @min(0) @max(150) @unknown("x")
print(Age(3), pcall(Age, 151))
print(pcall(Age, "x"))
