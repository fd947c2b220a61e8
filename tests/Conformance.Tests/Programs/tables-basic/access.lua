-- Field and element access.
local t = { 10, 20, x = 1, ["with space"] = 2, [3.5] = "float", [true] = "bool" }
print(t[1], t[2], t.x, t["x"], t["with space"], t[3.5], t[true], t[false])
print(t[3], t.y, t[0], t[-1])
local k = "x"
print(t[k], t.k)
t[k] = t[k] + 1
print(t.x)
t.x = nil
print(t.x)
t[{}] = "lost"
print(t[{}])
local fk = print
t[fk] = "function key"
print(t[print])
