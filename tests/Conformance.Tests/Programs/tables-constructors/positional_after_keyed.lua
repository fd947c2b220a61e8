-- Positional fields are stored after the keyed fields between them, fifty at a time, and win over equal keys.
local function show(t) for i = 1, 3 do print(i, t[i]) end end
show({1, 2, [1] = "one", [2] = "two", [3] = "three"})
show({[1] = "one", 1})
show({"a", [1.0] = "b", [2] = "c", "d"})
local key = 2
show({1, 2, [key] = "key", [key + 1] = "other"})
show({nil, 2, [1] = "kept?"})
local function f() return 7, 8, 9 end
show({f(), f(), [2] = "x"})
show({[3] = "x", f()})
local many = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
  26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, [1] = "late", 51, [51] = "early", [50] = "late"}
print(many[1], many[50], many[51], many[52])
