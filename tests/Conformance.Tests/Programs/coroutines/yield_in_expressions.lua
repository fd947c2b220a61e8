-- yield in the middle of expressions, arguments and constructors.
local co = coroutine.wrap(function()
  local y = coroutine.yield
  local a = y("a") + y("b") * y("c")
  local t = { y("t1"), k = y("k"), y("t2") }
  local s = "<" .. y("s") .. ">"
  local f = string.format("%s-%s", y("f1"), y("f2"))
  if y("cond") and y("cond2") then a = a + 1 end
  for i = y("from"), y("to") do y("loop" .. i) end
  return a, #t, t.k, s, f
end)
print(co())
for _, v in ipairs { 1, 2, 3, "x", "key", "z", "str", "one", "two", true, true, 1, 2, 0 } do print(co(v)) end
print(co())
