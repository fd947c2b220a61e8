-- Library functions that want integers accept integral floats and numerals only.
local function try(f, ...)
  local r = table.pack(pcall(f, ...))
  print(table.unpack(r, 1, r.n))
end
try(function() return (string.rep("ab", 2.0)) end)
try(function() local r = string.rep("ab", 2.5) return r end)
try(function() local r = string.char(65.0, "66") return r end)
try(function() local r = string.char("x") return r end)
try(function() local r = ("abc"):byte("2") return r end)
try(function() local r = select("2", "a", "b") return r end)
try(function() local r = select(1.5, "a") return r end)
try(function() local r = table.concat({ 1, 2, 3 }, "-", "2") return r end)
try(function() local r = math.abs("-3") return r end)
