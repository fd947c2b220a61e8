-- Yields inside every statement kind of one body.
local y = coroutine.yield
local co = coroutine.wrap(function(...)
  local log = { ... }
  local function add(x) log[#log + 1] = tostring(x) end
  for i = 1, y("for limit") do add(i .. y("for body")) end
  while y("while?") do add("w") end
  repeat add("r") until y("until?")
  if y("if?") then add("then") elseif y("elseif?") then add("elseif") else add("else") end
  local t = { y("item"), key = y("field"), [y("computed")] = "v" }
  add(t[1]) add(t.key) add(t.k)
  t.x, t[y("target")] = y("value1"), y("value2")
  add(t.x) add(t.tgt)
  add((y("paren")))
  add(y("and1") and y("and2"))
  add(y("or1") or y("or2"))
  do
    if y("jump?") then goto done end
    add("not skipped")
    ::done::
  end
  return table.concat(log, " "), y("last")
end)
local answers = {
  ["for limit"] = 2, ["for body"] = "b", ["item"] = "it", ["field"] = "fl", ["computed"] = "k", ["target"] = "tgt",
  ["value1"] = "v1", ["value2"] = "v2", ["paren"] = "p", ["and1"] = true, ["and2"] = "second", ["or1"] = false, ["or2"] = "other",
  ["if?"] = false, ["elseif?"] = true, ["jump?"] = true, ["last"] = "bye",
}
local whiles, untils = 3, 2
local q, r = co("arg1", "arg2")
while answers[q] ~= nil or q == "while?" or q == "until?" do
  print(q)
  local a = answers[q]
  if q == "while?" then whiles = whiles - 1 a = whiles > 0 end
  if q == "until?" then untils = untils - 1 a = untils == 0 end
  q, r = co(a)
end
print(q, r)
