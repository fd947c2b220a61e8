-- Errors of string.format.
local function try(...) 
  local a = table.pack(...)
  print(select(2, pcall(function() local s = string.format(table.unpack(a, 1, a.n)) return s end)))
end
try("%d", "x") try("%d", 1.5) try("%d") try("%d", {}) try("%d", "1.5")
try("%s") try("%y", 1) try("%", 1) try("%c", "a")
try("%x", -1.5) try("%f", "abc") try("%f", nil)
try("%q") try("%q", {}) try("%q", print)
try("%0100d", 1) try("%1.100f", 1) try("%-+ #0-d", 1)
try("%d %d", 1)
try("%i", 2^63)
