-- A nested function has its own varargs.
local function outer(...)
  local args = { ... }
  local function inner(...) return select("#", ...), #args end
  print(inner()) print(inner(...)) print(inner(1, ...))
  return function(...) return #args, ... end
end
print(outer("a", "b")("c"))
local function loop(...)
  for i, v in ipairs { ... } do if v == "stop" then return i, ... end end
  return "none"
end
print(loop(1, "stop", 3))
print(loop())
