-- Constructors with names, lists and both; fields that are nil; names twice.
local calls = {}
local function say(x) calls[#calls + 1] = x; return x end
local function fields(t)
  local out = {}
  for k, v in pairs(t) do out[#out + 1] = tostring(k) .. "=" .. tostring(v) end
  table.sort(out)
  return table.concat(out, " ")
end

print(fields { x = say(1), y = say(2), say("list"), say("more") }, table.concat(calls, " "))
calls = {}
print(fields { say("a"), say("b"), x = say("c"), y = say("d") }, table.concat(calls, " "))
calls = {}
print(fields { say("a"), x = say("b"), say("c"), y = say("d"), [say("k")] = say("e"), say("f") }, table.concat(calls, " "))
print(fields { x = 1, x = 2 }, fields { x = 1, ["x"] = 3, y = 4 })
print(fields { a = nil, b = 2, c = nil }, fields { nil, nil, 3 }, #{ 1, nil }, #{ nil }, #{ n = nil })
local function two() return "p", "q" end
print(fields { two() }, fields { two(), two() }, fields { (two()) }, fields { x = two(), two() }, fields { two(), x = 1 })
print(fields { [2] = "kept", two() }, fields { [1] = "hidden", "shown" }, fields { ["end"] = 1, ["two words"] = 2 })
local function none() end
print(fields { none() }, fields { none(), none() }, fields { 1, none() })

-- Records of one form part ways.
local list = {}
for i = 1, 6 do list[i] = { id = i, name = "n" .. i, next = nil } end
for i = 1, 6 do
  if i % 2 == 0 then list[i].next = list[i - 1] end
  if i % 3 == 0 then list[i].name = nil; list[i].extra = true; list[i].name = "again" end
end
for i = 1, 6 do
  local keys = {}
  for k in pairs(list[i]) do keys[#keys + 1] = k end
  table.sort(keys)
  print(i, table.concat(keys, " "), list[i].name, list[i].next and list[i].next.id)
end

-- Many fields, then more than a record has.
local big = {}
for i = 1, 60 do big["f" .. i] = i end
local copy = { f1 = 1, f2 = 2, f3 = 3, f4 = 4, f5 = 5, f6 = 6, f7 = 7, f8 = 8, f9 = 9, f10 = 10, f11 = 11, f12 = 12, f13 = 13, f14 = 14,
  f15 = 15, f16 = 16, f17 = 17, f18 = 18, f19 = 19, f20 = 20, f21 = 21, f22 = 22, f23 = 23, f24 = 24, f25 = 25, f26 = 26, f27 = 27, f28 = 28,
  f29 = 29, f30 = 30, f31 = 31, f32 = 32, f33 = 33, f34 = 34 }
copy.f35 = 35
copy[1] = "one"
copy.f36 = 36
local total = 0
for k, v in pairs(copy) do if type(v) == "number" then total = total + v; assert(big[k] == v) end end
print(total, copy[1], copy.f1, copy.f34, copy.f36, copy.f37)
