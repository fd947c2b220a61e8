-- Rows of spec/lua.md sections 9 and 10, each with what it must give; a row that gives something else is printed.
local rows = 0
local function row(name, given, expected)
  rows = rows + 1
  if given ~= expected then print("wrong", name, given, expected) end
end
local function message(f, ...)
  local ok, e = pcall(f, ...)
  return not ok and (tostring(e):gsub("^test:type_rows:%d+: ", "")) or "no error"
end

-- 9: every primary, postfix and combination, erased.
type P1 = nil
type P2 = true | false
type P3 = -1 | 2.5 | "text"
type P4 = { x: integer; y: string, }
type P5 = {}
type P6 = interface { f: integer, g: string }
type P7 = readonly {integer}
type P8 = fun(a: integer, b?: string, ...any): string, integer
type P9 = fun()
type P10 = <T>(T, T?) -> (T, error?)
type P11 = () -> ()
type P12 = (integer[])?
type P13 = P4["x"]
type P14 = keyof(P4)
type P15 = | "a" | "b"
type P16 = P4 & { z: any }
type P17 = integer extends number ? "yes" : "no"
type P18 = { end?: integer, type: string, function: boolean }
type P19 = (string) @min_len(1) @pattern("a") @whatever
type P20<K, V: string> = { [K]: V }
type P21 = Box<Box<string>>
type Box<T> = { value: T }
row("nil", P1:kind(), "nil")
row("booleans", P2(false), false)
row("literals", P3(-1), -1)
row("literal float", P3(2.5), 2.5)
row("record with semicolon", P4({ x = 1, y = "a" }).x, 1)
row("empty record", type(P5({})), "table")
row("interface kind", P6:kind(), "interface")
row("readonly kind", P7:kind(), "array")
row("fun kind", P8:kind(), "function")
row("fun result", P8:ret():kind(), "tuple")
row("fun without anything", P9:kind(), "function")
row("array by postfix", P12:kind(), "optional")
row("array by postfix, inner", P12:inner():kind(), "array")
row("indexed type", P13, integer)
row("keyof", P14:kind(), "union")
row("leading bar", P15("b"), "b")
row("intersection kind", P16:kind(), "intersection")
row("conditional", P17("yes"), "yes")
row("keywords as fields", P18({ type = "a", ["function"] = true }).type, "a")
row("unknown validator", P19("a"), "a")
row("generic alias", P20:kind(), "generic")
row("two closing brackets", P21({ value = { value = "x" } }).value.value, "x")
do
  local function id<T>(x: T, ...: T): (T, integer?) return x, select("#", ...) end
  local a: integer, b = id(1, 2, 3)
  row("generic function", a + b, 3)
  row("comparison, no type arguments", tostring(({ id = 1 }).id < 2), "true")
  local v = (a :: any) :: integer
  row("casts in parentheses", v, 1)
  row("cast before power", 2 ^ a :: number, 2.0)
  row("non nil", (a!) + 1, 2)
  for i: integer = 1, 1 do row("loop variable", i, 1) end
  for k: string, w: integer in pairs({ a = 1 }) do row("loop variables", k .. w, "a1") end
  local function none(): () end
  row("no results", select("#", none()), 0)
  local function two(): string, error return "a" end
  row("two results", (two()), "a")
  local type = type
  row("type as a function", type(1), "number")
  row("type as a field", ({ type = 1 }).type, 1)
end

-- 10: T(v) takes exactly one argument.
row("call without argument", message(integer) ~= "no error", true)
row("call with two", message(integer, 1, 2) ~= "no error", true)
row("T(v) message", message(integer, "x"), "expected integer, got string")
row("T.is", select(2, integer.is("x")):kind(), "Invalid")
row("is gives two", select("#", integer:is(1)), 2)
row("is gives nil second", (select(2, integer:is(1))), nil)
row("cast unchanged", math.type(integer(2.0)), "float")

-- 10: T:kind().
for name, t in pairs({
  ["nil"] = P1, boolean = boolean, number = number, integer = integer, string = String, any = any, unknown = unknown, never = never,
}) do row("kind " .. name, t:kind(), name) end
row("kind optional", P12:kind(), "optional")
row("kind union", P15:kind(), "union")
row("kind record", P4:kind(), "record")
type Map = { [string]: integer }
type Lit = "a"
row("kind map", Map:kind(), "map")
row("kind literal", Lit:kind(), "literal")
row("kind instantiated", Box(integer):kind(), "instantiated")
row("kind generic", Box:kind(), "generic")
row("kind String", String:kind(), "string")
row("names", P4:name() .. number:name(), "P4number")

-- 10: validation rules.
row("number", number(1.5), 1.5)
row("integer of a fraction", message(integer, 1.5), "expected integer, got number")
row("literal equal", Lit("a"), "a")
type One = 1
row("1 equals 1.0", One(1.0), 1.0)
row("optional of nil", P12(nil), nil)
row("union of none", message(P15, "c") ~= "no error", true)
row("array of holes", #P7({ 1, 2 }), 2)
row("array element", message(P7, { 1, "x" }), "[2]: expected integer, got string")
row("map key", message(Map, { 1 }) ~= "no error", true)
row("map value", message(Map, { a = "x" }), "a: expected integer, got string")
row("record missing", message(P4, { x = 1 }), "y: required field missing")
row("record extra", P4({ x = 1, y = "a", z = 1 }).z, 1)
row("first failure in order", message(P4, { x = "a", y = 1 }), "x: expected integer, got string")
row("function type", P9(print), print)
row("interface members not checked", type(P6({})), "table")
row("any", any(nil), nil)
row("never", message(never, 1), "expected never, got number")
type Age = integer @min(0) @max(10)
type Name = string @min_len(2) @max_len(3)
type List = {integer} @min_len(1)
row("min", message(Age, -1), "value below minimum")
row("max", message(Age, 11), "value above maximum")
row("min_len", message(Name, "a"), "length below minimum")
row("max_len", message(Name, "abcd"), "length above maximum")
row("bytes", message(Name, "\u{e4}\u{e4}"), "length above maximum")
row("array length", message(List, {}), "length below minimum")
row("pattern", message(P19, "b"), "pattern mismatch")

-- 10: names in scope, aliases, keys.
row("parameter shadows", (function(integer) return integer end)(5), 5)
row("Number", Number, number)
row("Boolean", Boolean, boolean)
row("keys", ({ [integer] = 1, [P4] = 2 })[P4], 2)
row("subtype", integer <= number, true)
row("strict", integer < integer, false)
row("type of a type", type(P4), "type")
row("string as a library", string.rep("a", 2), "aa")
row("error as a function", type(error), "function")
print(rows .. " rows")
