-- Wrong arguments of functions of the library, under pcall by name and inside of a function that is protected.
local bad = { {}, false, "x", 1.5 }
local functions = {
  { "rep", string.rep }, { "sub", string.sub }, { "len", string.len }, { "upper", string.upper }, { "lower", string.lower }, { "reverse", string.reverse },
  { "find", string.find }, { "match", string.match }, { "format", string.format }, { "gsub", string.gsub }, { "gmatch", string.gmatch },
  { "concat", table.concat }, { "insert", table.insert }, { "remove", table.remove }, { "sort", table.sort },
  { "floor", math.floor }, { "ceil", math.ceil }, { "abs", math.abs }, { "sqrt", math.sqrt }, { "log", math.log }, { "fmod", math.fmod }, { "sin", math.sin },
  { "rawget", rawget }, { "rawset", rawset }, { "rawequal", rawequal }, { "type", type }, { "tostring", tostring }, { "getmetatable", getmetatable },
}
local function show(name, ok, e)
  if ok then print(name, ok) else print(name, ok, e) end
end
for _, f in ipairs(functions) do
  local name, call = f[1], f[2]
  show(name, pcall(call))
  show(name, pcall(call, nil))
  for i = 1, #bad do
    show(name .. " " .. i, pcall(call, bad[i]))
    show(name .. " " .. i .. " nil", pcall(call, bad[i], nil))
    for j = 1, #bad do
      local x = bad[i]
      show(name .. " " .. i .. " " .. j, pcall(call, type(x) == "table" and {} or x, bad[j]))
    end
  end
end

local function join(t) return table.concat(t, ",") end
local function pad(s, n) return string.rep(" ", n) .. s end
local function up(x) local s = string.upper(x) return s .. "!" end
local function method(s, x) local t = s:rep(x) return t .. "!" end
local function literal(x) local t = ("x"):rep(x, {}) return t .. "!" end
local function floor(x) local n = math.floor(x) return n + 1 end
print(pcall(join))
print(pcall(join, { 1, {}, 3 }))
print(pcall(pad, "x"))
print(pcall(pad, "x", 1.5))
print(pcall(pad, "x", "3"))
print(pcall(up))
print(pcall(up, {}))
print(pcall(method, "s"))
print(pcall(method, "s", "t"))
print(pcall(literal, "2"))
print(pcall(floor))
print(pcall(floor, "x"))
print(pcall(nil))
print(pcall(1, 2))
print(pcall("text"))
print(pcall({}))
print(pcall(setmetatable({}, { __call = function(_, x) return "called", x end }), 1))
print(pcall(pcall))
print(select("#", pcall(pcall, nil)), pcall(pcall, nil))
