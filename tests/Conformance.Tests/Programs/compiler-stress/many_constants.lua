-- Many distinct constants of all kinds.
local t = {
  "s1", "s2", "s3", "s4", "s5", 1, 2, 3, 1.5, 2.5, 0x10, 1e3, true, false,
  alpha = "a", beta = "b", gamma = "c", delta = 4, epsilon = 5.5, zeta = "s1",
  ["key one"] = 1, ["key-two"] = 2, [100] = "hundred", [-1] = "minus", [1.25] = "float key",
}
print(#t, t.alpha, t.delta, t.zeta == t[1], t["key one"], t[100], t[-1], t[1.25], t[11], t[12])
print(1 == 1.0, "1" == 1, 0x10 == 16, 1e3 == 1000, "a" == 'a', [[a]] == "a")
print(math.type(1e3), math.type(0x10), math.type(1e3 // 1 | 0), 3 | 0, 3.0)
local s = "repeat" .. "repeat" == "repeatrepeat"
print(s, -1, - 1, -1.0, -0x10, 1 - -1)
