-- Operands after the deciding one are not evaluated.
local log = {}
local function t(n) log[#log + 1] = "t" .. n return true end
local function f(n) log[#log + 1] = "f" .. n return false end
local function run(label, v)
  print(label, v, table.concat(log, " "))
  log = {}
end
run("and", f(1) and t(2))
run("or", t(1) or f(2))
run("mix", t(1) and f(2) or t(3))
run("mix2", f(1) or f(2) or t(3) or t(4))
run("mix3", (f(1) or t(2)) and (f(3) or f(4)))
run("not", not (f(1) and t(2)) and t(3))
