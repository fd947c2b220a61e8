-- nil plus error message as the second result.
local function parse(s)
  local n = tonumber(s)
  if not n then return nil, "not a number: " .. tostring(s) end
  return n
end
for _, s in ipairs { "12", "x", "0x10" } do
  local v, err = parse(s)
  if err then print("error", err) else print("value", v) end
end
local function double(s)
  local n, err = parse(s)
  if not n then return nil, "double: " .. err end
  return n * 2
end
print(double("4"))
print(double("y"))
print(pcall(assert, parse("z")))
print(assert(parse("5")))
print(select("#", parse("5")), select("#", parse("q")))
