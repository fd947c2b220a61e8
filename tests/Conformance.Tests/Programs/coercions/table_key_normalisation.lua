-- Float keys with integral values are the integer keys.
local t = {}
t[1] = "int" t[2.0] = "from float" t[2^53] = "big"
print(t[1.0], t[2], t[2^53 | 0])
for _, one in ipairs { { [1.0] = "a" }, { [-2.0] = "b" } } do
  for k, v in pairs(one) do print(k, math.type(k), v) end
end
t[1.5] = "half"
print(t[1.5], t[3/2], t[1])
t["1"] = "string key"
print(t[1], t["1"])
print(next({ [3.0] = true }))
