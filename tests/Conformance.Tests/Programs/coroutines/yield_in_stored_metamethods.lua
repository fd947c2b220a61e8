-- Metamethods that yield, stored in ways that do not name them where they are written.
local yield = coroutine.yield

local function drive(f, ...)
  local co = coroutine.create(f)
  local values = table.pack(coroutine.resume(co, ...))
  while coroutine.status(co) ~= "dead" do
    print("yielded", values[2])
    values = table.pack(coroutine.resume(co, "resumed"))
  end
  print(table.unpack(values, 1, values.n))
end

local operators = {
  add = function(a, b) return a + b end,
  sub = function(a, b) return a - b end,
  concat = function(a, b) return a .. b end,
  len = function(a) return #a end,
  eq = function(a, b) return a == b end,
  lt = function(a, b) return a < b end,
  le = function(a, b) return a <= b end,
  index = function(a) return a.field end,
  newindex = function(a) a.field = 1 return rawget(a, "field") end,
  unm = function(a) return -a end,
}
local names = {}
for name in pairs(operators) do
  names[#names + 1] = name
end
table.sort(names)

-- Names in a list, values made in a loop.
local looped = {}
for _, name in ipairs({"__add", "__sub", "__concat", "__len", "__eq", "__lt", "__le", "__index", "__newindex", "__unm"}) do
  looped[name] = function(a, b, c)
    yield(name)
    if name == "__newindex" then
      rawset(a, b, c)
    end
    return name
  end
end

for _, name in ipairs(names) do
  drive(operators[name], setmetatable({}, looped), setmetatable({}, looped))
end

-- Names put together.
local joined = {}
for _, name in ipairs(names) do
  joined["__" .. name] = function()
    return yield("joined " .. name)
  end
end

for _, name in ipairs(names) do
  drive(operators[name], setmetatable({}, joined), setmetatable({}, joined))
end

-- rawset, and a function that defines.
local raw = {}
rawset(raw, "__mul", function() return yield("rawset mul") end)
drive(function(a) return a * 2 end, setmetatable({}, raw))

local function define(class, name, handler)
  class[name] = handler
end

local defined = {}
define(defined, "__div", function() return yield("defined div") end)
drive(function(a) return a / 2 end, setmetatable({}, defined))

-- A field of another table, and a value that a call gives.
local handlers = {modulo = function() return yield("copied mod") end}
local copied = {__mod = handlers.modulo}
drive(function(a) return a % 2 end, setmetatable({}, copied))

local function make(text)
  return function() return yield(text) end
end

local made = {__pow = make("made pow")}
drive(function(a) return a ^ 2 end, setmetatable({}, made))

-- Inherited by copying.
local base = {__idiv = function() return yield("base idiv") end}
local derived = {}
derived.__idiv = base.__idiv
drive(function(a) return a // 2 end, setmetatable({}, derived))
local all = {}
for key, value in pairs(derived) do
  all[key] = value
end
drive(function(a) return a // 2 end, setmetatable({}, all))
