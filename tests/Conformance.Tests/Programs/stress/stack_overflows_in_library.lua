-- Unbounded recursion through functions of the library raises an error that pcall catches, and the program goes on.
local function overflows(f, ...)
  local ok, e = pcall(f, ...)
  return not ok and tostring(e):find("overflow", 1, true) ~= nil
end
local function replace(s) return (s:gsub(".", replace)) end
print("gsub", overflows(replace, "x"))
local function sorted() table.sort({ 1, 2, 3 }, function(a, b) sorted() return a < b end) end
print("sort", overflows(sorted))
local function protected() local ok, e = pcall(protected) if not ok then error(e, 0) end return 1 end
print("pcall", overflows(protected))
local function nested() return 1 + coroutine.wrap(nested)() end
print("coroutines", overflows(nested))
print("alive", pcall(function() return 1 + 1 end))
