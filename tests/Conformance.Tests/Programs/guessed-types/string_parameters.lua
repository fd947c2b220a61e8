-- Parameters whose methods have names of the string library: strings, other things that have such methods, and things that have none.
local function shout(s) return s:upper() .. "!" end
local function first(s, n) return s:sub(1, n) end
local function parts(s)
  local list = {}
  for part in s:gmatch("[^,]+") do list[#list + 1] = part end
  return table.concat(list, "|")
end
local function codes(s) return s:byte(1, 3) end
local function swap(s) return s:gsub("(%w+)=(%w+)", "%2=%1") end
local function count(s)
  local _, n = s:gsub("%a", "")
  return n
end
local function find(s, what, from) return string.find(s, what, from, true) end
local function shorten(s)
  while #s > 3 do s = s:sub(1, -2) end
  return s
end
local function loop(s)
  s = s:rep(2)
  for i = 1, 3 do s = (i == 2) and #s or s end
  return s
end
local function tail(s) return s:match("(%a+)(%d*)") end

print(shout("abc"), first("hello", 2), parts("a,b,,c"), codes("abcd"))
print(swap("k=v x=y"), (swap("k=v")), count("a1b2"), find("a.b.c", ".", 3))
print(shorten("abcdef"), loop("x"), tail("abc123"))

local odd = { upper = function(self) return self.name end, sub = function(_, a, b) return a, b end, name = "odd" }
odd.gmatch = function() return function(_, n) if not n then return 1 end end end
odd.byte = function() return "b", "y", "te" end
odd.gsub = function() return 1, 2, 3 end
print(shout(odd), first(odd, 7), parts(odd), codes(odd))
print(swap(odd), count(odd))
print(select("#", codes(odd)), select("#", swap("a=b")), select("#", codes("")))

local with = setmetatable({}, { __index = { upper = function() return 12 end, sub = string.sub } })
print(shout(with), pcall(first, with, 1))
print(pcall(shout, 5))
print(pcall(shout, nil))
print(pcall(shout, true))
print(pcall(parts, {}))
print(pcall(first, "abc", {}))
print(pcall(first, "abc", "2"), pcall(first, "abc", 2.0), pcall(first, "abc", 2.5))
print(pcall(find, {}, "x"))
print(pcall(find, 12345, 34))
print(pcall(find, "abc"))
print(pcall(tail, print))

-- A chunk's own methods of these names.
local Text = {}
Text.__index = Text
function Text:reverse() return self.value:reverse() end
function Text:len() return #self.value * 10 end
local function both(s) return s:reverse(), s:len() end
print(both(setmetatable({ value = "xyz" }, Text)))
print(both("abc"))

-- What is a string at first and then is not.
local function change(s)
  local r = s:lower()
  s = 5
  return r .. s
end
print(change("ABC"), change("D"))

local function recursive(s)
  if #s == 0 then return "" end
  return recursive(s:sub(2)) .. s:sub(1, 1)
end
print(recursive("stressed"), #recursive(("x"):rep(3000)))

-- Metamethods of arguments and order of evaluation.
local log = {}
local function note(v) log[#log + 1] = tostring(v) return v end
local function ordered(s) return s:rep(note(2), note("-")) end
print(ordered("ab"), table.concat(log, " "))
print(pcall(function(s) return s:rep(note("a"), error("before", 0)) end, "s"), log[#log])

-- Positions of any type.
local function code(s, i) local b = s:byte(i) return b end
local function middle(s, i, j) return (s:sub(i, j)) end
for _, i in ipairs { 1, -1, 0, 99, -99, "3", math.mininteger, math.maxinteger, -2 } do
  print(i, code("abc", i), middle("abc", i, i), middle("abc", 1, i), middle("abc", i), (("abc"):sub(i)))
end
for _, i in ipairs { 1.5, "x", {}, true } do
  print(select(2, pcall(code, "abc", i)))
  print(select(2, pcall(middle, "abc", i, 2)))
  print(select(2, pcall(middle, "abc", 2, i)))
  print(select(2, pcall(function(s) return (s:sub(i)) end, "abc")))
end
print(pcall(code, "abc"), pcall(middle, "abc"))

-- What is asked for its type may be anything.
local function describe(v)
  if type(v) == "string" then return v:upper() end
  return type(v) == "table" and v:upper() or tostring(v)
end
print(describe("a"), describe(odd), describe(7), describe(nil))
