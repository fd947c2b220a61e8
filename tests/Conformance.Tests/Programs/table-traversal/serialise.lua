-- A serialiser with sorted keys and nested tables.
local function ser(v, indent)
  if type(v) == "string" then return ("%q"):format(v) end
  if type(v) ~= "table" then return tostring(v) end
  indent = indent or ""
  local keys, out = {}, {}
  for k in pairs(v) do keys[#keys + 1] = k end
  table.sort(keys, function(a, b)
    if type(a) ~= type(b) then return type(a) < type(b) end
    return a < b
  end)
  if #keys == 0 then return "{}" end
  for _, k in ipairs(keys) do
    local key = type(k) == "string" and k:match("^[%a_][%w_]*$") or "[" .. ser(k) .. "]"
    out[#out + 1] = indent .. "  " .. key .. " = " .. ser(v[k], indent .. "  ")
  end
  return "{\n" .. table.concat(out, ",\n") .. "\n" .. indent .. "}"
end
print(ser { 1, 2.5, "three", { nested = { deep = true } }, name = "x", ["odd key"] = {}, [-1] = "neg" })
print(ser({}), ser("a\"b"), ser(nil), ser(false))
