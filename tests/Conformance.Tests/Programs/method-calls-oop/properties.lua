-- Getters and setters through __index and __newindex.
local function with_properties(getters, setters)
  return {
    __index = function(t, k) local g = getters[k] if g then return g(t) end end,
    __newindex = function(t, k, v)
      local s = setters[k]
      if s then s(t, v) elseif getters[k] then error("property '" .. k .. "' is read-only", 2) else rawset(t, k, v) end
    end,
  }
end
local mt = with_properties(
  { celsius = function(t) return t.kelvin - 273 end, kind = function() return "temp" end },
  { celsius = function(t, v) t.kelvin = v + 273 end })
local t = setmetatable({ kelvin = 300 }, mt)
print(t.celsius, t.kind)
t.celsius = 0
print(t.kelvin, rawget(t, "celsius"))
print(pcall(function() t.kind = "x" end))
t.other = 5
print(t.other, rawget(t, "other"))
