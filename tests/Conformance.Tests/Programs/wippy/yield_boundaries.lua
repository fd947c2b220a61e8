-- Iterators and protected calls may wait (spec/lua.md section 6); comparators and callbacks of the library may not.
local function run(f) local co = coroutine.wrap(f) local r = { co() } for i = 1, 10 do if r[1] == "done" then break end r = { co(i) } end print(table.unpack(r)) end
run(function() local s = 0 for v in function(_, c) return coroutine.yield("next") end do s = s + v if s > 5 then break end end return "done", s end)
run(function() local a, b = pcall(coroutine.yield, "p") return "done", a, b end)
run(function() local a, b = xpcall(coroutine.yield, print, "x") return "done", a, b end)
run(function() local m = setmetatable({}, { __call = function(_, x) return coroutine.yield(x) end }) return "done", m("c") end)
local function refused(f) local ok, e = coroutine.wrap(function() return pcall(f) end)() print(ok, tostring(e):find("yield across", 1, true) ~= nil) end
refused(function() table.sort({ 3, 2, 1 }, function(a, b) coroutine.yield() return a < b end) end)
refused(function() return (("x"):gsub("x", function() coroutine.yield() end)) end)
refused(function() return tostring(setmetatable({}, { __tostring = function() coroutine.yield() return "t" end })) end)
-- A handler of xpcall may wait.
local co = coroutine.create(function()
  return xpcall(function() error("e", 0) end, function(m) return m .. tostring(coroutine.yield("from the handler")) .. tostring(coroutine.isyieldable()) end)
end)
print(coroutine.resume(co))
print(coroutine.resume(co, "+"))
-- A coroutine that resumes itself runs, whatever it passes.
local self
self = coroutine.wrap(function() return pcall(self) end)
print(self())
