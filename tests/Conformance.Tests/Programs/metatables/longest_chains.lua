-- The longest chains of tables that are followed; one table more raises.
local function chain(count, event)
  local t = { x = "end" }
  for _ = 1, count do t = setmetatable({}, { [event] = t }) end
  return t
end
local function read(t) return t.x end
local function read_by(t, key) return t[key] end
local function write(t) t.x = 1 end
local function write_by(t, key) t[key] = 1 end
print(read(chain(2000, "__index")), read_by(chain(2000, "__index"), "x"))
print(pcall(write, chain(2000, "__newindex")))
print(pcall(write_by, chain(2000, "__newindex"), "x"))
print((pcall(write, chain(2001, "__newindex"))), (pcall(write_by, chain(2001, "__newindex"), 1)))
