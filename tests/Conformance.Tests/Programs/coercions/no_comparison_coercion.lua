-- Comparison never converts between strings and numbers.
print(1 == "1", "1" ~= 1, 0 == "0.0")
local ok, e = pcall(function() return 1 < "2" end)
print(ok, e)
ok, e = pcall(function() return "1" <= 2 end)
print(ok, e)
print("10" < "9", 10 < 9, "a" < "b")
local t = { ["1"] = "string", [1] = "number" }
print(t["1"], t[1], t[1.0])
