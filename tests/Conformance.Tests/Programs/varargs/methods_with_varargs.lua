-- Varargs in methods and metamethods.
local Log = { lines = {} }
function Log:write(fmt, ...)
  self.lines[#self.lines + 1] = select("#", ...) > 0 and fmt:format(...) or fmt
  return self
end
Log:write("plain"):write("%d+%d", 1, 2):write("%s", "x")
print(table.concat(Log.lines, ";"))
local callable = setmetatable({}, { __call = function(self, ...) return select("#", ...), ... end })
print(callable())
print(callable(1, nil))
local idx = setmetatable({}, { __index = function(t, k, ...) return k .. select("#", ...) end })
print(idx.a)
