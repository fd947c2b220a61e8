-- __concat with tables on either side and mixed operands.
local mt = {}
mt.__concat = function(a, b)
  local function s(x) return type(x) == "table" and "[" .. x[1] .. "]" or tostring(x) end
  return s(a) .. s(b)
end
local t = setmetatable({ "T" }, mt)
print(t .. "x", "x" .. t, t .. 1, 2 .. t, t .. t)
print("a" .. t .. "b", t .. "x" .. "y")
print(t .. true, false .. t)
