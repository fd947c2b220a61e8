-- Sub-expressions of assignments and constructors run left to right.
local log = {}
local function v(x) log[#log + 1] = tostring(x) return x end
local function flush(l) print(l, table.concat(log, " ")) log = {} end
local t = { {}, {} }
t[v(1)][v("a")], t[v(2)][v("b")] = v("x"), v("y")
flush("assign")
local u = { v(1), k = v(2), [v(3)] = v(4), v(5) }
flush("constructor")
local function f(...) return ... end
f(v("p"), v("q"), f(v("r")))
flush("call")
local _ = v(1) + v(2) * v(3) - v(4)
flush("arith")
local _ = v(1) < v(2)
local _ = v(4) > v(3)
flush("compare")
local _ = v("k1") .. v("k2") == v("k3")
flush("mixed")
