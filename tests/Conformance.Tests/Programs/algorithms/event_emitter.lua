-- An event emitter with once, off and priorities.
local Emitter = {}
Emitter.__index = Emitter
function Emitter.new() return setmetatable({ handlers = {} }, Emitter) end
function Emitter:on(ev, f, prio)
  local list = self.handlers[ev] or {}
  self.handlers[ev] = list
  local at = #list + 1
  for i, h in ipairs(list) do if (prio or 0) > h.prio then at = i break end end
  table.insert(list, at, { f = f, prio = prio or 0 })
  return f
end
function Emitter:once(ev, f)
  local wrapper
  wrapper = self:on(ev, function(...) self:off(ev, wrapper) return f(...) end)
end
function Emitter:off(ev, f)
  local list = self.handlers[ev] or {}
  for i = #list, 1, -1 do if list[i].f == f then table.remove(list, i) end end
end
function Emitter:emit(ev, ...)
  local list, n = self.handlers[ev] or {}, 0
  for _, h in ipairs { table.unpack(list) } do
    local ok, err = pcall(h.f, ...)
    if not ok then print("handler failed", (tostring(err):gsub("^.-:%d+: ", ""))) end
    n = n + 1
  end
  return n
end
local e = Emitter.new()
local f = e:on("msg", function(a, b) print("normal", a, b) end)
e:on("msg", function() print("first") end, 10)
e:once("msg", function(x) print("once", x) end)
e:on("msg", function() error("boom") end, -1)
print(e:emit("msg", 1, 2))
print(e:emit("msg", 3)) e:off("msg", f)
print(e:emit("msg"))
print(e:emit("other"))
