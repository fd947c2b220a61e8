-- Globals read and assigned through the table of globals, with names that stand in the text and with others.
local function show(...) print(...) end

-- reads with constant names
show(_G.type(1), _G["type"]("x"), rawget(_G, "type")(nil))
show(_G.undefined, _G["not there"], rawget(_G, "neither"))
show(_G.math.floor(3.7), rawget(_G, "math").max(2, 9), _G["string"].rep("ab", 3))
show(pcall(function() return _G.nothing() end))
show(pcall(function() return _G.nothing.field end))
show(pcall(function() return rawget(_G, "nothing").field end))

-- assigned by name, read through the table, and the other way round
counter = 1
_G.counter = _G.counter + 1
show(counter, _G["counter"], rawget(_G, "counter"))
_G["other name"] = "o"
show(_G["other name"], rawget(_G, "other name"))
rawset(_G, "raw", 10)
raw = raw + 1
show(raw, _G.raw)
function _G.added(x) return x + 1 end
show(added(1), _G.added(2))
function defined(x) return x * 2 end
show(defined(4), _G.defined(5), rawget(_G, "defined")(6))

-- a function that is replaced through the table
function replaced() return "first" end
show(replaced())
_G.replaced = function() return "second" end
show(replaced(), _G.replaced())
rawset(_G, "replaced", function() return "third" end)
show(replaced())

-- functions of the host that are replaced
local print_before = tostring
_G.tostring = function(x) return "<" .. print_before(x) .. ">" end
local with = tostring(5)
_G.tostring = print_before
show(with, tostring(5))
rawset(_G, "type", function() return "any" end)
show(type(1), type({}))

-- computed names
local names = { "counter", "raw", "nothing here" }
for _, name in ipairs(names) do
  show(name, _G[name])
end

-- a local of that name is no table of globals
do
  local _G = { counter = "local" }
  show(_G.counter, counter)
  _G.counter = "changed"
  show(_G.counter, counter)
end
