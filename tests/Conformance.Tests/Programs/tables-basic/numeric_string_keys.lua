-- "1" and 1 are different keys; float and integer keys are the same.
local t = {}
t[1], t["1"], t[1.5], t["1.5"] = "int", "str", "float", "fstr"
print(t[1], t["1"], t[1.0], t[1.5], t["1.5"], t[3 / 2])
local n = 0
for _ in pairs(t) do n = n + 1 end
print(n)
t[1.0] = "replaced"
print(t[1], #t)
local big = {}
big[2^53] = "a" big[1 << 53] = "b"
print(big[2^53], big[9007199254740992])
big[-0.0] = "zero"
print(big[0], big[0.0], next({ [-0.0] = 1 }))
big[math.huge] = "inf"
print(big[1/0], big[-1/0])
