-- A JSON encoder with sorted keys.
local escapes = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\t"] = "\\t", ["\r"] = "\\r" }
local encode
local function str(s)
  return '"' .. s:gsub('[%c"\\]', function(c) return escapes[c] or ("\\u%04x"):format(c:byte()) end) .. '"'
end
function encode(v, stack)
  local t = type(v)
  if t == "nil" then return "null"
  elseif t == "boolean" or t == "number" then return tostring(v)
  elseif t == "string" then return str(v)
  elseif t ~= "table" then error("cannot encode " .. t, 0) end
  stack = stack or {}
  if stack[v] then error("circular reference", 0) end
  stack[v] = true
  local out = {}
  if #v > 0 or next(v) == nil then
    for i, e in ipairs(v) do out[i] = encode(e, stack) end
    stack[v] = nil
    return "[" .. table.concat(out, ",") .. "]"
  end
  local keys = {}
  for k in pairs(v) do keys[#keys + 1] = k end
  table.sort(keys)
  for i, k in ipairs(keys) do out[i] = str(k) .. ":" .. encode(v[k], stack) end
  stack[v] = nil
  return "{" .. table.concat(out, ",") .. "}"
end
print(encode { 1, "two", true, { x = 1.5, a = {} }, "q\"\\\n\1" })
print(encode { name = "Ann", tags = { "x", "y" }, nested = { deep = { deeper = false } } })
print(pcall(encode, { f = print }))
local loop = {} loop.me = loop
print(pcall(encode, loop))
